"""Noun phrases: what a noun has around it, as the tree tells.

Comes in: the head of a phrase. Goes out: a `NounPhrase` with determiner, owner, modifiers,
appositions, what is joined to it, and its role in the sentence. Extraction reads sources from it,
linking asks it who is meant.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.read.tree import SUBJECTS, Token
from schema.attribution import Role
from schema.span import Span

# A longer phrase is a tree that ran away; the part before its relative clause still names it.
_LONGEST = 30  # tokens
_OPENING = frozenset({"det", "predet"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LIKE_NOUNS = frozenset({"NUM", "ADJ", "DET", "X"})
_PRONOUNS = frozenset({"PRP$", "WP$"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their"})
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "whose"}
)
_INDEFINITE = frozenset({"a", "an", "one", "another", "any", "each", "every", "some"})
_AGES = frozenset({"new", "latest", "recent", "own", "same"})
# "The president, Ada Norr": what the other noun is; "Ada Norr's": what the name is.
_TOGETHER = frozenset({"appos", "case"})


@dataclass(frozen=True)
class NounPhrase:
    """A noun with all that belongs to it, as far as a passage reaches.

    `low` and `high` number the first and the last token of that passage. `beside` are further nouns
    in it that "and" joins to this one, though the tree does not.
    """

    head: Token
    low: int = 0
    high: int = sys.maxsize
    beside: tuple[Token, ...] = ()

    @cached_property
    def span(self) -> Span:
        """The whole phrase with appositions, less the clause that a runaway tree adds."""
        row, first, end = self.head.row, self._first, min(self.head.last, self.high) + 1
        if end - first > _LONGEST:
            behind = (c.first for c in self._behind)
            end = min(behind, default=self.head.i + 1)
        while self.head.i < end - 1 and _is_loose(row[first:end]):
            end -= 1
        if end < len(row) and row[end].text == ")" and _opens(row[first:end]):
            end += 1
        while first < self.head.i and row[first].pos == "PUNCT":
            first += 1
        return Span(row[first].start, row[end - 1].end)

    @cached_property
    def noun(self) -> str:
        """The head in lower case, with what a hyphen joins to it ("ex-wife")."""
        return "".join(t.text for t in self._hyphenated).lower()

    @property
    def is_plural(self) -> bool:
        """Whether the head is a plural."""
        return self.head.tag in {"NNS", "NNPS"}

    @property
    def is_name(self) -> bool:
        """Whether the head is a proper noun."""
        return self.head.pos == "PROPN"

    @cached_property
    def determiner(self) -> str:
        """The article or pronoun that opens it, in lower case; empty for none."""
        found = (c.lower for c in self._before if c.relation in _OPENING or c.tag in _PRONOUNS)
        return next(found, "")

    @cached_property
    def owner(self) -> "NounPhrase | None":
        """Whose it is: "Norr" of "Norr's report"; pronouns are determiners."""
        found = (c for c in self._before if c.relation == "poss" and c.tag not in _PRONOUNS)
        return next(map(self._part, found), None)

    @property
    def is_definite(self) -> bool:
        """Whether it points to something known: "the", "her", "Norr's"."""
        return self.determiner in _DEFINITE or self.owner is not None

    @property
    def is_indefinite(self) -> bool:
        """Whether it brings in something new: "a", "some"."""
        return not self.is_definite and self.determiner in _INDEFINITE

    @cached_property
    def modifiers(self) -> tuple[Token, ...]:
        """The nouns, adjectives and numbers before the head, in order, without what tells only how
        new it is."""
        found = tuple(c for c in self._before if c.relation in _MODIFIERS)
        return tuple(c for c in found if c.lower not in _AGES or c.pos == "PROPN")

    @cached_property
    def of(self) -> "NounPhrase | None":
        """What stands behind its "of"."""
        return next(self.behind("of"), None)

    def behind(self, *prepositions: str) -> Iterator["NounPhrase"]:
        """The nouns behind some prepositions (lower case) that hang on the head."""
        for preposition in self._behind:
            if preposition.relation in {"prep", "agent"} and preposition.lower in prepositions:
                nouns = (
                    c for c in preposition.children if c.relation == "pobj" and c.i <= self.high
                )
                yield from map(self._part, nouns)

    @cached_property
    def apposed(self) -> tuple["NounPhrase", ...]:
        """The appositions behind it: "head of the bank" of "Ada Norr, head of the bank"."""
        return tuple(self._part(c) for c in self._behind if c.relation == "appos")

    @cached_property
    def joined(self) -> tuple["NounPhrase", ...]:
        """The phrases joined to it by "and" or commas, in order."""
        found: list[Token] = []
        head: Token | None = self.head
        while head is not None:
            head = head.child("conj")
            if head is not None and head.i <= self.high and head.pos in _NOUNS:
                found.append(head)
        return tuple(map(self._part, (*found, *self.beside)))

    @cached_property
    def clause(self) -> Token | None:
        """The verb of the clause or participle behind the head that tells about it."""
        return next((c for c in self._behind if c.relation in {"relcl", "acl"}), None)

    @property
    def nouns_beside(self) -> tuple[str, ...]:
        """The nouns beside a name, in lower case, also outside of the passage: before it, or in
        apposition to it."""
        whole = NounPhrase(self.head)
        before = [t.lower.rstrip(".") for t in whole.modifiers if t.pos in {"NOUN", "PROPN"}]
        above = [NounPhrase(self.head.head).noun] if self.head.relation == "appos" else []
        return (*before, *(a.noun for a in whole.apposed), *above)

    @property
    def role(self) -> Role:
        """What it is in its sentence."""
        return role_of(self.head)

    @cached_property
    def core(self) -> Sequence[Token]:
        """The head with its modifiers, and what stands behind its "of"."""
        first = min((max(t.first, self.low) for t in self.modifiers), default=self.head.i)
        while first < self.head.i and self.head.row[first].text in _AGES:
            first += 1
        return self.head.row[first : self._end_of_core + 1]

    @cached_property
    def whole(self) -> Sequence[Token]:
        """All but the article, and what a comma or a clause adds."""
        end = self._hyphenated[-1].i
        for child in self._behind:
            if child.relation not in {"prep", "case"} or child.first > end + 1:
                break
            end = max(end, min(child.last, self.high))
        first = self._first + (self.head.row[self._first].lower in _ARTICLES)
        return self.head.row[first : end + 1]

    @property
    def is_bare(self) -> bool:
        """Whether the core is its head alone."""
        return len(self.core) == len(self._hyphenated)

    def _part(self, noun: Token) -> "NounPhrase":
        return NounPhrase(noun, self.low, self.high)

    @property
    def _first(self) -> int:
        return max(self.head.first, self.low)

    @cached_property
    def _before(self) -> Sequence[Token]:
        return [c for c in self.head.children if self.low <= c.i < self.head.i]

    @cached_property
    def _behind(self) -> Sequence[Token]:
        return [c for c in self.head.children if self.head.i < c.i <= self.high]

    @cached_property
    def _hyphenated(self) -> Sequence[Token]:
        """The head, with what hyphens without blanks join to it."""
        row, end = self.head.row, self.head.i
        while end + 2 < len(row) and row[end + 1].text == "-" and end + 2 <= self.high:
            if not (row[end].end == row[end + 1].start and row[end + 1].end == row[end + 2].start):
                break
            end += 2
        return row[self.head.i : end + 1]

    @cached_property
    def _end_of_core(self) -> int:
        end = self._hyphenated[-1].i
        behind = any(c.i == end + 1 and c.lower == "of" for c in self._behind)
        return self.of._end_of_core if behind and self.of else end


def phrase_in(tokens: Sequence[Token]) -> NounPhrase | None:
    """The noun phrase that some tokens are: that of the first noun which hangs on none of them."""
    inside = {id(t) for t in tokens}
    tops = [t for t in tokens if t.head is t or id(t.head) not in inside]
    nouns = [t for t in tops if t.pos in _NOUNS] or [t for t in tops if t.pos in _LIKE_NOUNS]
    if not nouns:
        return None
    head = nouns[0]
    if head.relation in _MODIFIERS or head.relation in _OPENING:
        head = nouns[-1]  # "the IMF" of "the IMF poll": its last word stands for it
    elif len(nouns) > 1 and nouns[1].pos == "PROPN" and _is_before(head, nouns[1]):
        head = nouns[1]  # "candidates Ada Norr and Bo Sol", where both hang on the verb
    behind = [t for t in tokens if t.i > head.i]
    joins = next((k for k, t in enumerate(behind) if t.lower in {"and", "&"}), len(behind))
    nouns = [t for t in behind[joins:] if t.pos in _NOUNS and t.relation not in _MODIFIERS]
    free = (t for t in nouns if not (t.relation == "poss" and id(t.head) in inside))
    beside = (t for t in free if not _hangs_on(t, head, inside))
    return NounPhrase(head, tokens[0].i, tokens[-1].i, tuple(beside)[:1])


def _is_before(noun: Token, name: Token) -> bool:
    """Whether a noun stands right before a name, with a comma between or none."""
    between = noun.row[noun.i + 1 : name.first]
    return noun.last + 1 == name.first and all(t.relation != "cc" for t in between)


def _hangs_on(token: Token, head: Token, inside: Collection[int]) -> bool:
    """Whether a token hangs on another by tokens of a passage only."""
    above = token
    while above is not head and above.head is not above and id(above.head) in inside:
        above = above.head
    return above is head


def words(tokens: Sequence[Token], text: str) -> str:
    """The exact words of some neighbouring tokens, white space folded; empty for none."""
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def role_of(token: Token) -> Role:
    """The role of a name's last word, or of the noun that it belongs to (as in Lappin and Leass,
    "An algorithm for pronominal anaphora resolution", 1994)."""
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
