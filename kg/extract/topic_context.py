"""Where to look for the topic of a statement whose words name none: from near to far.

Comes in: a Document and an attribution. Goes out: passages, nearest first. Called by `topics`.
"""

import re

from schema.attribution import Attribution
from schema.document import Document
from schema.span import Span, hull

# "it will help ...", "such acts": the topic stands in what was said before.
_ANAPHORIC = re.compile(
    r"[\"“”\s]*(?:it|its|they|their|them|this|that|these|those|such)\b", re.IGNORECASE
)
# "said the minister", "he added": the same voice goes on, mostly on the same subject.
_CONTINUING = re.compile(r"(?:he|she|it|they|the\s)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")


def wider_passages(document: Document, attribution: Attribution) -> list[tuple[Span, ...]]:
    """The sentence, the sentences before it, the paragraph before when the text points back to it,
    the sentences after it."""
    around = hull((*attribution.content, *attribution.cue, *attribution.source))
    blocks = list(document.content())
    home = next((i for i, b in enumerate(blocks) if b.span.overlaps(around)), None)
    if home is None:
        return []
    sentences = _sentences(document.text, blocks[home].span)
    passages = [
        tuple(s for s in sentences if s.overlaps(around)),
        *((s,) for s in reversed([s for s in sentences if s.end <= around.start])),
    ]
    if home and _points_back(document.text, attribution):
        before = reversed(_sentences(document.text, blocks[home - 1].span))
        passages.extend((s,) for s in before)
    passages.extend((s,) for s in sentences if s.start >= around.end)
    return passages


def is_anaphoric(text: str, attribution: Attribution) -> bool:
    """Whether the content begins with a word that points back ("it", "such ...")."""
    return _ANAPHORIC.match(attribution.content[0].of(text)) is not None


def _points_back(text: str, attribution: Attribution) -> bool:
    if is_anaphoric(text, attribution):
        return True
    return bool(attribution.source) and bool(_CONTINUING.match(attribution.source[0].of(text)))


def _sentences(text: str, within: Span) -> list[Span]:
    """Sentences well enough for nearness; a wrong cut only makes a passage smaller."""
    starts = [within.start, *(m.end() for m in _SENTENCE_END.finditer(text, *within))]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], within.end], strict=True)]
