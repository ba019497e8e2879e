"""Passages of a text, in Unicode code points, half open."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`: code points, half open (Web Annotation's TextPositionSelector)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact characters of the passage."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def joined(text: str, spans: Iterable[Span]) -> str:
    """The exact words of some passages, a blank between two."""
    return " ".join(s.of(text) for s in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span around all of them. Raises ValueError when there are none."""
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    exact = span.of(text)
    start = span.start + len(exact) - len(exact.lstrip())
    return Span(start, max(start, span.end - (len(exact) - len(exact.rstrip()))))
