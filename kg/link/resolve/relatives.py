"""Relative pronouns as speakers: who, which, that, "most of whom".

Comes in: the pronoun in a Scene. Goes out: a Proposal. The name or noun phrase that the clause of
the pronoun tells about is meant; a noun that could be anybody ("an architect who") leaves the
speaker unknown.
"""

from collections.abc import Iterator

from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.resolve.bodies import resolve_body
from kg.link.resolve.groups import resolve_group
from kg.link.resolve.pairs import resolve_pair
from kg.link.resolve.papers import resolve_paper
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from kg.read.tree import Token

RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
_PERSONAL = frozenset({"who", "whom"})
_BE = frozenset({"is", "was", "remains", "became"})


def resolve_relative(scene: Scene, pronoun: Token) -> Proposal:
    """Whom the pronoun takes up."""
    noun = _noun_of(pronoun)
    if noun is None:
        return UNKNOWN
    phrase, personal = NounPhrase(noun), pronoun.lower in _PERSONAL
    verb = next((a for a in pronoun.above() if a.pos in {"VERB", "AUX"}), None)
    if personal and verb is not None and verb.tag == "VBP" and phrase.joined:
        together = resolve_pair(scene, phrase)
        if together is not None:
            return together
    person = scene.person(phrase) if pronoun.lower != "which" else None
    member = person or (scene.body(phrase) or scene.paper(phrase) or scene.group(phrase))
    apposed = next((m for a in _apposed(noun) if (m := scene.person(a))), None)
    if personal and person is None and apposed is not None:
        return Proposal(Evidence.RELATIVE_APPOSITION, apposed)
    if member is not None:
        return Proposal(Evidence.RELATIVE_NAME, member)
    for found in (
        resolve_group(scene, phrase),
        resolve_paper(scene, phrase),
        resolve_body(scene, phrase),
    ):
        if found is not None:
            return found
    return UNKNOWN


def _noun_of(pronoun: Token) -> Token | None:
    """The noun that the pronoun's clause tells about, else the one right before the pronoun."""
    clause = next((a for a in pronoun.above() if a.relation == "relcl"), None)
    if clause is not None and clause.head.i < pronoun.i:
        noun = clause.head
        of_many = (
            noun.relation == "pobj" and noun.head.lower == "of" and noun.head.head.tag == "NNS"
        )
        # "Members of the union, many of whom": the members.
        return noun.head.head if of_many and pronoun.relation == "pobj" else noun
    quantity = pronoun
    while quantity.relation in {"pobj", "prep"}:  # "most of whom"
        quantity = quantity.head
    before = (t for t in reversed(pronoun.row[: quantity.first]) if t.pos != "PUNCT")
    noun = next(before, quantity)
    while noun.relation == "conj" and noun.head.pos == noun.pos:
        noun = noun.head
    return noun if noun.pos in {"NOUN", "PROPN", "PRON"} and noun is not quantity else None


def _apposed(noun: Token) -> Iterator[NounPhrase]:
    """The names that a noun is another word for, or that it hangs on: "Norr, an aide at the bank,
    who", "Ada Norr is a baker who"."""
    yield from NounPhrase(noun).apposed
    for above in noun.above():
        if above.relation in {"ROOT", "relcl"} or above.pos in {"VERB", "AUX"}:
            subjects = (c for c in above.children if c.relation == "nsubj")
            yield from (NounPhrase(c) for c in subjects if above.lower in _BE)
            return
        yield NounPhrase(above)
