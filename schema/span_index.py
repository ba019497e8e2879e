"""Many passages, asked which of them lie somewhere, without looking at all of them each time.

Comes in: passages, each with what it stands for. Goes out: those that share a character with a
passage, or hold it. Used wherever all passages of one kind meet all of another: the work of a loop
in a loop grows with the square of a document's length.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from schema.span import Span

T = TypeVar("T")
_CELL = 128  # characters: a sentence lies in one or two cells, and a cell holds few passages


class SpanIndex(Generic[T]):
    """Passages by the cells of the text that they touch; those found come in the order added."""

    def __init__(self, items: Iterable[tuple[Span, T]] = ()) -> None:
        self._cells: dict[int, list[tuple[int, Span, T]]] = {}
        self._count = 0
        for span, item in items:
            self.add(span, item)

    def add(self, span: Span, item: T) -> None:
        """Note one more passage."""
        for cell in _cells(span):
            self._cells.setdefault(cell, []).append((self._count, span, item))
        self._count += 1

    def meeting(self, span: Span) -> list[T]:
        """What stands at passages that share a character with this one."""
        return [item for _, _, item in self._meeting(span)]

    def holding(self, span: Span) -> list[T]:
        """What stands at passages that this one, of a character or more, lies wholly inside of."""
        return [item for _, place, item in self._meeting(span) if place.contains(span)]

    def inside(self, span: Span) -> list[T]:
        """What stands at passages, of a character or more, that lie wholly inside this one."""
        return [item for _, place, item in self._meeting(span) if span.contains(place)]

    def _meeting(self, span: Span) -> list[tuple[int, Span, T]]:
        cells = _cells(span)
        found = [
            entry
            for cell in cells
            for entry in self._cells.get(cell, ())
            # In several cells it counts in the first that both touch.
            if span.overlaps(entry[1]) and cell == max(cells.start, _cells(entry[1]).start)
        ]
        return found if len(cells) == 1 else sorted(found, key=lambda entry: entry[0])


def _cells(span: Span) -> range:
    return range(span.start // _CELL, max(span.start, span.end - 1) // _CELL + 1)


def index_of(spans: Iterable[Span]) -> SpanIndex[Span]:
    """An index of passages that stand for themselves."""
    return SpanIndex((s, s) for s in spans)
