"""The model's attributions beside those of the rules: each mends what the other gets wrong.

Comes in: attributions of both, of one document. Goes out: the model's, mended, and what only the
rules find. Called by `trained`.
"""

from collections.abc import Iterator, Sequence

from schema.attribution import Attribution
from schema.span import Span


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


def completed(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """With the source that the rules find for the same cue, where the model finds none."""
    if one.source:
        return one
    same = (r for r in ruled if r.source and meet(one.cue, r.cue))
    source = next((r.source for r in same), ())
    content = tuple(s for s in one.content if not meet([s], source))
    return one.model_copy(update={"source": source, "content": content}) if content else one


def continued(
    found: Sequence[Attribution], ruled: Sequence[Attribution], quoted: Sequence[int]
) -> Iterator[Attribution]:
    """With the quotations by which the rules go on with the same cue ("A," said B. "And C."), where
    the model has given them to nobody. `quoted` marks the characters inside quotation marks.
    """
    taken = [s for one in found for s in (*_places(one), *one.source)]
    for one in found:
        quotes = any(quoted[s.start] for s in one.content)
        more = [
            span
            for other in (ruled if quotes else ())
            if other.source and meet(one.cue, other.cue)
            for span in other.content
            if quoted[span.start] and quoted[span.end - 1] and not meet([span], taken)
        ]
        content = tuple(sorted({*one.content, *more}))
        yield one.model_copy(update={"content": content}) if more else one


def missed(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[Attribution]:
    """What the rules find where the model has found nothing."""
    taken = [s for one in found for s in _places(one)]
    return (r for r in ruled if r.source and not meet(_places(r), taken))


def _places(one: Attribution) -> tuple[Span, ...]:
    return (*one.cue, *one.content)


def meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether a span of the one overlaps a span of the other."""
    return any(a.overlaps(b) for a in some for b in others)
