"""An attribution while it is being put together, in characters of one parsed paragraph.

Comes in: tokens and ranges that a construction found. Goes out: Drafts, later Attributions of the
document. Called by every module that finds attributions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

Range = tuple[int, int]
"""Characters of a paragraph, half open."""

_AT_ENDS = " \t\r\n,;:-–—―"
_OPENING = '"“„«\uff02'
_CLOSING = '"”»\uff02'


@dataclass
class Draft:
    """`at` is where the cue stands; `construction` is a key of `confidence.OF`."""

    at: int
    construction: str
    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)


def tokens_range(tokens: TokenSpan) -> Range:
    """The characters of some tokens."""
    return tokens.start_char, tokens.end_char


def words_range(doc: Doc, start: int, end: int) -> Range:
    """The characters of the tokens `start:end`."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def joined(tokens: Iterable[Token]) -> list[Range]:
    """The tokens as ranges; neighbours become one."""
    ranges: list[Range] = []
    for token in sorted(tokens, key=lambda t: t.i):
        start, end = token.idx, token.idx + len(token)
        if ranges and start - ranges[-1][1] <= 1:
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges


def without(content: Range, parts: Iterable[Range]) -> list[Range]:
    """The range less some parts of it."""
    left, rest = [], content
    for start, end in sorted(parts):
        if end <= rest[0] or start >= rest[1]:
            continue
        left.append((rest[0], start))
        rest = (max(end, rest[0]), rest[1])
    return [r for r in [*left, rest] if r[0] < r[1]]


def union(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, overlapping ones merged."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def tidy(text: str, content: Range) -> Range:
    """The range without the commas, dashes and lone quotation marks at its ends."""
    start, end = content
    while start < end:
        if text[start] in _AT_ENDS or (text[start] in _CLOSING and text[start] not in _OPENING):
            start += 1
        elif text[end - 1] in _AT_ENDS:
            end -= 1
        elif text[start] in _OPENING and not any(c in _CLOSING for c in text[start + 1 : end]):
            start += 1
        elif text[end - 1] in _CLOSING and not any(c in _OPENING for c in text[start : end - 1]):
            end -= 1
        elif _wrapped(text, start, end):
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def _wrapped(text: str, start: int, end: int) -> bool:
    """One pair of marks around all of it."""
    inner = text[start + 1 : end - 1]
    marks = text[start] in _OPENING and text[end - 1] in _CLOSING and end - start > 1
    return marks and not any(c in _OPENING + _CLOSING for c in inner)
