"""The model's attributions beside those of the rules: each mends what the other gets wrong.

Comes in: attributions of both, of one document. Goes out: the model's, mended, and what only the
rules find. Called by `trained`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from schema.attribution import Attribution, Mode
from schema.span import Span
from schema.span_index import SpanIndex, index_of

_MARKS = re.compile('[“”"\uff02]')
_DASHES = re.compile(r"[―—–-]+")


class Nearby:
    """Attributions by place. Only those that share a character with one can mend it: to ask all of
    them about each would take the square of their number.
    """

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._all = tuple(attributions)
        self._places = SpanIndex((s, k) for k, a in enumerate(self._all) for s in _all_of(a))

    def to(self, one: Attribution) -> list[Attribution]:
        """Those that share a character with it, in their order; it may be among them."""
        return self.at(_all_of(one))

    def at(self, spans: Iterable[Span]) -> list[Attribution]:
        """Those that share a character with some passages, in their order."""
        found = {k for span in spans for k in self._places.meeting(span)}
        return [self._all[k] for k in sorted(found)]


def divided(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """Less the parts of the content for which the rules know another cue: the model joins each
    part to the nearest cue it has seen, and may not have seen all.
    """
    if len(one.content) < 2:
        return one
    for other in ruled:
        theirs = [s for s in one.content if meet([s], other.content)]
        apart = (
            other.source and not meet(other.cue, _places(one)) and not meet(one.cue, other.content)
        )
        if apart and 0 < len(theirs) < len(one.content):
            rest = tuple(s for s in one.content if s not in theirs)
            one = one.model_copy(update={"content": rest})
    return one


def without_quotations(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """Less the quotations inside a part of the content that have a speaker and a cue of their own
    outside of it: "It spoke of the cost: "It is high," the union wrote."
    """
    parts = one.content
    for other in ruled:
        if other.mode is not Mode.DIRECT or not (other.source and other.cue):
            continue
        if not (meet(other.cue, _places(one)) or meet(one.cue, other.content)):
            parts = tuple(rest for part in parts for rest in _less(part, other.content))
    return one.model_copy(update={"content": parts}) if parts else one


def runs_on(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether it takes a clause about a source for the report, and the report for what it says:
    "The plan, [which charts a course, pledges help]".
    """
    return any(meet(one.cue, r.source) and meet(one.content, r.cue) for r in ruled)


def without_next(one: Attribution, text: str) -> Attribution:
    """Less what follows on a name that closes a quotation: in a list of "... ― Ada Norr" the next
    quotation is the next one's.
    """
    dashes = one.cue and all(_DASHES.fullmatch(s.of(text)) for s in one.cue)
    behind = [s for s in one.content if s.start > one.cue[-1].end] if dashes else []
    before = tuple(s for s in one.content if s not in behind)
    return one.model_copy(update={"content": before}) if behind and before else one


def _less(part: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of a part before and behind the passages taken from inside it."""
    start = part.start
    for span in sorted(taken):
        if part.contains(span) and span != part:
            if span.start > start:
                yield Span(start, span.start)
            start = span.end
    if start < part.end:
        yield Span(start, part.end)


def completed(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """With the source that the rules find for the same cue, where the model finds none."""
    if one.source:
        return one
    same = (r for r in ruled if r.source and meet(one.cue, r.cue))
    source = next((r.source for r in same), ())
    content = tuple(s for s in one.content if not meet([s], source))
    return one.model_copy(update={"source": source, "content": content}) if content else one


def continued(
    found: Sequence[Attribution], ruled: Nearby, text: str, quoted: Sequence[int]
) -> Iterator[Attribution]:
    """With the quotations by which the rules go on with the same cue ("A," said B. "And C."), where
    the model has given them to nobody. `quoted` marks the characters inside quotation marks; marks
    within a quotation are a story in which somebody else speaks.
    """
    taken = index_of(s for one in found for s in _all_of(one))
    for one in found:
        quotes = any(quoted[s.start] for s in one.content)
        more = [
            span
            for other in (ruled.at(one.cue) if quotes else ())
            if other.source and meet(one.cue, other.cue)
            for span in other.content
            if quoted[span.start]
            and quoted[span.end - 1]
            and not taken.meeting(span)
            and not _MARKS.search(text, *span)
        ]
        content = tuple(sorted({*one.content, *more}))
        yield one.model_copy(update={"content": content}) if more else one


def missed(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[Attribution]:
    """What the rules find where the model has found nothing."""
    taken = index_of(s for one in found for s in _places(one))
    return (r for r in ruled if r.source and not any(map(taken.meeting, _places(r))))


def _places(one: Attribution) -> tuple[Span, ...]:
    return (*one.cue, *one.content)


def _all_of(one: Attribution) -> tuple[Span, ...]:
    return (*_places(one), *one.source)


def meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether a span of the one overlaps a span of the other."""
    # Asked a thousand times a page: loops, for generators cost thrice as much.
    for start, end in some:
        for begin, stop in others:
            if start < stop and begin < end:
                return True
    return False
