"""Stances: the side an attribution takes on its topics, where the act or the wording says it.

Comes in: a Document and an attribution with its act, negation and topics; best also the topic
mentions, so that a stance goes to the topic that the wording governs, and the kinds of topics.
Goes out: `Stance`s. Called by the extractors. A side that has to be guessed is not taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from kg.extract.cues_stance import OPENING, POINTING
from kg.extract.stance_wordings import Side, clauses_of, governed, own_words
from schema.attribution import Act, Attribution, Stance, TopicMention
from schema.document import Document
from schema.span import Span
from schema.topic import Kind

Polarity = Literal["supports", "opposes"]

# What the act of speaking alone says about the object of the speech.
_SIDE_OF_ACT = {
    Act.SUPPORTED: 1,
    Act.CALLED_FOR: 1,
    Act.PROPOSED: 1,
    Act.PLEDGED: 1,
    Act.OPPOSED: -1,
    Act.DENOUNCED: -1,
}
# These take the side of the words they begin with: "wants to ban X", "announced support for X".
_SIDE_BY_WORDS = frozenset({Act.WANTED, Act.PLANNED, Act.ANNOUNCED})
_MISUSE = re.compile(r"(?:misus|abus)(?:e|es|ing)\b", re.IGNORECASE)
_BAN = re.compile(r"^\w+\s.*\b(?:bans?|moratorium|prohibition)$", re.IGNORECASE | re.DOTALL)
_LONGEST = 12  # words of a content whose object may be "it"


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
    sides = list(_sides(document.text, attribution))
    found: dict[str, set[tuple[int, Span]]] = {}
    kinds = kinds or {}
    for topic, place in _places(document.text, attribution, mentions, kinds):
        for side in sides:
            sign = _sign(side, kinds.get(topic, "thing"))
            if sign and (place is None or _reaches(document.text, side.scope, place)):
                reason = Span(side.scope.start, place.end) if place else side.scope
                found.setdefault(topic, set()).add((sign, reason))
    return tuple(
        _stance(document.text, topic, taken)
        for topic, taken in sorted(found.items())
        if len({sign for sign, _ in taken}) == 1
    )


def _reaches(text: str, scope: Span, place: Span) -> bool:
    """Whether a scope governs a mention; "the ban" is governed with what "ban" does to a topic."""
    at = place.end - 1 if _BAN.search(place.of(text)) else place.start
    return scope.start <= at < scope.end


def _sign(side: Side, kind: Kind) -> int:
    """The side taken on a topic of this kind; 0 for none."""
    if side.measures_only and kind != "measure":
        return 0
    if kind == "harm":
        return -1 if side.sign * (-1 if side.regulating else 1) < 0 else 0
    if kind == "thing" and side.regulating:
        return 0
    return side.sign


def _stance(text: str, topic: str, taken: set[tuple[int, Span]]) -> Stance:
    sign, reason = min(taken, key=lambda side: side[1])
    polarity: Polarity = "supports" if sign > 0 else "opposes"
    return Stance(topic=topic, polarity=polarity, reason=" ".join(reason.of(text).split()))


def _places(
    text: str,
    attribution: Attribution,
    mentions: Iterable[TopicMention] | None,
    kinds: Mapping[str, Kind],
) -> Iterator[tuple[str, Span | None]]:
    if mentions is None:
        yield from ((t, None) for t in attribution.topics)
        return
    contents = attribution.content
    known = [m for m in mentions if m.topic in attribution.topics]
    inside = [m for m in known if any(c.contains(m.span) for c in contents)]
    for mention in inside:
        # "prevent misuse of AI" is not against what a scheme files under "misuse of AI".
        if not _MISUSE.match(text, mention.span.start):
            yield mention.topic, mention.span
    if not inside and (place := _object(text, contents[0])) is not None:
        # A plan or a bill is a measure; of a thing that is discussed nearby it says nothing.
        yield from ((t, place) for t in attribution.topics if kinds.get(t) == "measure")


def _object(text: str, content: Span) -> Span | None:
    """The "it" or "the plan" that a short content ends with."""
    words = content.of(text)
    pointing = POINTING.search(words) if len(words.split()) <= _LONGEST else None
    if pointing is None:
        return None
    return Span(content.start + pointing.start(), content.start + pointing.end())


def _sides(text: str, attribution: Attribution) -> Iterator[Side]:
    """Each passage of the content that a word of taking sides governs, with its sign."""
    clauses = [c for content in attribution.content for c in clauses_of(text, content)]
    own = [side for clause in clauses for side in own_words(text, clause)]
    given = _given(text, attribution)
    if own or given is None:
        yield from own if not attribution.negated else ()
        return
    for clause in clauses:
        if clause.start == attribution.content[0].start:
            yield from governed(text, clause, given)


def _given(text: str, attribution: Attribution) -> int | None:
    """The side that the act alone takes on what it governs."""
    act, content = attribution.act, attribution.content[0]
    if attribution.negated:
        # Who does not support it is against it; who does not oppose it need not be for it.
        return -1 if act is Act.SUPPORTED else None
    if act is Act.WARNED and any("against" in s.of(text) for s in attribution.cue):
        return -1
    if act in _SIDE_BY_WORDS and OPENING.match(text, *content):
        return 1
    return _SIDE_OF_ACT.get(act)
