"""The extractor made of rules: a Document becomes an Extraction.

Comes in: a Document. Goes out: its attributions with acts, topics and stances, the offices,
mentions and topics. Called through the entry point `policykg.extractors: rules`. Another way to
find attributions fits in through `composed`: all the rest stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.extract.acts import act_of
from kg.extract.attributions import distinct, find_attributions
from kg.extract.combined import Nearby
from kg.extract.mentions import find_mentions
from kg.extract.modes import quoted_mask
from kg.extract.names import Names
from kg.extract.nlp import Paragraph, analyse
from kg.extract.offices import find_offices
from kg.extract.stance import stances_of
from kg.extract.topic_places import TopicPlaces
from kg.extract.topics import TopicMatcher
from kg.extract.turns import find_turns
from kg.extract.unspoken import is_unspoken
from kg.extract.whole import whole
from kg.protocols import Extractor
from kg.settings import Settings
from schema.attribution import Attribution, Extraction, Mode
from schema.document import Document, DocumentKind
from schema.span import joined
from schema.topic import TopicScheme


class AttributionStep(Protocol):
    """Finds who said what in the paragraphs given; acts, topics and stances come later."""

    def __call__(
        self, document: Document, paragraphs: Sequence[Paragraph]
    ) -> list[Attribution]: ...


@dataclass(frozen=True)
class ComposedExtractor:
    """An attribution step with all that surrounds it."""

    name: str
    step: AttributionStep
    topics: TopicMatcher

    def __call__(self, document: Document) -> Extraction:
        """Read one document; the result depends on the document alone."""
        paragraphs = analyse(document)
        topics = self.topics.find(document)
        places = TopicPlaces(document, topics)
        found = attributions_of(document, paragraphs, self.step)
        names = Names.of(document, paragraphs)
        return Extraction(
            tool=self.name,
            attributions=tuple(self._understood(document, a, places) for a in found),
            offices=find_offices(document, paragraphs, names),
            mentions=find_mentions(document, paragraphs, names),
            topics=topics,
        )

    def _understood(
        self, document: Document, attribution: Attribution, topics: TopicPlaces
    ) -> Attribution:
        """The attribution with its act, what it is about, and the sides it takes."""
        act, negated = act_of(
            joined(document.text, attribution.cue),
            source=joined(document.text, attribution.source),
            content=joined(document.text, attribution.content),
            quoted=attribution.mode is Mode.DIRECT,
        )
        about = self.topics.of_statement(document, attribution, topics)
        known = attribution.model_copy(update={"act": act, "negated": negated, "topics": about})
        named = topics.inside(attribution.content)
        stances = stances_of(document, known, named, kinds=self.topics.kinds)
        return known.model_copy(update={"stances": stances})


def build_extractor(settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor that needs no trained model."""
    return composed("rules", find_attributions, scheme)


def composed(name: str, step: AttributionStep, scheme: TopicScheme) -> Extractor:
    """An extractor around any attribution step."""
    return ComposedExtractor(name=name, step=step, topics=TopicMatcher(scheme))


def attributions_of(
    document: Document, paragraphs: Sequence[Paragraph], step: AttributionStep
) -> list[Attribution]:
    """Speaker turns, and what the step finds outside them, in text order: without what nobody has
    said, and with contents up to their end."""
    spoken, covered = find_turns(document)
    rest = [p for p in paragraphs if p.block.start not in covered]
    found = [a for a in step(document, rest) if not is_unspoken(a, rest)]
    mask = quoted_mask(document)
    # A known publisher who is no newspaper speaks for himself: nobody else adds to what was said.
    asides = document.outlet is not None and document.kind is not DocumentKind.NEWS_ARTICLE
    others = Nearby(found)
    longer = [whole(a, others, rest, mask, asides=asides) for a in found]
    return distinct([*spoken, *longer])
