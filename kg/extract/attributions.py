"""Attributions by rules: who said what, in which words.

Comes in: a Document and its parsed paragraphs. Goes out: Attributions with source, cue, content,
mode and confidence, in text order; acts, topics and stances come later. Called by `rules`.
"""

from collections.abc import Sequence

from kg.extract import confidence
from kg.extract.deeds import is_deed
from kg.extract.direct import Passage
from kg.extract.drafts import Draft, Range, tidy, union, without
from kg.extract.modes import mode_of, quoted_mask
from kg.extract.nlp import Paragraph
from kg.extract.phrases import phrases
from kg.extract.reported import reported
from kg.extract.spoken import announcing, take_quotations
from schema.attribution import Attribution
from schema.document import CONTENT, Document
from schema.span import Span
from schema.span_index import SpanIndex


def find_attributions(document: Document, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """All attributions of the document's content blocks, none with the content of another."""
    drafts: list[Draft] = []
    going_on: Draft | None = None
    for paragraph in paragraphs:
        if paragraph.block.kind in CONTENT:
            found, going_on = _of_paragraph(paragraph, going_on)
            drafts += found
    mask = quoted_mask(document)
    ready = [a for d in drafts if (a := _finished(document, d, mask)) is not None]
    return distinct(_outermost([a for a in ready if not is_deed(document, a)]))


def _of_paragraph(paragraph: Paragraph, before: Draft | None) -> tuple[list[Draft], Draft | None]:
    """The paragraph's attributions, and the one that the next paragraph may continue."""
    passage = Passage.of(paragraph.text, paragraph.tokens)
    found = (reported, phrases)
    drafts = [d for find in found for d in find(passage.tokens, passage.quoted)]
    left = take_quotations(passage, drafts)
    ahead = announcing(passage, drafts)
    start, text = paragraph.block.start, passage.text
    for draft in drafts:
        _settle(draft, text, start)
    if before is not None and left and _nothing_else(left, text):
        before.content += _shifted([tidy(text, r) for r in left], start)
    return drafts, ahead or _goes_on(drafts, before, passage, start)


def _nothing_else(quoted: list[Range], text: str) -> bool:
    outside = [text[a:b] for a, b in without((0, len(text)), quoted)]
    return not any(c.isalnum() for part in outside for c in part)


def _goes_on(
    drafts: list[Draft], before: Draft | None, passage: Passage, start: int
) -> Draft | None:
    """The attribution of the last quotation: a paragraph of nothing but quotation continues it."""
    if not passage.quotations:
        return None
    at = start + passage.quotations[-1].start
    holding = [d for d in drafts if any(a <= at < b for a, b in d.content)]
    if before is not None and any(a <= at < b for a, b in before.content):
        holding.append(before)
    return holding[-1] if holding else None


def _settle(draft: Draft, text: str, start: int) -> None:
    """Clean the ranges, while the paragraph's text is at hand, and place them in the document."""
    taken = [*draft.source, *draft.cue]
    content = [tidy(text, part) for c in union(draft.content) for part in without(c, taken)]
    draft.at += start
    draft.content = _shifted(content, start)
    draft.cue = _shifted(draft.cue, start)
    draft.source = _shifted(draft.source, start)


def _shifted(ranges: list[Range], by: int) -> list[Range]:
    return [(a + by, b + by) for a, b in ranges if a < b]


def _finished(document: Document, draft: Draft, mask: bytearray) -> Attribution | None:
    content = [s for r in sorted(draft.content) if _has_words(document.text, s := Span(*r))]
    if not content:
        return None
    return Attribution(
        source=tuple(Span(*s) for s in draft.source),
        cue=tuple(Span(*s) for s in sorted(draft.cue)),
        content=tuple(content),
        mode=mode_of(document.text, mask, content),
        confidence=confidence.OF[draft.construction],
    )


def _has_words(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in span.of(text))


def _outermost(attributions: list[Attribution]) -> list[Attribution]:
    """Without what is attributed inside the words of another ("A said that B supports C")."""
    contents = SpanIndex((s, one) for one in attributions for s in one.content)
    return [
        one
        for one in attributions
        if all(other is one for cue in one.cue for other in contents.meeting(cue))
    ]


def distinct(attributions: Sequence[Attribution]) -> list[Attribution]:
    """In text order; of several with the same content the surest stays."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for attribution in sorted(attributions, key=_place):
        if attribution.content not in seen:
            seen.add(attribution.content)
            kept.append(attribution)
    return kept


def _place(attribution: Attribution) -> tuple[Span, float]:
    return attribution.content[0], -attribution.confidence
