"""Noun phrases: what a noun has around it, as the tree tells.

Comes in: the head of a phrase. Goes out: a `NounPhrase` with determiner, owner, modifiers,
appositions, what is joined to it, and its role in the sentence. Extraction reads sources from it,
linking asks it who is meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.read.tree import SUBJECTS, Token
from schema.attribution import Role
from schema.span import Span

# A longer phrase is a tree that ran away; the part before its relative clause still names it.
_LONGEST = 30  # tokens
_OPENING = frozenset({"det", "predet"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod"})
# "The president, Ada Norr": what the other noun is; "Ada Norr's": what the name is.
_TOGETHER = frozenset({"appos", "case"})


@dataclass(frozen=True)
class NounPhrase:
    """A noun with all that belongs to it."""

    head: Token

    @cached_property
    def span(self) -> Span:
        """The whole phrase with appositions, less the clause that a runaway tree adds."""
        row, first, end = self.head.row, self.head.first, self.head.last + 1
        if end - first > _LONGEST:
            behind = (c.first for c in self.head.children if c.i > self.head.i)
            end = min(behind, default=self.head.i + 1)
        while self.head.i < end - 1 and _is_loose(row[first:end]):
            end -= 1
        if end < len(row) and row[end].text == ")" and _opens(row[first:end]):
            end += 1
        while first < self.head.i and row[first].pos == "PUNCT":
            first += 1
        return Span(row[first].start, row[end - 1].end)

    @cached_property
    def determiner(self) -> Token | None:
        """The article, pronoun or number word that opens it ("the", "some", "his")."""
        return next(
            (c for c in self._before() if c.relation in {"det", "predet"} or c.tag == "PRP$"), None
        )

    @cached_property
    def owner(self) -> "NounPhrase | None":
        """Whose it is: "Norr" of "Norr's report"; pronouns are determiners."""
        owner = next((c for c in self._before() if c.relation == "poss" and c.tag != "PRP$"), None)
        return NounPhrase(owner) if owner else None

    @cached_property
    def modifiers(self) -> tuple[Token, ...]:
        """The nouns, adjectives and numbers before the head, in order."""
        return tuple(c for c in self._before() if c.relation in _MODIFIERS)

    @cached_property
    def of(self) -> "NounPhrase | None":
        """What stands behind its "of"."""
        return next(self.behind("of"), None)

    def behind(self, *prepositions: str) -> Iterator["NounPhrase"]:
        """The nouns behind some prepositions (lower case) that hang on the head."""
        for preposition in self.head.children:
            if preposition.relation in {"prep", "agent"} and preposition.lower in prepositions:
                yield from (NounPhrase(c) for c in preposition.children if c.relation == "pobj")

    @cached_property
    def apposed(self) -> tuple["NounPhrase", ...]:
        """The appositions behind it: "head of the bank" of "Ada Norr, head of the bank"."""
        return tuple(NounPhrase(c) for c in self.head.children if c.relation == "appos")

    @cached_property
    def joined(self) -> tuple["NounPhrase", ...]:
        """The phrases joined to it by "and" or commas, in order."""
        found: list[NounPhrase] = []
        head: Token | None = self.head
        while head is not None:
            head = head.child("conj")
            found += [NounPhrase(head)] if head and head.pos in {"NOUN", "PROPN", "PRON"} else []
        return tuple(found)

    @cached_property
    def clause(self) -> Token | None:
        """The verb of the clause or participle behind the head that tells about it."""
        return next(
            (c for c in self.head.children if c.relation in {"relcl", "acl"} and c.i > self.head.i),
            None,
        )

    @cached_property
    def role(self) -> Role:
        """What it is in its sentence (as in Lappin and Leass, "An algorithm for pronominal anaphora
        resolution", 1994)."""
        return role_of(self.head)

    def _before(self) -> Sequence[Token]:
        return [c for c in self.head.children if c.i < self.head.i]


def role_of(token: Token) -> Role:
    """The role of a name's last word, or of the noun that it belongs to."""
    noun = _noun_of(token)
    if noun.relation == "poss" and noun.head.relation in SUBJECTS:
        return Role.EMBEDDED  # "Norr's fate is open, but she": nearly the subject
    if noun.relation not in SUBJECTS:
        return Role.OTHER
    verb = noun.head
    while verb.relation == "conj" and verb.head is not verb:
        verb = verb.head
    return Role.SUBJECT if verb.relation == "ROOT" else Role.EMBEDDED


def _noun_of(token: Token) -> Token:
    """The noun that a name belongs to. Behind "the president of the court," an apposition is the
    president's, though parsers give it to the court."""
    apposed = token.relation == "appos"
    while token.relation in _TOGETHER or (apposed and token.relation in {"pobj", "prep"}):
        token = token.head
    return token


def _is_loose(phrase: Sequence[Token]) -> bool:
    """Whether the last sign of a phrase does not belong to it; "(NPC)" does."""
    return phrase[-1].pos == "PUNCT" and not (phrase[-1].text == ")" and _opens(phrase))


def _opens(phrase: Sequence[Token]) -> bool:
    return any(t.text == "(" for t in phrase)
