"""Passages cut to what belongs to them: no commas at the ends, no lone marks, no addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate
from kg.read.reading import Reading
from schema.span import Span

_AT_ENDS = " \t\r\n,;:-–—―"
_OPENING = '"“„«\uff02'
_CLOSING = '"”»\uff02'
_WORDS = re.compile(r"\S+(?:\s\S+)*")


def without_addresses(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Cues without the links in them: an address may hold a verb that nobody has said."""
    for one in candidates:
        cue = (Span(*w.span()) for c in one.cue for w in _WORDS.finditer(reading.shown, *c))
        yield replace(one, cue=tuple(cue))


def without_edges(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Contents without what only surrounds them; those without a word are dropped."""
    for one in candidates:
        tidied = (tidy(reading.shown, part) for part in one.content)
        content = tuple(s for s in tidied if any(c.isalnum() for c in s.of(reading.shown)))
        if content:
            yield replace(one, content=content)


def tidy(text: str, content: Span) -> Span:
    """The passage without the commas, dashes and lone quotation marks at its ends."""
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
    return Span(start, end)


def _wrapped(text: str, start: int, end: int) -> bool:
    """One pair of marks around all of it."""
    inner = text[start + 1 : end - 1]
    marks = text[start] in _OPENING and text[end - 1] in _CLOSING and end - start > 1
    return marks and not any(c in _OPENING + _CLOSING for c in inner)


def less(content: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of some passages outside of others, in order."""
    others = sorted(taken)
    for start, end in _merged(content):
        for other in others:
            if start < other.end and other.start < end:
                if other.start > start:
                    yield Span(start, other.start)
                start = other.end
        if start < end:
            yield Span(start, end)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The passages in order, overlapping ones as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
