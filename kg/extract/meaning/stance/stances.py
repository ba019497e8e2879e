"""Stances: the side an attribution takes on its topics, where the act or the wording says it.

Comes in: a Document and an attribution with its act, negation and topics; best also the topic
mentions, so that a stance goes to the topic that the wording governs, and the kinds of topics.
Goes out: `Stance`s. Called by the extractors. A side that has to be guessed is not taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations, product
from typing import Literal

from kg.extract.meaning.stance.acts import given_sides, voice_of
from kg.extract.meaning.stance.clauses import clauses_of, is_asserted
from kg.extract.meaning.stance.places import Place, places_of
from kg.extract.meaning.stance.wordings import Side, Voice, own_words
from schema.attribution import Attribution, Stance, TopicMention
from schema.document import Document
from schema.span import Span, hull
from schema.topic import Kind

_HOLDING = re.compile(r"\s+(?:on|for|about|over|against)\s+(?:the\s+|all\s+)?")
Polarity = Literal["supports", "opposes"]


def stances_of(
    document: Document,
    attribution: Attribution,
    mentions: Iterable[TopicMention] | None = None,
    *,
    kinds: Mapping[str, Kind] | None = None,
) -> tuple[Stance, ...]:
    """The sides an attribution takes on its topics, sorted by topic.

    With `mentions` a topic counts where it stands; without them, every topic of the attribution
    counts when the content takes one side only. A topic on both sides gets none. `kinds` tells
    harms and measures from mere things: nobody is for a harm, and rules on it are against it.
    """
    known = kinds or {}
    places = tuple(places_of(document.text, attribution, mentions, known))
    voice = voice_of(document.text, attribution)
    for sides in (
        _own(document.text, attribution, voice),
        _given(document.text, attribution, voice),
    ):
        found = _taken(sides, places, known) if places else {}
        if found:
            break
    found = _innermost(document.text, found, places, known)
    return tuple(
        _stance(document.text, topic, taken)
        for topic, taken in sorted(found.items())
        if len({sign for sign, _ in taken}) == 1
    )


def _innermost(
    text: str,
    found: dict[str, set[tuple[int, Span]]],
    places: Iterable[Place],
    kinds: Mapping[str, Kind],
) -> dict[str, set[tuple[int, Span]]]:
    """Less what only holds another measure: "stricter rules on personal data" is on the data."""
    spans = [(p.topic, p.span) for p in places if p.span and p.topic in found]
    holding = {
        outer
        for (outer, a), (inner, b) in permutations(spans, 2)
        if outer != inner
        and kinds.get(inner) == "measure"
        and a.end < b.start
        and _HOLDING.fullmatch(text, a.end, b.start)
    }
    return {topic: taken for topic, taken in found.items() if topic not in holding}


def _taken(
    sides: Iterable[Side], places: Iterable[Place], kinds: Mapping[str, Kind]
) -> dict[str, set[tuple[int, Span]]]:
    """The signs taken on each topic, with the passages that say so."""
    found: dict[str, set[tuple[int, Span]]] = {}
    for side, place in product(sides, places):
        sign = _sign(side, place, kinds.get(place.topic, "thing"))
        if sign and place.is_governed(side.scope):
            found.setdefault(place.topic, set()).add((sign, _reason(side, place)))
    return found


def _reason(side: Side, place: Place) -> Span:
    """The passage from the words that take the side to those that name the topic."""
    if place.span is None:
        return side.scope
    return hull((side.by, place.span)) if side.by else Span(side.scope.start, place.span.end)


def _sign(side: Side, place: Place, kind: Kind) -> int:
    """The side taken on a topic of this kind; 0 for none."""
    if (side.measures_only and kind != "measure") or (side.harms_only and kind != "harm"):
        return 0
    if side.judging and kind != "measure" and not (kind == "thing" and place.is_project):
        return 0
    if kind == "harm" and place.names_rules:
        return -1 if side.sign > 0 else 0
    if kind == "harm":
        return -1 if side.sign * (-1 if side.regulating else 1) < 0 else 0
    if kind == "thing" and (side.regulating or place.names_rules):
        return 0
    if kind == "measure" and place.names_ill:
        # Whoever is against the risks is for what the scheme files them under.
        return 1 if side.sign < 0 or side.regulating else 0
    return side.sign


def _stance(text: str, topic: str, taken: set[tuple[int, Span]]) -> Stance:
    sign, reason = min(taken, key=lambda side: side[1])
    polarity: Polarity = "supports" if sign > 0 else "opposes"
    return Stance(topic=topic, polarity=polarity, reason=" ".join(reason.of(text).split()))


def _own(text: str, attribution: Attribution, voice: Voice) -> Iterator[Side]:
    """Each passage of the content that the speaker's own words govern, with its sign."""
    for content in attribution.content if not attribution.negated else ():
        for clause in clauses_of(text, content):
            if is_asserted(text, content, clause):
                yield from own_words(text, clause, voice)


def _given(text: str, attribution: Attribution, voice: Voice) -> Iterator[Side]:
    """Each passage of the content that the act alone takes a side on."""
    first = attribution.content[0]
    for content in attribution.content:
        for clause in clauses_of(text, content):
            opens = clause.start == first.start
            yield from given_sides(text, attribution, clause, voice, opens=opens)
