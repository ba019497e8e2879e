"""The questions' texts: a document's paragraphs in windows that a model answers well.

Comes in: a Reading. Goes out: windows of neighbouring paragraphs, each with the paragraphs before
it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.llm.shown import Shown
from kg.read.reading import Reading
from schema.span import Span

# About 700 words: long enough for a quotation and its speaker, short enough to be read closely.
CHARACTERS = 4_000
BEFORE = 2  # paragraphs: a speaker is hardly ever named further away


@dataclass(frozen=True)
class Window:
    """Paragraphs to read attributions from; `before` is only there to name a source."""

    before: tuple[Shown, ...]
    own: tuple[Shown, ...]

    def find(self, words: str, *, before: bool = False) -> list[Span]:
        """Where words stand in the paragraphs, in text order; `before`: also in those before."""
        places = (*self.before, *self.own) if before else self.own
        return [span for shown in places for span in shown.find(words)]


def windows(reading: Reading) -> Iterator[Window]:
    """The content paragraphs in text order, each in the `own` part of exactly one window."""
    shown = [Shown.of(reading.document, p) for p in reading.content()]
    shown = [s for s in shown if any(c.isalnum() for c in s.text)]
    start = 0
    while start < len(shown):
        end, size = start + 1, len(shown[start].text)
        while end < len(shown) and size + len(shown[end].text) <= CHARACTERS:
            size += len(shown[end].text)
            end += 1
        yield Window(tuple(shown[max(0, start - BEFORE) : start]), tuple(shown[start:end]))
        start = end
