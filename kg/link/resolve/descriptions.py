"""Descriptions of somebody named elsewhere: "the judge", "his ex-wife", "the businessman".

Comes in: a noun phrase in a Scene. Goes out: a Proposal. Whoever has the noun right before the
name, or in an apposition behind it, may be meant: the last one before; in headline and lead, where
names follow, the only one of the text. Where the text calls nobody so, the noun is another word for
the one person who has just spoken, unless it brings in somebody new ("the spokesman").
"""

from collections.abc import Iterator

from kg.english.offices import is_head
from kg.english.words import phrases, words
from kg.link.cast.gender import of_words
from kg.link.cast.members import Member
from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.attribution import Role
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

# Short and long forms, and words that papers use for one another.
_SAME = {
    short: long
    for line in phrases("people", "same")
    for long, *others in [line.split()]
    for short in others
}
_PEOPLE = words("people", "person nouns")
_ENDINGS = tuple(words("people", "endings of person nouns"))
_NO_PEOPLE = words("people", "no person nouns")
# Titles that describe whoever has just spoken; "the minister" may be anybody's.
DESCRIBING = words("people", "describing")
# These may also take up whom the paragraph before is about.
_OF_A_TOPIC = DESCRIBING | {"businessman", "businesswoman", "candidate", "nominee"}
# The holder of such an office is known without being named, or speaks for others.
_SOMEBODY_NEW = words("people", "somebody new")
_FORMER = frozenset({"former", "onetime", "retired", "ex"})
# "The only Republican who", "the senator from Norr": somebody who is told apart from others.
_PICKING_OUT = frozenset({"only", "first", "second", "last", "other", "next"})
_PARTIES = (
    words("offices", "parties")
    if False
    else frozenset(
        {
            "republican",
            "democratic",
            "gop",
            "democrat",
            "conservative",
            "labour",
            "liberal",
            "green",
        }
    )
)
_LEAD_BLOCKS = 2


def resolve_description(scene: Scene, phrase: NounPhrase) -> Proposal:
    """Who is described by a phrase whose head is no office of the cast."""
    at, noun = phrase.span, _describing(phrase)
    lead = scene.block_at(at.start, back=_LEAD_BLOCKS) is None
    capital = phrase.head.text[0].isupper() and not is_head(noun)
    if phrase.of or capital or not (phrase.is_definite or lead) or not is_person_noun(noun):
        return UNKNOWN
    bearers = [(s, m) for s, beside, m in nouns_beside_names(scene) if beside == noun]
    before = [m for s, m in bearers if s.end <= at.start]
    if before and phrase.is_definite:
        return Proposal(Evidence.DESCRIBED_BEFORE, scene.foremost(before, at.start))
    only = {id(m): m for _, m in bearers}
    told = not list(phrase.behind("in", "from", "at", "for")) or before  # "chief in Norrby"
    if len(only) == 1 and (lead or before) and told:
        return Proposal(Evidence.DESCRIBED_LATER, next(iter(only.values())))
    return UNKNOWN


def resolve_epithet(scene: Scene, phrase: NounPhrase) -> Proposal:
    """The one person who has just spoken, if the phrase can only be another word for him or her."""
    at, noun = phrase.span, _describing(phrase)
    modifiers = [t.lower for t in phrase.head.children if t.i < phrase.head.i]
    former = bool(_FORMER & set(modifiers))
    if phrase.determiner != "the" or not is_person_noun(noun):
        return UNKNOWN
    office = is_head(noun) and noun not in _OF_A_TOPIC
    if ((noun in _SOMEBODY_NEW or office) and not former) or _introduced(scene, noun):
        return UNKNOWN
    if _PICKING_OUT & set(modifiers) or any(phrase.behind("from")):
        return UNKNOWN
    # "The French president" is no president who spoke before of another state.
    capitals = [t for t in phrase.modifiers if t.text[0].isupper() and t.lower not in _PARTIES]
    if capitals and is_head(noun):
        return UNKNOWN
    speaker = only_speaker(scene, at)
    if speaker is None and not office:
        speaker = _topic(scene, at)
    elif speaker is not None and _another_at_hand(scene, at, speaker):
        return UNKNOWN
    if speaker is None or {speaker.gender, of_words(scene.document.text, at)} == {"he", "she"}:
        return UNKNOWN
    return Proposal(Evidence.EPITHET, speaker)


def is_person_noun(noun: str) -> bool:
    """Whether a noun says who a person is, by office, kinship or what the noun ends in."""
    if noun in _NO_PEOPLE:
        return False
    return is_head(noun) or noun in _PEOPLE or (len(noun) > 4 and noun.endswith(_ENDINGS))


def nouns_beside_names(scene: Scene) -> Iterator[tuple[Span, str, Member]]:
    """The nouns beside each personal name, in text order: before it, or apposed to it."""
    every = Span(0, len(scene.document.text))
    for span, member in scene.cast.mentioned(ActorKind.PERSON, every):
        phrase = scene.phrase(span)
        if phrase is None:
            continue
        head = phrase.head
        before = [t for t in head.children if t.end <= span.start and t.pos in {"NOUN", "PROPN"}]
        apposed = [a.head for a in phrase.apposed]
        above = [head.head] if head.relation == "appos" else []
        for noun in (*before[-1:], *apposed, *above):
            yield span, _same(noun.lower), member


def only_speaker(scene: Scene, at: Span) -> Member | None:
    """The person who alone has spoken last, in this paragraph or the one before."""
    for back in (0, 1):
        block = scene.block_at(at.start, back=back)
        spoken = scene.speakers(block, before=at.start) if block else []
        if spoken and block and _spoke_aside(scene, Span(block.start, at.start)):
            return None
        if spoken:
            one = len({id(m) for m in spoken}) == 1 and spoken[0].kind is ActorKind.PERSON
            return spoken[0] if one else None
    return None


def _same(noun: str) -> str:
    """The long or common form of a noun ("gen" is "general")."""
    return _SAME.get(noun.rstrip("."), noun.rstrip("."))


def _describing(phrase: NounPhrase) -> str:
    """The noun of a phrase, with the word before it where "general" is no rank."""
    before = phrase.modifiers[-1].lower if phrase.modifiers else ""
    if phrase.noun == "general" and before in {"attorney", "inspector", "solicitor", "director"}:
        return f"{before} general"
    return _same(phrase.noun)


def _another_at_hand(scene: Scene, at: Span, speaker: Member) -> bool:
    """Whether somebody else may be meant, who was named since or, before anybody has spoken in
    this paragraph, in it. Names inside quotations do not count."""
    if scene.named_stranger_nearer(at.start, speaker):
        return True
    block = scene.block_at(at.start)
    last = speaker.named_until(at.start)
    if block is not None and not scene.speakers(block, before=at.start):
        last = min(last, block.start)
    since = scene.cast.mentioned(ActorKind.PERSON, Span(last, at.start))
    start = max(last, block.start if block else 0)
    return any(
        m is not speaker and s.start >= start and not scene.quoted(s.start) for s, m in since
    )


def _topic(scene: Scene, at: Span) -> Member | None:
    """Whom the paragraph before is about, for a phrase that begins one: the only person in it, and
    the subject of a sentence."""
    here, before = scene.block_at(at.start), scene.block_at(at.start, back=1)
    if here is None or before is None or at.start != here.start:
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
