"""Titles without a name as speakers: "the former head of the Norr Bank", "a spokesman for Norr".

Comes in: a title, with its noun phrase, in a Scene. Goes out: a Proposal.
"""

from kg.english.words import listed
from kg.extract.offices.titles import Title
from kg.link.cast.gender import of_words
from kg.link.cast.members import Member
from kg.link.cast.names import surname
from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.resolve.descriptions import DESCRIBING, only_speaker, resolve_description
from kg.link.scene import Held, Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind, TenureStatus
from schema.ids import normalise_name
from schema.span import Span

SPEAKS_FOR = listed("people", "spokespeople")
_OF_MANY = frozenset({"candidate", "nominee", "member", "official"})
_NEAR_BLOCKS = 1
_MODIFYING = frozenset({"vice", "deputy", "assistant", "associate", "prime"})


def resolve_title(
    scene: Scene, phrase: NounPhrase, at: Span, title: Title, *, definite: bool
) -> Proposal:
    """Whom a title without a name means; "a spokesperson for X" speaks for X."""
    named = title.organization if title.organization and not title.organization.islower() else None
    organization = scene.bodies.known(named) if named else None
    for_body = new(Evidence.SPOKESPERSON, ActorKind.ORGANIZATION, named or "")
    if title.head in SPEAKS_FOR and named and not definite:
        return for_body
    if not definite:
        return UNKNOWN
    holder = _holder(scene, at, title, named, organization)
    if holder.somebody:
        return holder
    speaker = only_speaker(scene, at)
    described = UNKNOWN if _modified(title) else resolve_description(scene, phrase)
    if described.member and _is_nearer(scene, phrase, described.member, speaker):
        return described
    describing = named or title.head in DESCRIBING
    if speaker and describing and _may_hold(scene, phrase, at, speaker, title, organization):
        office = title if named else None
        return Proposal(Evidence.OFFICE_OF_LAST_SPEAKER, speaker, office=office)
    return for_body if title.head in SPEAKS_FOR and named else UNKNOWN


def _holder(
    scene: Scene, at: Span, title: Title, named: str | None, organization: Member | None
) -> Proposal:
    fitting = [h for h in scene.held if _is_called(h, title, named, organization)]
    if title.status is not TenureStatus.FORMER:
        # "The governor" is nobody who was one, where the text has another.
        fitting = [h for h in fitting if h.status is not TenureStatus.FORMER] or fitting
    before = [h for h in fitting if h.span.start < at.start]
    if before:
        nearest = scene.foremost((h.holder for h in before), at.start)
        # "President Norr" of whom no full name is known may be the president that is meant.
        plain = named is None and not _modified(title)
        if plain and scene.stranger_nearer(at.start, nearest):
            return UNKNOWN
        # There are many candidates: the one that is meant was named just before.
        if title.head in _OF_MANY and not _is_near(scene, at, nearest, back=1):
            return UNKNOWN
        return Proposal(Evidence.OFFICE_BEFORE, nearest)
    if len({id(h.holder) for h in fitting}) == 1:
        return Proposal(Evidence.OFFICE_LATER, fitting[0].holder)
    return UNKNOWN


def _modified(title: Title) -> bool:
    """Whether it is a "vice president": no president, nor anybody called only by the noun."""
    return bool(_MODIFYING & set(normalise_name(title.title).split()))


def _is_called(held: Held, title: Title, named: str | None, organization: Member | None) -> bool:
    """Whether "the minister" can mean a Foreign Minister; "the president" is no vice president."""
    if named and (organization is None or held.organization is not organization):
        return False
    asked, known = (set(normalise_name(t).split()) for t in (title.title, held.title))
    return title.head == held.head and asked <= known and not _MODIFYING & (known - asked)


def _is_nearer(scene: Scene, phrase: NounPhrase, described: Member, speaker: Member | None) -> bool:
    """Whether somebody called by the noun is at hand, unless more is said ("the Norr senator")."""
    more = any(t.text[0].isupper() for t in phrase.head.subtree[1:])
    near = _is_near(scene, phrase.span, described, back=_NEAR_BLOCKS)
    return speaker is None or (near and not more)


def _is_near(scene: Scene, at: Span, member: Member, *, back: int) -> bool:
    """Whether somebody is named in this block or in one of some before."""
    blocks = (scene.block_at(at.start, back=k) for k in range(back, -1, -1))
    start = next((b.start for b in blocks if b is not None), 0)
    return member.is_named_in(start, at.start)


def _may_hold(
    scene: Scene,
    phrase: NounPhrase,
    at: Span,
    speaker: Member,
    title: Title,
    organization: Member | None,
) -> bool:
    """Whether nothing speaks against the last speaker: the gender, another owner ("Norr's
    adviser"), the same title elsewhere, a body named after the speaker, or somebody unknown in
    between."""
    owned = phrase.owner is not None or phrase.determiner in {"his", "her", "their", "its", "my"}
    elsewhere = any(
        h.holder is speaker and h.head == title.head and h.organization not in {None, organization}
        for h in scene.held
    )
    own = organization is not None and surname(speaker.name) in {
        w for f in organization.forms for w in normalise_name(f).split()
    }
    other_gender = {speaker.gender, of_words(scene.document.text, at)} == {"he", "she"}
    stranger = scene.named_stranger_nearer(at.start, speaker)
    return not (owned or elsewhere or own or other_gender or stranger)
