"""Attributions by the trained model, with what the rules know better.

Comes in: a Document and its parsed paragraphs. Goes out: Attributions with source, cue, content,
mode and confidence. Called through the entry point `policykg.extractors: model`; turns, acts,
topics and offices come from `rules`, as for any other way to find attributions.
"""

import re
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
from schema.attribution import Attribution, Mode
from schema.document import CONTENT, Document
from schema.errors import ConfigurationError
from schema.span import Span
from schema.topic import TopicScheme

# Chosen on training documents held out of the training: above and below it linked F1 is lower.
_LEAST_SURE = 0.4
_WORDS = re.compile(r"\S+(?:\s\S+)*")


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
    visible = _visible(document, paragraphs)
    sure = (r for r in _model().predict(visible) if r.confidence >= _LEAST_SURE)
    read = (a for r in sure if (a := _attribution(visible, r)) is not None)
    ruled = [r for r in find_attributions(document, paragraphs) if r.source]
    found = [_completed(_divided(a, ruled), ruled) for a in read if not is_deed(document, a)]
    return distinct(
        [
            a.model_copy(update={"mode": mode_of(document.text, mask, a.content)})
            for a in (*found, *_missed(found, ruled))
        ]
    )


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


def _attribution(visible: str, raw: RawAttribution) -> Attribution | None:
    """The model's answer as the schema has it; None when no word of the content is left."""
    content = [s for r in raw.content if _says(visible, s := Span(*tidy(visible, r)))]
    if not content:
        return None
    return Attribution(
        source=tuple(Span(*r) for r in raw.source),
        cue=tuple(s for r in raw.cue for s in _parts(visible, r)),
        content=tuple(content),
        mode=Mode.INDIRECT,  # until all parts of the content are known
        confidence=raw.confidence,
    )


def _parts(visible: str, cue: tuple[int, int]) -> Iterator[Span]:
    """The cue without the links in it: an address may hold a verb that nobody has said."""
    start, end = cue
    for words in _WORDS.finditer(visible, start, end):
        yield Span(words.start(), words.end())


def _says(text: str, span: Span) -> bool:
    return any(c.isalnum() for c in span.of(text))


def _divided(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """Less the parts of the content for which the rules know another cue: the model joins each
    part to the nearest cue it has seen, and may not have seen all.
    """
    for other in ruled:
        theirs = [s for s in one.content if _meet([s], other.content)]
        apart = not _meet(other.cue, _places(one)) and not _meet(one.cue, other.content)
        if apart and 0 < len(theirs) < len(one.content):
            rest = tuple(s for s in one.content if s not in theirs)
            one = one.model_copy(update={"content": rest})
    return one


def _completed(one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """With the source that the rules find for the same cue, where the model finds none."""
    if one.source:
        return one
    same = next((r for r in ruled if _meet(one.cue, r.cue)), None)
    return one if same is None else one.model_copy(update={"source": same.source})


def _missed(found: Sequence[Attribution], ruled: Sequence[Attribution]) -> Iterator[Attribution]:
    """What the rules find where the model has found nothing."""
    taken = [s for one in found for s in _places(one)]
    return (r for r in ruled if not _meet(_places(r), taken))


def _places(one: Attribution) -> tuple[Span, ...]:
    return (*one.cue, *one.content)


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)
