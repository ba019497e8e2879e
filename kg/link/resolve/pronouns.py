"""He, she, it and they as speakers.

Comes in: a pronoun's passage in a Scene. Goes out: a Proposal.

Everybody named before is a candidate, people without a full name as well; the cheapest one whose
gender fits is meant. A candidate costs by how many sentences of the narrator lie between, and by
what it is there: speakers and subjects are taken up again, objects and owners seldom are. When the
cheapest is somebody unknown, nobody is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.link.cast.gender import of_words
from kg.link.cast.members import Member
from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.scene import Scene
from schema.attribution import Role
from schema.entity import ActorKind
from schema.span import Span

_SPEAKER = 0.0
_ROLES = {Role.SUBJECT: 0.3, Role.EMBEDDED: 0.9, Role.OTHER: 1.8}
_OTHER_PARAGRAPH, _QUOTED_AWAY = 0.5, 2.0
_GENDER_OPEN, _GENDER_OPEN_SPEAKER, _GENDER_OPEN_STRANGER = 1.6, 0.6, 0.5
_TOO_FAR = 4.5
_FARTHEST = 6  # sentences back; more than `_TOO_FAR`
_TOO_FAR_FOR_THINGS = 1.6
_MOST_BLOCKS_BACK = 2
_KINDS = {
    "it": frozenset({ActorKind.ORGANIZATION, ActorKind.DOCUMENT}),
    "they": frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION}),
}
_SEVERAL = re.compile(r"(?:they|them|we|us|it|its|you|both|many|some|others)", re.IGNORECASE)


@dataclass(frozen=True)
class _Candidate:
    """Somebody who may be meant; without a member it is somebody unknown."""

    cost: float
    distance: int
    member: Member | None


def resolve_pronoun(scene: Scene, span: Span, pronoun: str) -> Proposal:
    """Whom "he", "she", "it" or "they" (lower case) means."""
    if pronoun in _KINDS:
        found = _things(scene, span, _KINDS[pronoun])
        too_far, evidence = _TOO_FAR_FOR_THINGS, Evidence.PRONOUN_OF_THINGS
    else:
        found = _people(scene, span, pronoun)
        too_far, evidence = _TOO_FAR, Evidence.PRONOUN
    best = min(found, key=lambda c: (c.cost, c.distance), default=None)
    if best is None or best.cost > too_far or best.member is None:
        return UNKNOWN
    return Proposal(evidence, best.member, cost=best.cost)


def _people(scene: Scene, span: Span, pronoun: str) -> Iterator[_Candidate]:
    within = _reach(scene, span)
    if within is None:
        return
    for at, member in scene.cast.mentioned(ActorKind.PERSON, within):
        role = _SPEAKER if _spoke(scene, at, member) else _role(scene, at)
        if member.gender in {None, pronoun}:
            yield _candidate(scene, span, at, role, member)
    for at in scene.strangers.places.inside(within):
        if _SEVERAL.fullmatch(at.of(scene.document.text)):
            continue
        gender = of_words(scene.document.text, at)
        if gender in {None, pronoun}:
            role = _role(scene, at) + (0.0 if gender else _GENDER_OPEN_STRANGER)
            yield _candidate(scene, span, at, role, None)


def _things(scene: Scene, span: Span, kinds: frozenset[ActorKind]) -> Iterator[_Candidate]:
    within = _reach(scene, span)
    if within is None:
        return
    named = [pair for k in sorted(kinds) for pair in scene.cast.mentioned(k, within)]
    for at, member in sorted(named, key=lambda pair: pair[0]):
        spoke = _spoke(scene, at, member)
        # Many papers are named that say nothing; "it" takes up one that does.
        if member.kind is ActorKind.DOCUMENT and not _has_spoken(scene, member):
            continue
        # A body is several only where it has spoken: "the council said that they ..."
        if spoke or member.kind is ActorKind.GROUP or ActorKind.GROUP not in kinds:
            role = _SPEAKER if spoke else _role(scene, at)
            yield _candidate(scene, span, at, role, member)


def _spoke(scene: Scene, at: Span, member: Member) -> bool:
    """Whether a name is that of a speaker before the pronoun; others may stand in the source
    ("Bo Sol, once an adviser to Ada Norr")."""
    return any(m is member for _, m in scene.spoken.places.holding(at))


def _has_spoken(scene: Scene, member: Member) -> bool:
    return any(m is member for m in scene.spoken.members)


def _reach(scene: Scene, span: Span) -> Span | None:
    """The text before the pronoun in which it may be explained."""
    blocks = (scene.block_at(span.start, back=k) for k in range(_MOST_BLOCKS_BACK, -1, -1))
    first = next((b for b in blocks if b is not None), None)
    if first is None:
        return None
    # Each sentence costs one: who stands further back is too far in any case. To look at all of a
    # paragraph without end for each pronoun in it would take the square of its length.
    near = scene.sentence_start(span.start, back=_FARTHEST)
    return Span(max(first.start, near), span.start)


def _candidate(
    scene: Scene, span: Span, at: Span, role: float, member: Member | None
) -> _Candidate:
    cost = role + scene.sentences_between(at.start, span.start)
    if scene.block_at(at.start) != scene.block_at(span.start):
        cost += _OTHER_PARAGRAPH
    if scene.quoted(at.start) and not scene.quoted(span.start):
        cost += _QUOTED_AWAY
    if member is not None and member.kind is ActorKind.PERSON and member.gender is None:
        cost += _GENDER_OPEN if role else _GENDER_OPEN_SPEAKER
    return _Candidate(cost, span.start - at.end, member)


def _role(scene: Scene, at: Span) -> float:
    """What a name costs where it stands."""
    phrase = scene.phrase(at)
    return _ROLES[phrase.role if phrase else Role.OTHER]
