"""Whom a short name means when a document has several who could bear it, or nobody.

Comes in: the full names of a cast and short names in their places. Goes out: members, or None.
Called by `people`. Title and honorific decide first; then the headline; then who is named most.
"""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from kg.extract.offices_words import is_head
from kg.link.cast import Cast, Member
from kg.link.gender import is_kin_before, of_given_name, of_honorific
from kg.link.names import calls, given_name, proper_name, surname, words_of
from kg.link.registries import Titled
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_MODIFIERS = frozenset({"vice", "first", "prime", "foreign", "deputy"})
# A slip of one letter in a name of some length ("Bornsten" for Bornstein), never in a short one.
_CLEARLY = 2  # how many times as often one of several is named in full as the next
_SHORTEST_MISSPELT, _SHORTEST_TRANSPOSED, _ALIKE = 7, 5, 0.87


class Bearers:
    """The people of one document by surname, given name and title."""

    def __init__(self, cast: Cast, document: Document, named: Iterable[tuple[Span, str]]) -> None:
        self._cast = cast
        self._text = document.text
        self._people = list(cast.of(ActorKind.PERSON))
        self._headline = normalise_name(document.headline or document.text.split("\n", 1)[0])
        self._titled: dict[str, set[int]] = {}
        self._times: Counter[int] = Counter()
        self._places: list[tuple[Span, Member]] = []
        self._absent: set[tuple[str, str]] = set()
        self._registered: dict[tuple[str, str], Member] = {}
        for span, name in named:
            member = self.named(name)
            if member is not None:
                self._note(span, member)

    def _note(self, span: Span, member: Member) -> None:
        self._times[id(member)] += 1
        self._places.append((span, member))
        title = title_before(self._text, span)
        if title:
            self._titled.setdefault(title, set()).add(id(member))

    def note_strangers(self, short: Iterable[tuple[Span, str]]) -> None:
        """Note surnames whose "Mr." or "Mrs." fits nobody: somebody else bears them as well."""
        for span, name in short:
            gender = of_honorific(self._text, span)
            bearers = self._called(name)
            if gender and bearers and not any(m.gender in {None, gender} for m in bearers):
                self._absent.add((normalise_name(name), gender))

    def add_registered(self, titled: Titled) -> None:
        """Add somebody whom the document calls by title and surname only.

        The document's own people come first: nothing is added where one of them can be meant.
        """
        _, short, full = titled
        gender = of_given_name(full)
        member = self.named(full)
        if member is None:
            if any(gender is None or m.gender in {None, gender} for m in self._called(short)):
                return
            member = self._cast.add(ActorKind.PERSON, full)
            member.gender, member.registered = gender, True
            self._people.append(member)
            # Whoever is called by title and surname is as present as those with a full name.
            self._times[id(member)] = self._text.count(short)
            self._places.append((Span(0, 0), member))
            self._absent -= {(normalise_name(short), gender or "")}
        words = f"{titled.title} "
        title = title_before(words, Span(len(words), len(words)))
        self._titled.setdefault(title, set()).add(id(member))
        self._registered[title, normalise_name(short)] = member

    def named(self, name: str) -> Member | None:
        """The person with this full name."""
        whole = self._cast.named(ActorKind.PERSON, proper_name(name))
        return whole or self._cast.named(ActorKind.PERSON, " ".join(words_of(name)))

    def called(self, span: Span, name: str) -> Member | None:
        """Whom a short name means here; None when nobody or when it cannot be told."""
        found = self._called(name) or self._misspelt(name)
        gender = of_honorific(self._text, span)
        titled = self._titled.get(title_before(self._text, span), set())
        found = [m for m in found if id(m) in titled] or found
        if gender:
            found = [m for m in found if m.gender in {None, gender}]
        elif any(n == normalise_name(name) for n, _ in self._absent):
            found = [m for m in found if id(m) in titled]
        if len(found) > 1:
            return self._foremost(found, span)
        return (
            found[0] if found else self._by_given_name(name) or self._by_first_surname(span, name)
        )

    def _is_kin(self, member: Member) -> bool:
        """Whether somebody is brought in as kin ("his wife, Ada Norr"): the surname alone is then
        that of the other."""
        first = min((s for s, m in self._places if m is member), default=None)
        return first is not None and is_kin_before(self._text, first)

    def only(self, name: str) -> Member | None:
        """The only person in the document who can be called so."""
        found = self._called(name)
        return found[0] if len(found) == 1 else None

    def titled(self, title: str, name: str) -> Member | None:
        """Whom the registry of office holders means by title and surname, in lower case; the
        surname may come first in the full name, or be that of the whole family."""
        return self._registered.get((title, normalise_name(name)))

    def _called(self, name: str) -> list[Member]:
        return [m for m in self._people if calls(name, m.name)]

    def _misspelt(self, name: str) -> list[Member]:
        if " " in name or len(name) < _SHORTEST_MISSPELT:
            return self._transposed(name)
        if any(normalise_name(name) == f"{surname(m.name)}s" for m in self._people):
            return []  # "the Norrs" are several
        surnames = {surname(m.name): m for m in self._people}
        like = get_close_matches(normalise_name(name), surnames, n=2, cutoff=_ALIKE)
        return [surnames[like[0]]] if len(like) == 1 and like[0][0] == name[0].lower() else []

    def _transposed(self, name: str) -> list[Member]:
        """Who is called so but for two letters that changed places ("Keidis" for Kiedis)."""
        if " " in name or len(name) < _SHORTEST_TRANSPOSED:
            return []
        word = normalise_name(name)
        swapped = {
            word[:k] + word[k + 1] + word[k] + word[k + 2 :] for k in range(1, len(word) - 1)
        }
        return [m for m in self._people if surname(m.name) in swapped]

    def _by_given_name(self, name: str) -> Member | None:
        """The only one with this given name ("Ada" of Ada Norr), where no surname is meant."""
        if self._called(name):
            return None
        found = [m for m in self._people if given_name(m.name) == normalise_name(name)]
        return found[0] if len(found) == 1 else None

    def _by_first_surname(self, span: Span, name: str) -> Member | None:
        """The only one with this as the first of two surnames ("Ms. Norr" for Ada Norr Sol)."""
        gender = of_honorific(self._text, span)
        found = [
            m
            for m in self._people
            if normalise_name(name) in normalise_name(m.name).split()[1:-1]
            and m.gender in {None, gender}
        ]
        return found[0] if gender and len(found) == 1 else None

    def _foremost(self, bearers: list[Member], span: Span) -> Member | None:
        """Of several: who stands in the headline, else who is named in full most often, else who
        was named last; nobody when none was named before."""
        bearers = [m for m in bearers if not self._is_kin(m)] or bearers
        if len(bearers) == 1:
            return bearers[0]
        headed = [m for m in bearers if any(normalise_name(f) in self._headline for f in m.forms)]
        bearers = headed or bearers
        often = sorted((self._times[id(m)] for m in bearers), reverse=True)
        most = [m for m in bearers if self._times[id(m)] == often[0]]
        before = self._last_named(most, span)
        if before is not None:
            return before
        if len(most) == 1 and headed:
            return most[0]
        # Who is named most comes only later: whoever was named before is meant.
        before = self._last_named(bearers, span)
        if before is not None:
            return before
        # A headline names who the text is about.
        return most[0] if len(often) > 1 and often[0] >= _CLEARLY * often[1] else None

    def _last_named(self, members: list[Member], span: Span) -> Member | None:
        """Who of some people was named last before a passage; None when nobody was."""
        ids = {id(m) for m in members}
        before = [(s, m) for s, m in self._places if id(m) in ids and s.end <= span.start]
        return max(before, key=lambda pair: pair[0])[1] if before else None


def title_before(text: str, span: Span) -> str:
    """The title right before a name, with the word before it ("vice president"); else empty."""
    before = re.search(
        r"(?:([\w-]+)\s+)?([\w-]+)\.?\s+$", text[max(0, span.start - 50) : span.start]
    )
    if before is None or not is_head(before[2]):
        return ""
    modifier = (before[1] or "").lower()
    return f"{modifier} {before[2].lower()}" if modifier in _MODIFIERS else before[2].lower()
