"""Extraction on one screen: a Reading becomes an Extraction.

    Reading --turns--> spoken paragraphs of a transcript
      --find---------> Candidates (`attributions/tag`, or `llm`)
      --passes-------> mended, completed and kept ones, one function a pass
      --meaning------> Attributions with mode, act, topics and stances
      --names, offices, topics--> the rest

`build_extractor` is the entry point `policykg.extractors: model`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.attributions.deeds import without_deeds
from kg.extract.attributions.keep import likely
from kg.extract.attributions.longer import continued, resumed, whole
from kg.extract.attributions.modes import mode_of
from kg.extract.attributions.subjects import with_subjects
from kg.extract.attributions.tag import tagged
from kg.extract.attributions.tidy import without_addresses, without_edges
from kg.extract.attributions.turns import find_turns
from kg.extract.candidate import Candidate, Find, Pass, distinct
from kg.extract.meaning.acts import act_of
from kg.extract.meaning.stance.stances import stances_of
from kg.extract.meaning.topics.matcher import TopicMatcher
from kg.extract.meaning.topics.places import TopicPlaces
from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.protocols import Extractor
from kg.read.reading import Reading, network
from kg.settings import Settings
from schema.attribution import Attribution, Extraction, Mode
from schema.span import joined
from schema.topic import TopicScheme

# What becomes of what the network has tagged, in this order.
OF_TAGS: tuple[Pass, ...] = (
    without_addresses,
    without_edges,
    without_deeds,
    with_subjects,
    likely,
    continued,
    resumed,
    whole,
    distinct,
)


def build_extractor(_settings: Settings, scheme: TopicScheme) -> Extractor:
    """The extractor of the trained network. Raises ConfigurationError without its weights."""
    network()  # tells at once when there is none
    return ComposedExtractor("model", tagged, OF_TAGS, TopicMatcher(scheme))


@dataclass(frozen=True)
class ComposedExtractor:
    """A way to find attributions, the passes it needs, and all that surrounds them."""

    name: str
    find: Find
    passes: tuple[Pass, ...]
    topics: TopicMatcher

    def __call__(self, reading: Reading) -> Extraction:
        """Extract from one document; the result depends on the document alone."""
        topics = self.topics.find(reading.document)
        places = TopicPlaces(reading.document, topics)
        names = Names.of(reading)
        return Extraction(
            tool=self.name,
            attributions=tuple(self._meant(reading, c, places) for c in self.candidates(reading)),
            offices=find_offices(reading, names),
            mentions=find_mentions(reading, names),
            topics=topics,
        )

    def candidates(self, reading: Reading) -> list[Candidate]:
        """The turns, and what is found outside of them, in text order."""
        spoken, covered = find_turns(reading.document)
        rest = reading.without(covered)
        found: Sequence[Candidate] = self.find(rest)
        for step in self.passes:
            found = tuple(step(rest, found))
        return list(distinct(reading, [*spoken, *found]))

    def _meant(self, reading: Reading, one: Candidate, topics: TopicPlaces) -> Attribution:
        """The finished attribution: its mode, its act, what it is about, the sides it takes."""
        text, mode = reading.text, mode_of(reading.text, reading.quoted, one.content)
        act, negated = act_of(
            joined(text, one.cue),
            source=joined(text, one.source),
            content=joined(text, one.content),
            quoted=mode is Mode.DIRECT,
        )
        said = Attribution(
            source=one.source,
            cue=one.cue,
            content=one.content,
            mode=mode,
            act=act,
            negated=negated,
            confidence=one.confidence,
        )
        about = self.topics.of_statement(reading.document, said, topics)
        said = said.model_copy(update={"topics": about})
        named = topics.inside(said.content)
        sides = stances_of(reading.document, said, named, kinds=self.topics.kinds)
        return said.model_copy(update={"stances": sides})
