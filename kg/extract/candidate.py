"""An attribution while it is put together, and the steps that it goes through.

A way to find attributions yields `Candidate`s; an explicit tuple of passes mends, drops and adds
some of them; `compose` freezes what is left into the schema's Attributions, once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.read.reading import Reading
from schema.span import Span
from schema.span_index import SpanIndex


@dataclass(frozen=True, slots=True)
class Candidate:
    """Source, cue and content as passages of the document, each part in text order.

    `confidence`: how likely it is right, in [0, 1]. `guessed`: its source was not read, but is what
    the syntax gives for its cue.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    guessed: bool = False

    @property
    def passages(self) -> tuple[Span, ...]:
        """All that it is made of."""
        return (*self.cue, *self.content, *self.source)


Find = Callable[[Reading], Sequence[Candidate]]
Pass = Callable[[Reading, Sequence[Candidate]], Iterable[Candidate]]


class Nearby:
    """Candidates by place: to ask all of them about each would take the square of their number."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._places = SpanIndex((s, one) for one in candidates for s in one.passages)

    def others(self, one: Candidate, passage: Span) -> Iterator[Candidate]:
        """Those that share a character with a passage, but for one of them."""
        return (c for c in self._places.meeting(passage) if c is not one)


def distinct(_reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """In text order; of several with the same content the surest."""
    seen: set[tuple[Span, ...]] = set()
    for one in sorted(candidates, key=lambda c: (c.content[0], -c.confidence)):
        if one.content not in seen:
            seen.add(one.content)
            yield one
