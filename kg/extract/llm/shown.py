"""A paragraph as the model is shown it, every character with its place in the document.

Comes in: a parsed paragraph. Goes out: its text without markup and line breaks, and the passages of
the document in which given words stand.
"""

import re
from dataclasses import dataclass

from kg.read.paragraph import Paragraph
from schema.document import Document
from schema.span import Span

_RUN = re.compile(r" +|[^ ]+")
_LINE_BREAK = re.compile(r"[\r\n]")


@dataclass(frozen=True)
class Shown:
    """`text[i]` stands at `offsets[i]` of the document (code points)."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, paragraph: Paragraph) -> "Shown":
        """The paragraph's own characters; only a line break or markup becomes one space."""
        pairs: list[tuple[str, int]] = []
        for run in _RUN.finditer(paragraph.text):
            at = paragraph.block.start + run.start()
            raw = document.text[at : at + len(run[0])]
            pairs += _blank(raw, at) if run[0].isspace() else _kept(raw, at)
        while pairs and pairs[0][0].isspace():
            del pairs[0]
        while pairs and pairs[-1][0].isspace():
            del pairs[-1]
        return cls("".join(c for c, _ in pairs), tuple(at for _, at in pairs))

    def find(self, words: str) -> list[Span]:
        """Where exactly these words stand, as passages of the document; never part of a word."""
        if not words.strip():
            return []
        found = re.finditer(f"(?={_bounded(words)})", self.text)
        return [self._passage(m.start(), m.start() + len(words)) for m in found]

    def _passage(self, start: int, end: int) -> Span:
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def _kept(raw: str, at: int) -> list[tuple[str, int]]:
    return [(c, at + i) for i, c in enumerate(raw)]


def _blank(raw: str, at: int) -> list[tuple[str, int]]:
    """What the parser sees as blank: white space in a line stays, markup in a word vanishes."""
    if raw.isspace() and not _LINE_BREAK.search(raw):
        return _kept(raw, at)
    return [(" ", at)] if any(c.isspace() for c in raw) else []


def _bounded(words: str) -> str:
    before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    after = r"(?!\w)" if re.match(r"\w", words[-1]) else ""
    return before + re.escape(words) + after
