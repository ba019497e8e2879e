"""Attributions by the trained model, with what the rules know better.

Comes in: a Document and its parsed paragraphs. Goes out: Attributions with source, cue, content,
mode and confidence. Called through the entry point `policykg.extractors: model`; turns, acts,
topics and offices come from `rules`, as for any other way to find attributions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kg.extract.attributions import distinct, find_attributions
from kg.extract.combined import (
    Nearby,
    completed,
    continued,
    divided,
    meet,
    missed,
    runs_on,
    without_next,
    without_quotations,
)
from kg.extract.confidence import NAMELESS
from kg.extract.coordinated import coordinated
from kg.extract.cues import ACT_OF_VERB, LEMMA_OF, names_act
from kg.extract.deeds import is_deed
from kg.extract.drafts import tidy
from kg.extract.model.predict import RawAttribution
from kg.extract.modes import mode_of, quoted_mask
from kg.extract.nlp import Paragraph, model, visible
from kg.extract.parsed import cue_verbs
from kg.extract.resumed import resumed
from kg.extract.rules import composed
from kg.extract.subjects import with_subject
from kg.extract.turns import is_of_a_person
from kg.protocols import Extractor
from kg.settings import Settings
from schema.attribution import Attribution, Mode
from schema.document import CONTENT, Document
from schema.span import Span, joined
from schema.topic import TopicScheme

# The three below were compared on the development part, and hold on the forty training documents
# held out of the training: linked F1 80.8 and content partial 86.3 there, against 79.8 and 84.4
# with 0.4, 0.6 and, for what nobody is named for, 0.85.
_LEAST_SURE = 0.3
# With a cue that neither the rules nor the tables of acts know ("charts"). Lower finds more
# attitudes in news like the training's, and more that is none in other texts.
_LESS_LIKELY = 0.4
# With a source that only the syntax gives, and outside quotation marks.
_GUESSED = 0.6
# Without a source, and with a verb that names an act.
_TOLD = 0.5
_WORDS = re.compile(r"\S+(?:\s\S+)*")


def build_extractor(settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor of the trained model. Raises ConfigurationError without its weights."""
    model()  # tells at once when there is none
    return composed("model", find_trained, scheme)


def find_trained(document: Document, paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """What the model finds in the paragraphs, and what only the rules find, in text order."""
    mask = quoted_mask(document)
    content = [p for p in paragraphs if p.block.kind in CONTENT]
    shown = visible(document, (p.block for p in content))
    read = (a for r in _read(shown, content) if (a := _attribution(shown, r)) is not None)
    ruled = find_attributions(document, paragraphs)
    near = Nearby(ruled)
    sound = (a for a in read if not _is_no_speech(document, a) and not runs_on(a, near.to(a)))
    apart = (_apart(shown, a, near.to(a)) for a in sound)
    whole = (completed(a, near.to(a)) for a in apart if a is not None)
    named = ((a, with_subject(a, paragraphs)) for a in whole)
    sure = [
        n
        for a, n in named
        if a.confidence
        >= (_least_sure(shown, a, n, near.to(a), mask) if n.source else _nameless(n, paragraphs))
    ]
    found = list(continued(sure, near, document.text, mask))
    found = [part for a in found for part in coordinated(a, paragraphs, mask)]
    found += missed(found, ruled)
    others = Nearby(found)
    longer = (resumed(a, others, paragraphs, mask) for a in found)
    return distinct(
        [a.model_copy(update={"mode": mode_of(document.text, mask, a.content)}) for a in longer]
    )


def _is_no_speech(document: Document, one: Attribution) -> bool:
    """Whether it is a deed, or the item of a newsletter behind its label ("FTC: ...")."""
    label = joined(document.text, one.source)
    item = label.isupper() and [s.of(document.text) for s in one.cue] == [":"]
    return is_deed(document, one) or (item and not is_of_a_person(document.text, label))


def _read(shown: str, content: Sequence[Paragraph]) -> list[RawAttribution]:
    """What the network says of attributions in the paragraphs."""
    if not content:
        return []
    words = [w for p in content for w in p.words]
    return model().attributions(shown, words, np.concatenate([p.scores for p in content]))


def _apart(text: str, one: Attribution, ruled: Sequence[Attribution]) -> Attribution | None:
    """Less what is somebody else's; None when nothing is left."""
    one = without_quotations(divided(without_next(one, text), ruled), ruled)
    content = _tidied(text, one.content)
    return one.model_copy(update={"content": content}) if content else None


def _attribution(visible: str, raw: RawAttribution) -> Attribution | None:
    """The model's answer as the schema has it; None when no word of the content is left."""
    content = _tidied(visible, raw.content)
    if not content:
        return None
    return Attribution(
        source=tuple(Span(*r) for r in raw.source),
        cue=tuple(s for r in raw.cue for s in _parts(visible, r)),
        content=content,
        mode=Mode.INDIRECT,  # until all parts of the content are known
        confidence=raw.confidence,
    )


def _parts(visible: str, cue: tuple[int, int]) -> Iterator[Span]:
    """The cue without the links in it: an address may hold a verb that nobody has said."""
    start, end = cue
    for words in _WORDS.finditer(visible, start, end):
        yield Span(words.start(), words.end())


def _tidied(text: str, parts: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The parts without what only surrounds them, less those that hold no word."""
    tidied = (Span(*tidy(text, part)) for part in parts)
    return tuple(s for s in tidied if any(c.isalnum() for c in s.of(text)))


def _nameless(one: Attribution, paragraphs: Sequence[Paragraph]) -> float:
    """How sure the model must be of what nobody is named for: less with a verb that names an act
    ("was announced") than with nouns ("calls for")."""
    told = any(LEMMA_OF.get(v.lower_, "") in ACT_OF_VERB for _, v in cue_verbs(one, paragraphs))
    return _TOLD if told else NAMELESS


def _least_sure(
    visible: str,
    read: Attribution,
    named: Attribution,
    ruled: Sequence[Attribution],
    quoted: Sequence[int],
) -> float:
    """How sure the model must be of what it read; `named` has the source that syntax may give, and
    `quoted` marks the characters inside quotation marks: somebody has said them.
    """
    if not read.source:
        return _LEAST_SURE if all(quoted[s.start] for s in named.content) else _GUESSED
    known = any(meet(read.cue, r.cue) for r in ruled) or names_act(joined(visible, read.cue))
    return _LEAST_SURE if known else _LESS_LIKELY
