"""Nouns as speakers: a title ("the former head of the Norr Bank"), a body ("the ministry"), a
group ("analysts"), a paper ("the report").

Comes in: a noun phrase in a Scene. Goes out: a Resolution.
"""

import re

from kg.extract.offices.titles import Title
from kg.link.cast.bodies import Bodies
from kg.link.cast.gender import of_words
from kg.link.cast.members import Member
from kg.link.cast.names import surname
from kg.link.resolve.descriptions import resolve_description
from kg.link.resolve.epithets import DESCRIBING, only_speaker
from kg.link.scene import UNKNOWN, Held, Resolution, Scene
from schema.entity import TenureStatus
from schema.ids import normalise_name
from schema.span import Span

_OFFICE_BEFORE, _OFFICE_LATER, _LAST_SPEAKER = 0.9, 0.7, 0.75
_SPOKESPERSON = 0.7
SPEAKS_FOR = frozenset({"spokesperson", "spokesman", "spokeswoman", "representative"})
_OWNED = re.compile(
    r"(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*['’]s?\s|(?:his|her|their|its|whose|my|our)\s",
    re.IGNORECASE,
)
_OF_MANY = frozenset({"candidate", "nominee", "member", "official"})
_NEAR_BLOCKS = 1
_MODIFYING = frozenset({"vice", "deputy", "assistant", "associate", "prime"})


def resolve_title(
    scene: Scene, bodies: Bodies, span: Span, title: Title, *, definite: bool
) -> Resolution:
    """Whom a title without a name means; "a spokesperson for X" speaks for X."""
    named = title.organization if title.organization and not title.organization.islower() else None
    organization = bodies.member(named) if named else None
    if title.head in SPEAKS_FOR and organization is not None and not definite:
        return Resolution(organization, _SPOKESPERSON)
    if not definite:
        return UNKNOWN
    holder = _holder(scene, span, title, organization)
    if holder.member is not None:
        return holder
    speaker = only_speaker(scene, span)
    described = UNKNOWN if _modified(title) else resolve_description(scene, span)
    if described.member is not None and _is_nearer(scene, span, described.member, speaker):
        return described
    if (
        speaker is not None
        and (organization or title.head in DESCRIBING)
        and _may_hold(scene, span, speaker, title, organization)
    ):
        if organization is not None:
            scene.held.append(
                Held(speaker, title.title, title.head, organization, title.status, span)
            )
        return Resolution(speaker, _LAST_SPEAKER)
    if title.head in SPEAKS_FOR and organization is not None:
        return Resolution(organization, _SPOKESPERSON)
    return UNKNOWN


def _holder(scene: Scene, span: Span, title: Title, organization: Member | None) -> Resolution:
    fitting = [h for h in scene.held if _is_called(h, title, organization)]
    if title.status is not TenureStatus.FORMER:
        # "The governor" is nobody who was one, where the text has another.
        fitting = [h for h in fitting if h.status is not TenureStatus.FORMER] or fitting
    before = [h for h in fitting if h.span.start < span.start]
    if before:
        nearest = scene.foremost((h.holder for h in before), span.start)
        # "President Norr" of whom no full name is known may be the president that is meant.
        if (
            organization is None
            and not _modified(title)
            and scene.stranger_nearer(span.start, nearest)
        ):
            return UNKNOWN
        # There are many candidates: the one that is meant was named just before.
        if title.head in _OF_MANY and not _is_near(scene, span, nearest, back=1):
            return UNKNOWN
        return Resolution(nearest, _OFFICE_BEFORE)
    if len({id(h.holder) for h in fitting}) == 1:
        return Resolution(fitting[0].holder, _OFFICE_LATER)
    return UNKNOWN


def _modified(title: Title) -> bool:
    """Whether it is a "vice president": no president, nor anybody called only by the noun."""
    return bool(_MODIFYING & set(normalise_name(title.title).split()))


def _is_called(held: Held, title: Title, organization: Member | None) -> bool:
    """Whether "the minister" can mean a Foreign Minister; "the president" is no vice president."""
    if organization is not None and held.organization is not organization:
        return False
    asked, known = (set(normalise_name(t).split()) for t in (title.title, held.title))
    return title.head == held.head and asked <= known and not _MODIFYING & (known - asked)


def _is_nearer(scene: Scene, span: Span, described: Member, speaker: Member | None) -> bool:
    """Whether somebody called by the noun is at hand, unless more is said ("the Norr senator")."""
    more = re.search(r"\s[A-Z]", span.of(scene.document.text)) is not None
    near = _is_near(scene, span, described, back=_NEAR_BLOCKS)
    return speaker is None or (near and not more)


def _is_near(scene: Scene, span: Span, member: Member, *, back: int) -> bool:
    """Whether somebody is named in this block or in one of some before."""
    blocks = (scene.block_at(span.start, back=k) for k in range(back, -1, -1))
    start = next((b.start for b in blocks if b is not None), 0)
    return member.is_named_in(start, span.start)


def _may_hold(
    scene: Scene, span: Span, speaker: Member, title: Title, organization: Member | None
) -> bool:
    """Whether nothing speaks against the last speaker: the gender, another owner ("Norr's
    adviser"), the same title elsewhere, a body named after the speaker, or somebody unknown in
    between."""
    owned = _OWNED.match(span.of(scene.document.text)) is not None
    elsewhere = any(
        h.holder is speaker and h.head == title.head and h.organization not in {None, organization}
        for h in scene.held
    )
    own = organization is not None and surname(speaker.name) in {
        w for f in organization.forms for w in normalise_name(f).split()
    }
    other_gender = {speaker.gender, of_words(scene.document.text, span)} == {"he", "she"}
    return not (
        owned
        or elsewhere
        or own
        or other_gender
        or scene.named_stranger_nearer(span.start, speaker)
    )
