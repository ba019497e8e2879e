"""Descriptions of somebody named elsewhere: "the judge", "his ex-wife", "the businessman".

Comes in: a noun phrase in a Scene. Goes out: a Proposal. Whoever has the noun right before the
name, or in an apposition behind it, may be meant: the last one before; in headline and lead, where
names follow, the only one of the text. Where the text calls nobody so, the noun is another word for
the one person who has just spoken, unless it brings in somebody new ("the spokesman").
"""

from collections.abc import Iterator

from kg.english.offices import is_head
from kg.english.words import listed, phrases
from kg.link.cast.members import Member
from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind
from schema.span import Span

# Short and long forms, and words that papers use for one another.
_SAME = {
    short: long
    for line in phrases("people", "same")
    for long, *others in [line.split()]
    for short in others
}
_PEOPLE = listed("people", "person nouns")
_ENDINGS = tuple(listed("people", "endings of person nouns"))
_NO_PEOPLE = listed("people", "no person nouns")
# Titles that describe whoever has just spoken; "the minister" may be anybody's.
DESCRIBING = listed("people", "describing")
_LEAD_BLOCKS = 2


def resolve_description(scene: Scene, phrase: NounPhrase) -> Proposal:
    """Who is described by a phrase whose head is no office of the cast."""
    at, noun = phrase.span, _describing(phrase)
    lead = scene.block_at(at.start, back=_LEAD_BLOCKS) is None
    capital = phrase.head.text[0].isupper() and not is_head(noun)
    if phrase.of or capital or not (phrase.is_definite or lead) or not is_person_noun(noun):
        return UNKNOWN
    bearers = [(s, m) for s, beside, m in _nouns_beside_names(scene) if beside == noun]
    before = [m for s, m in bearers if s.end <= at.start]
    if before and phrase.is_definite:
        return Proposal(Evidence.DESCRIBED_BEFORE, scene.foremost(before, at.start))
    only = {id(m): m for _, m in bearers}
    told = not list(phrase.behind("in", "from", "at", "for")) or before  # "chief in Norrby"
    if len(only) == 1 and (lead or before) and told:
        return Proposal(Evidence.DESCRIBED_LATER, next(iter(only.values())))
    return UNKNOWN


def is_person_noun(noun: str) -> bool:
    """Whether a noun says who a person is, by office, kinship or what the noun ends in."""
    if noun in _NO_PEOPLE:
        return False
    return is_head(noun) or noun in _PEOPLE or (len(noun) > 4 and noun.endswith(_ENDINGS))


def _nouns_beside_names(scene: Scene) -> Iterator[tuple[Span, str, Member]]:
    """The nouns beside each personal name, in text order."""
    every = Span(0, len(scene.document.text))
    for span, member in scene.cast.mentioned(ActorKind.PERSON, every):
        phrase = scene.phrase(span)
        for noun in phrase.nouns_beside if phrase else ():
            yield span, _same(noun), member


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
    return _SAME.get(noun, noun)


def _describing(phrase: NounPhrase) -> str:
    """The noun of a phrase, with the word before it where "general" is no rank."""
    before = phrase.modifiers[-1].lower if phrase.modifiers else ""
    if phrase.noun == "general" and before in {"attorney", "inspector", "solicitor", "director"}:
        return f"{before} general"
    return _same(phrase.noun)


def _spoke_aside(scene: Scene, within: Span) -> bool:
    """Whether the last who spoke is only described so ("Sol, who criticised it, was invited")."""
    near = scene.spoken.places.meeting(within)
    last = [s for s, _ in near if within.start <= s.start]
    return bool(last) and max(last).of(scene.document.text).lower() in {"who", "whose", "which"}
