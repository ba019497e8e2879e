"""Epithets: "the businessman", "the former secretary of state", said of whoever speaks already.

Comes in: a noun phrase in a Scene. Goes out: a Resolution. Nouns that bring somebody new ("the
spokesman") stay unknown.
"""

import re

from kg.english.offices import is_head, word_set
from kg.link.cast.gender import of_words
from kg.link.cast.members import Member
from kg.link.resolve.descriptions import is_person_noun, nouns_beside_names, plain_noun
from kg.link.resolve.phrases import read_phrase
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.attribution import Role
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

# Titles that describe whoever has just spoken; "the minister" may be anybody's.
DESCRIBING = frozenset(
    {"lawmaker", "legislator", "senator", "congressman", "congresswoman", "researcher",
     "economist", "analyst", "professor", "author", "lawyer", "scientist", "actor", "actress",
     "expert", "executive", "entrepreneur", "diplomat", "spokesperson", "spokesman",
     "spokeswoman", "politician", "engineer", "cryptographer", "physicist", "journalist"}
)  # fmt: skip
# These may also take up whom the paragraph before is about.
_OF_A_TOPIC = DESCRIBING | {"businessman", "businesswoman", "candidate", "nominee"}
_EPITHET = 0.6
# The holder of such an office is known without being named, or speaks for others.
_SOMEBODY_NEW = word_set(
    "spokesman spokeswoman spokesperson representative source reporter journalist correspondent "
    "judge justice official moderator host interviewer anchor prosecutor lawyer attorney driver "
    "victim gunman shooter attacker suspect witness narrator user commenter caller voter aide "
    "staffer insider person man woman boy girl member other president minister chancellor premier "
    "pope king queen emperor chairman chief director officer manager counsel ambassador general "
    "commander teacher parent student doctor nurse police author writer editor speaker adviser "
    "supporter heckler protester employee worker critic ally friend colleague rival "
    "opponent donor backer follower fan customer neighbor relative wife husband father mother son "
    "daughter brother sister resident leader owner manager agent detective secretary deputy"
)
_FORMER = re.compile(r"^the\s+(?:former|onetime|one-time|ex-|retired)", re.IGNORECASE)
# "The only Republican who", "the senator from Norr": somebody who is told apart from others.
_PICKED_OUT = re.compile(r"\b(?:only|first|second|last|other|next|from)\b")
_PARTY = word_set("Republican Democratic GOP Democrat Conservative Labour Liberal Green")


def resolve_epithet(scene: Scene, span: Span) -> Resolution:
    """The one person who has just spoken, if the phrase can only be another word for him or her."""
    text = span.of(scene.document.text)
    phrase = read_phrase(text)
    noun = plain_noun(phrase.head)
    former = _FORMER.match(text) is not None
    if not text.lower().startswith("the ") or phrase.owned or not is_person_noun(noun):
        return UNKNOWN
    office = is_head(noun) and noun not in _OF_A_TOPIC
    if ((noun in _SOMEBODY_NEW or office) and not former) or _introduced(scene, noun):
        return UNKNOWN
    if _PICKED_OUT.search(text.split(",")[0]):
        return UNKNOWN
    # "The French president" is no president who spoke before of another state.
    names = [w for w in phrase.core.split()[:-1] if w[0].isupper() and w not in _PARTY]
    if names and is_head(noun):
        return UNKNOWN
    speaker = only_speaker(scene, span)
    if speaker is None and not office:
        speaker = _topic(scene, span)
    elif speaker is not None and _another_at_hand(scene, span, speaker):
        return UNKNOWN
    if speaker is None:
        return UNKNOWN
    if {speaker.gender, of_words(scene.document.text, span)} == {"he", "she"}:
        return UNKNOWN
    return Resolution(speaker, _EPITHET)


def _another_at_hand(scene: Scene, span: Span, speaker: Member) -> bool:
    """Whether somebody else may be meant, who was named since or, before anybody has spoken in
    this paragraph, in it. Names inside quotations do not count."""
    if scene.named_stranger_nearer(span.start, speaker):
        return True
    block = scene.block_at(span.start)
    last = speaker.named_until(span.start)
    if block is not None and not scene.speakers(block, before=span.start):
        last = min(last, block.start)
    since = scene.cast.mentioned(ActorKind.PERSON, Span(last, span.start))
    start = max(last, block.start if block else 0)
    return any(
        m is not speaker and s.start >= start and not scene.quoted(s.start) for s, m in since
    )


def _topic(scene: Scene, span: Span) -> Member | None:
    """Whom the paragraph before is about, for a phrase that begins one: the only person in it, and
    the subject of a sentence."""
    here, before = scene.block_at(span.start), scene.block_at(span.start, back=1)
    if here is None or before is None or span.start != here.start:
        return None
    named = scene.cast.mentioned(ActorKind.PERSON, before)
    strange = bool(scene.strangers.places.inside(before))
    subject = any(scene.roles.get(s.end) is Role.SUBJECT for s, _ in named)
    alone = len({id(m) for _, m in named}) == 1 and not strange
    return named[0][1] if alone and subject else None


def _introduced(scene: Scene, noun: str) -> bool:
    """Whether the text calls anybody so, in an office or beside a name."""
    held = any(noun in normalise_name(h.title).split() for h in scene.held)
    return held or any(beside == noun for _, beside, _ in nouns_beside_names(scene))


def _spoke_aside(scene: Scene, within: Span) -> bool:
    """Whether the last who spoke is only described so ("Sol, who criticised it, was invited")."""
    near = scene.spoken.places.meeting(within)
    last = [s for s, _ in near if within.start <= s.start]
    return bool(last) and max(last).of(scene.document.text).lower() in {"who", "whose", "which"}


def only_speaker(scene: Scene, span: Span) -> Member | None:
    """The person who alone has spoken last, in this paragraph or the one before."""
    for back in (0, 1):
        block = scene.block_at(span.start, back=back)
        spoken = scene.speakers(block, before=span.start) if block else []
        if spoken and block and _spoke_aside(scene, Span(block.start, span.start)):
            return None
        if spoken:
            one = len({id(m) for m in spoken}) == 1 and spoken[0].kind is ActorKind.PERSON
            return spoken[0] if one else None
    return None
