"""Names as speakers: a person's or a body's name at the head of the phrase, or apposed to it.

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None where the head is no name. Owners
and modifiers are passed over: in "Ada Norr's aide Bo Sol" and "Norr voters" Norr does not speak.
"""

from collections.abc import Iterator

from kg.link.cast.bodies import plain_name
from kg.link.cast.members import Member
from kg.link.proposals import Evidence, Proposal
from kg.link.resolve.descriptions import is_person_noun
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind
from schema.span import Span

_LONGEST = 6  # tokens of a name
# Their field may stand between them and the name ("Minister for Trade Ada Sol").
_OF_STATE = frozenset({"minister", "secretary", "commissioner", "senator", "mp", "mep"})


def resolve_person_name(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The person whose name is the head, or stands in apposition to a noun for people."""
    member = scene.person(phrase)
    if member is not None:
        return _named(scene, phrase, member)
    if phrase.is_plural:
        return None
    parts = (phrase, *phrase.apposed)
    named = (p.clause for p in parts if p.clause and p.clause.lower in {"named", "called"})
    beside = [NounPhrase(t) for verb in named for t in verb.children]
    for other in (*phrase.apposed, *phrase.joined[-1:], *beside, *_at_the_end(scene, phrase)):
        member = scene.person(other)
        if member is not None:
            return _named(scene, other, member)
    return None


def _at_the_end(scene: Scene, phrase: NounPhrase) -> Iterator[NounPhrase]:
    """The name that a phrase ends with, behind a comma or a title: the tree may hang it on the noun
    before ("a spokesman for Norr, Ada Sol", "Minister for Trade Ada Sol")."""
    row = phrase.head.row
    end = min(phrase.high, len(row) - 1)
    while end > phrase.head.i and row[end].pos == "PUNCT":
        end -= 1
    name = scene.cast.passage(ActorKind.PERSON, row[end].span)
    first = next(
        (t for t in row[max(0, end - _LONGEST) : end] if name and t.start >= name.start), None
    )
    if first is None or first.i <= phrase.low:
        return
    before, about = row[first.i - 1], row[max(0, row[end].first - 1)]
    comma = before.text == "," and is_person_noun(phrase.noun)
    titled = is_person_noun(before.lower) and about.pos != "ADP"
    if comma or titled or (phrase.noun in _OF_STATE and before.pos not in {"ADP", "PUNCT"}):
        yield NounPhrase(row[end])


def _named(scene: Scene, phrase: NounPhrase, member: Member) -> Proposal:
    full = scene.is_full(phrase)
    return Proposal(Evidence.FULL_NAME if full else Evidence.SURNAME, member)


def resolve_body_name(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The paper or body whose name is the head of the phrase."""
    for kind, evidence in (
        (ActorKind.DOCUMENT, Evidence.PAPER_NAME),
        (ActorKind.ORGANIZATION, Evidence.BODY_NAME),
    ):
        passage = scene.cast.passage(kind, phrase.head.span)
        if passage is not None and _is_all_of(passage, phrase):
            return Proposal(evidence, scene.cast.at[passage])
    name = plain_name(scene.words(phrase.core)).strip("*_ ")
    if name.islower() and " " not in name:
        return None  # "the state" is not the State Department
    known = scene.cast.named(ActorKind.ORGANIZATION, name)
    return Proposal(Evidence.BODY_NAME, known) if known else None


def _is_all_of(name: Span, phrase: NounPhrase) -> bool:
    """Whether a name begins with the capitals of a phrase, and owns nothing in it."""
    row = phrase.head.row
    last = next(t for t in reversed(row) if t.end <= name.end)
    if name.start < row[phrase.low].start:
        return False
    owns = last.relation == "poss" and last.i < phrase.high
    return not owns and all(t.start >= name.start for t in phrase.modifiers if t.pos == "PROPN")


def resolve_called(scene: Scene, phrase: NounPhrase, source: Span) -> Proposal | None:
    """A name that the recogniser missed, in a headline or as a place or a company."""
    text = scene.document.text
    named = scene.bearers.named(source.of(text).strip(' ,*_"“”'))
    if named is not None:
        return Proposal(Evidence.FULL_NAME, named)
    name = scene.words(phrase.core)
    alone = " " not in name and name[0].isupper() and not phrase.determiner
    if not alone or scene.cast.mentioned(ActorKind.PERSON, source):
        return None
    found = scene.bearers.called(source, name)
    lead = scene.block_at(source.start, back=1) is None
    introduced = found is not None and (lead or any(s.end <= source.start for s in found.mentions))
    return Proposal(Evidence.SURNAME, found) if introduced else None
