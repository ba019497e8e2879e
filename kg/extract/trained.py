"""Attributions by the trained model, with what the rules know better.

Comes in: a Document and its parsed paragraphs. Goes out: Attributions with source, cue, content,
mode and confidence. Called through the entry point `policykg.extractors: model`; turns, acts,
topics and offices come from `rules`, as for any other way to find attributions.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.attributions import distinct, find_attributions
from kg.extract.deeds import is_deed
from kg.extract.drafts import tidy
from kg.extract.model.predict import WEIGHTS, AttributionModel, RawAttribution
from kg.extract.modes import mode_of, quoted_mask
from kg.extract.nlp import Paragraph
from kg.extract.rules import composed
from kg.protocols import Extractor
from kg.settings import Settings
from schema.attribution import Attribution
from schema.document import CONTENT, Document
from schema.errors import ConfigurationError
from schema.span import Span
from schema.topic import TopicScheme

# Chosen on training documents held out of the training: above and below it linked F1 is lower.
_LEAST_SURE = 0.4


def build_extractor(settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor of the trained model. Raises ConfigurationError without its weights."""
    if not (WEIGHTS / "model.onnx").is_file():
        raise ConfigurationError(
            "this installation has no model weights: use the extractor 'rules'"
        )
    return composed("model", find_trained, scheme)


def find_trained(document: Document, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """What the model finds in the paragraphs, and what only the rules find, in text order."""
    mask = quoted_mask(document)
    raw = _model().predict(_visible(document, paragraphs))
    sure = (r for r in raw if r.confidence >= _LEAST_SURE)
    read = (a for r in sure if (a := _attribution(document, r, mask)) is not None)
    found = [a for a in read if not is_deed(document, a)]
    ruled = find_attributions(document, paragraphs)
    return distinct([*_completed(found, ruled), *_missed(found, ruled)])


@cache
def _model() -> AttributionModel:
    """The model, loaded once a process."""
    return AttributionModel.load()


def _visible(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    """As many characters as the text, with nothing but the paragraphs' words: no links, no tags,
    and line breaks only between paragraphs, where the model takes them for such.
    """
    text = ["\n"] * len(document.text)
    for paragraph in paragraphs:
        if paragraph.block.kind in CONTENT:
            text[paragraph.block.start : paragraph.block.end] = paragraph.doc.text
    return "".join(text)


def _attribution(document: Document, raw: RawAttribution, mask: bytearray) -> Attribution | None:
    """The model's answer as the schema has it; None when no word of the content is left."""
    content = [s for r in raw.content if _says(document.text, s := Span(*tidy(document.text, r)))]
    if not content:
        return None
    return Attribution(
        source=tuple(Span(*r) for r in raw.source),
        cue=tuple(Span(*r) for r in raw.cue),
        content=tuple(content),
        mode=mode_of(document.text, mask, content),
        confidence=raw.confidence,
    )


def _says(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in span.of(text))


def _completed(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[Attribution]:
    """The model's attributions; where it names no source, the rules' source of the same cue."""
    for one in found:
        same = (r for r in ruled if not one.source and r.source and _meet(one.cue, r.cue))
        known = next(same, None)
        yield one if known is None else one.model_copy(update={"source": known.source})


def _missed(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[Attribution]:
    """What the rules find where the model has found nothing."""
    for one in ruled:
        places = (*one.cue, *one.content)
        if one.source and not any(_meet(places, (*f.cue, *f.content)) for f in found):
            yield one


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)
