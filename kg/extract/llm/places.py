"""Answered words -> passages of the text, or nothing.

Comes in: what the model answered for a window. Goes out: for each attribution the passages of its
parts, and how many strings stand nowhere. Words that occur several times are
placed by order (contents come in text order) and by nearness to the other parts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.llm.answer import Answer, Said
from kg.extract.llm.windows import Window
from schema.span import Span

_PARAGRAPH_END = re.compile(r"\s*[\r\n]\s*")  # no shown paragraph holds a line break


@dataclass(frozen=True)
class Placed:
    """One attribution in passages, each part in text order. `invented`: strings not in the text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    invented: int

    @property
    def stands(self) -> bool:
        """Whether something is attributed, and some words of the text attribute it."""
        return bool(self.content and (self.source or self.cue))


Places = list[list[Span]]
"""For each string that was found, all the passages where it stands."""


def placed(answer: Answer, window: Window) -> Iterator[Placed]:
    """The attributions one by one; those that do not stand are to be dropped and counted."""
    earlier: list[Span] = []
    for said in answer.attributions:
        one = _placed(said, window, earlier)
        yield one
        earlier += one.content


def _placed(said: Said, window: Window, earlier: Sequence[Span]) -> Placed:
    content, lost_content = _places(said.content, window)
    cue, lost_cue = _places(said.cue, window)
    source, lost_source = _places(said.source, window, before=True)
    invented = lost_content + lost_cue + lost_source
    if not content:
        return Placed((), (), (), invented)
    anchor = _anchor([*content, *cue, *source], earlier)
    contents = _nearest(content, near=[anchor], apart=())
    cues = _nearest(cue, near=contents, apart=contents)
    sources = _nearest(source, near=cues or contents, apart=[*contents, *cues])
    return Placed(
        source=tuple(sorted(set(sources))),
        cue=tuple(sorted(set(cues))),
        content=tuple(sorted(set(contents))),
        invented=invented,
    )


def _places(words: Iterable[str], window: Window, *, before: bool = False) -> tuple[Places, int]:
    """Where each string stands, and how many stand nowhere."""
    parts = [part for string in words for part in _PARAGRAPH_END.split(string) if part.strip()]
    found = [window.find(part.strip(), before=before) for part in parts]
    return [f for f in found if f], sum(not f for f in found)


def _anchor(places: Places, earlier: Sequence[Span]) -> Span:
    """The passage that is least in doubt: of the string with the fewest, the next in order."""
    fewest = min(places, key=lambda spans: (len(spans), -(spans[0].end - spans[0].start)))
    reached = earlier[-1].start if earlier else 0
    return min(fewest, key=lambda s: (_meets(s, earlier), s.start < reached, s.start))


def _nearest(places: Places, *, near: Sequence[Span], apart: Sequence[Span]) -> list[Span]:
    """For each string the passage nearest to some passages; if it can be, outside others."""
    return [
        min(spans, key=lambda s: (_meets(s, apart), min(_gap(s, n) for n in near), s.start))
        for spans in places
    ]


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _gap(one: Span, other: Span) -> int:
    """Characters between two passages."""
    return max(0, one.start - other.end, other.start - one.end)
