"""Names as speakers: a person's or a body's name at the head of the phrase, or apposed to it.

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None where the head is no name. Owners
and modifiers are passed over: in "Ada Norr's aide Bo Sol" and "Norr voters" Norr does not speak.
"""

from kg.link.cast.bodies import plain_name
from kg.link.cast.members import Member
from kg.link.proposals import Evidence, Proposal
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind
from schema.span import Span

# Behind these stand examples of a group, not its name.
_EXAMPLES = frozenset({"including", "like", "such", "especially", "particularly"})


def resolve_person_name(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The person whose name is the head, or stands in apposition to a noun for people."""
    member = scene.person(phrase)
    if member is not None:
        return _named(scene, phrase, member)
    if phrase.is_plural or phrase.is_name:
        return None
    for apposed in (*phrase.apposed, *phrase.joined[-1:]):
        member = scene.person(apposed)
        if member is not None:
            return _named(scene, apposed, member)
    return None


def _named(scene: Scene, phrase: NounPhrase, member: Member) -> Proposal:
    full = scene.is_full(phrase)
    return Proposal(Evidence.FULL_NAME if full else Evidence.SURNAME, member)


def resolve_body_name(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The paper or body whose name is the head of the phrase."""
    paper = scene.paper(phrase)
    if paper is not None:
        return Proposal(Evidence.PAPER_NAME, paper)
    body = scene.body(phrase)
    if body is not None:
        return Proposal(Evidence.BODY_NAME, body)
    name = plain_name(scene.words(phrase.core)).strip("*_ ")
    if name.islower() and " " not in name:
        return None  # "the state" is not the State Department
    known = scene.cast.named(ActorKind.ORGANIZATION, name)
    return Proposal(Evidence.BODY_NAME, known) if known else None


def resolve_called(scene: Scene, phrase: NounPhrase, source: Span) -> Proposal | None:
    """A name that the recogniser missed, in a headline or as a place or a company."""
    text = scene.document.text
    named = scene.bearers.named(source.of(text).strip(' ,*_"“”'))
    if named is not None:
        return Proposal(Evidence.FULL_NAME, named)
    alone = phrase.is_bare and phrase.head.text[0].isupper() and not phrase.determiner
    if not alone or scene.cast.mentioned(ActorKind.PERSON, source):
        return None
    found = scene.bearers.called(source, phrase.head.text)
    lead = scene.block_at(source.start, back=1) is None
    introduced = found is not None and (lead or any(s.end <= source.start for s in found.mentions))
    return Proposal(Evidence.SURNAME, found) if introduced else None
