"""Attributions as Statement nodes, with speaker, office, topics, stance and passage."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.build.actors import add_actor, add_topic
from kg.build.batch import Batch
from kg.build.days import said_on
from kg.build.passages import add_span
from schema import ids
from schema.attribution import Attribution, Mode
from schema.document import Document
from schema.entity import Actor, ActorKind
from schema.linked import LinkedAttribution
from schema.span import Span, hull
from schema.topic import Topic

_QUOTES = "\"“”„«»'‘’ "
_SIDE = {"supports": "SUPPORTS", "opposes": "OPPOSES"}


def words_of(document: Document, spans: Iterable[Span]) -> str:
    """The words of some passages on one line, white space folded, a gap shown as an ellipsis."""
    return " … ".join(re.sub(r"\s+", " ", s.of(document.text)).strip() for s in spans)


def statement_key(
    document: Document, attribution: Attribution, speaker: Actor | None, occurrences: Counter[str]
) -> str:
    """The statement's URI.

    A verbatim quote of at least `ids.MIN_QUOTE_WORDS` words by a known speaker is the same
    statement wherever it is printed; anything else belongs to its document.
    """
    text = words_of(document, attribution.content)
    words = ids.normalise_words(text)
    quoted = attribution.mode is Mode.DIRECT and len(words.split()) >= ids.MIN_QUOTE_WORDS
    if quoted and speaker is not None:
        return ids.quotation_uri(speaker.name, text)
    occurrences[words] += 1
    return ids.statement_uri(document.uri, text, occurrences[words] - 1)


def add_statements(
    batch: Batch,
    document: Document,
    version: str,
    found: Iterable[LinkedAttribution],
    offices: Mapping[str, tuple[str, ...]],
    topics: Mapping[str, Topic],
) -> None:
    """Assert the attributions; `offices` are the tenure URIs in force by person."""
    occurrences: Counter[str] = Counter()
    for linked in found:
        uri = statement_key(document, linked.attribution, linked.speaker, occurrences)
        _add_statement(batch, document, uri, linked)
        batch.link(uri, "QUOTED_FROM", document.uri)
        span = add_span(batch, document, version, hull(linked.attribution.content))
        batch.link(uri, "EVIDENCED_BY", span)
        about = _link_topics(batch, uri, linked, topics)
        if linked.speaker is not None:
            speaker = add_actor(batch, document, linked.speaker)
            _link_speaker(batch, uri, speaker, offices)
            if linked.speaker.kind is ActorKind.DOCUMENT:
                # "The report mentions embodied AI": a paper treats what it is quoted on.
                for topic in about:
                    batch.link(speaker, "MENTIONS", topic)


def _add_statement(batch: Batch, document: Document, uri: str, linked: LinkedAttribution) -> None:
    found = linked.attribution
    labels = ("Statement", "Quotation") if found.mode is Mode.DIRECT else ("Statement",)
    day, day_source = said_on(document)
    batch.add(
        uri,
        *labels,
        text=words_of(document, found.content).strip(_QUOTES) or words_of(document, found.content),
        mode=found.mode.value,
        act=found.act.value,
        negated=found.negated,
        cue=words_of(document, found.cue) or None,
        sourceText=words_of(document, found.source) or None,
        saidOn=day,
        saidOnSource=day_source,
        confidence=round(found.confidence, 4),
        speakerConfidence=round(linked.speaker_confidence, 4),
        stanceReason=tuple(sorted({re.sub(r"\s+", " ", s.reason) for s in found.stances})),
        reviewStatus="unreviewed",
    )


def _link_topics(
    batch: Batch, uri: str, linked: LinkedAttribution, topics: Mapping[str, Topic]
) -> list[str]:
    """Link the topics and the sides taken; returns the topics' URIs."""
    found = linked.attribution
    notations = sorted({*found.topics, *(s.topic for s in found.stances)})
    about = [add_topic(batch, topics[notation]) for notation in notations]
    for topic in about:
        batch.link(uri, "ABOUT", topic)
    for stance in found.stances:
        batch.link(uri, _SIDE[stance.polarity], topics[stance.topic].uri)
    return about


def _link_speaker(
    batch: Batch, uri: str, speaker: str, offices: Mapping[str, tuple[str, ...]]
) -> None:
    batch.link(speaker, "SAID", uri)
    for tenure in offices.get(speaker, ()):
        batch.link(uri, "SPOKEN_AS", tenure)
