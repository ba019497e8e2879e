"""Whom a short name means when a document has several who could bear it, or nobody.

Comes in: the full names of a cast and short names in their places. Goes out: members, or None.
 Title and honorific decide first; then the headline; then who is named most.
"""

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from kg.english.offices import is_head
from kg.link.cast.gender import of_given_name, of_honorific
from kg.link.cast.members import Cast, Member
from kg.link.cast.names import Calling, given_name, proper_name, surname, words_of
from kg.link.cast.registries import Titled
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_MODIFIERS = frozenset({"vice", "first", "prime", "foreign", "deputy"})
# A slip of one letter in a name of some length ("Bornsten" for Bornstein), never in a short one.
_CLEARLY = 2  # how many times as often one of several is named in full as the next
# Comparing letters takes long, and among so many names one is always alike: it is no slip.
_MOST_PEOPLE = 500
_MOST_BEARERS = 50  # of one name: among more, the name alone tells nobody, and each asks for all
_LONGEST_HEADLINE = 2000  # characters: a longer first line heads nothing
_SHORTEST_MISSPELT, _ALIKE = 7, 0.87


class Bearers:
    """The people of one document by surname, given name and title."""

    def __init__(self, cast: Cast, document: Document, named: Iterable[tuple[Span, str]]) -> None:
        self._cast = cast
        self._text = document.text
        self._people: list[Member] = []
        self._calling = Calling(())
        self._by_name: dict[str, Member] = {}
        self._by_part: dict[tuple[str, str], list[Member]] = {}
        for person in cast.of(ActorKind.PERSON):
            self._add(person)
        first = document.text.split("\n", 1)[0][:_LONGEST_HEADLINE]
        self._headline = normalise_name(document.headline or first)
        self._titled: dict[str, set[int]] = {}
        self._times: Counter[int] = Counter()
        self._places: dict[int, list[Span]] = {}
        self._absent: set[tuple[str, str]] = set()
        self._alike: dict[str, list[str]] = {}
        self._registered: dict[tuple[str, str], Member] = {}
        for span, name in named:
            member = self.named(name)
            if member is not None:
                self._note(span, member)

    def _add(self, person: Member) -> None:
        """Keep somebody by all that a short name may be: each name asks, and all may be many."""
        self._people.append(person)
        self._calling.add(person.name)
        self._by_name[person.name] = person
        for part in (("surname", surname(person.name)), ("given", given_name(person.name))):
            self._by_part.setdefault(part, []).append(person)

    def _with(self, part: str, word: str) -> list[Member]:
        """Who has a word as surname or given name, in the order of the cast."""
        return self._by_part.get((part, word), [])

    def _note(self, span: Span, member: Member) -> None:
        self._times[id(member)] += 1
        insort(self._places.setdefault(id(member), []), span)
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
            self._add(member)
            # Whoever is called by title and surname is as present as those with a full name.
            self._times[id(member)] = self._text.count(short)
            insort(self._places.setdefault(id(member), []), Span(0, 0))
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
        elif any((normalise_name(name), g) in self._absent for g in ("he", "she")):
            found = [m for m in found if id(m) in titled]
        if len(found) > _MOST_BEARERS:
            return None
        if len(found) > 1:
            return self._foremost(found, span)
        return found[0] if found else self._by_given_name(name)

    def only(self, name: str) -> Member | None:
        """The only person in the document who can be called so."""
        found = self._called(name)
        return found[0] if len(found) == 1 else None

    def titled(self, title: str, name: str) -> Member | None:
        """Whom the registry of office holders means by title and surname, in lower case; the
        surname may come first in the full name, or be that of the whole family."""
        return self._registered.get((title, normalise_name(name)))

    def _called(self, name: str) -> list[Member]:
        return [self._by_name[full] for full in self._calling(name)]

    def _misspelt(self, name: str) -> list[Member]:
        if " " in name or len(name) < _SHORTEST_MISSPELT:
            return []
        word = normalise_name(name)
        if word.endswith("s") and self._with("surname", word[:-1]):
            return []  # "the Norrs" are several
        if len(self._people) > _MOST_PEOPLE:
            return []
        if word not in self._alike:
            surnames = (part for kind, part in self._by_part if kind == "surname")
            self._alike[word] = get_close_matches(word, surnames, n=2, cutoff=_ALIKE)
        like = self._alike[word]
        alone = len(like) == 1 and like[0][0] == name[0].lower()
        return self._with("surname", like[0])[-1:] if alone else []

    def _by_given_name(self, name: str) -> Member | None:
        """The only one with this given name ("Ada" of Ada Norr), where no surname is meant."""
        if self._called(name):
            return None
        found = self._with("given", normalise_name(name))
        return found[0] if len(found) == 1 else None

    def _foremost(self, bearers: list[Member], span: Span) -> Member | None:
        """Of several: who stands in the headline, else who is named in full most often, else who
        was named last; nobody when none was named before."""
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
        before = [(s, m) for m in members if (s := self._place_before(m, span)) is not None]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def _place_before(self, member: Member, span: Span) -> Span | None:
        """The last place of a full name that ends before a passage."""
        places = self._places.get(id(member), [])
        before = range(bisect_right(places, span) - 1, -1, -1)
        return next((places[k] for k in before if places[k].end <= span.start), None)


def title_before(text: str, span: Span) -> str:
    """The title right before a name, with the word before it ("vice president"); else empty."""
    before = re.search(
        r"(?:([\w-]+)\s+)?([\w-]+)\.?\s+$", text[max(0, span.start - 50) : span.start]
    )
    if before is None or not is_head(before[2]):
        return ""
    modifier = (before[1] or "").lower()
    return f"{modifier} {before[2].lower()}" if modifier in _MODIFIERS else before[2].lower()
