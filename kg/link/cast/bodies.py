"""Puts organisations and papers into the cast; an abbreviation and its full name are one.

Comes in: a Document and its mentions. Goes out: members in the cast.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kg.english.words import listed
from kg.link.cast.members import Cast, Member
from kg.read.reading import Reading
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_ARTICLE = re.compile(r"^(?:the|this|that|its|their|an?)\s+", re.IGNORECASE)
_CAMPAIGNS = frozenset({"campaign", "administration"})
_GENERIC = listed("papers", "generic")
_COMPANIES = listed("bodies", "endings of companies")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "de", "to"})


class Bodies:
    """The organisations of one document, and what its abbreviations stand for."""

    def __init__(self, cast: Cast, document: Document, spans: Iterable[Span]) -> None:
        self._cast = cast
        found = [(s, plain_name(s.of(document.text))) for s in sorted(spans)]
        self._full = _abbreviations(document.text, found)
        self._short = _shortened({name for _, name in found})
        self._members: dict[str, list[Member]] = {}
        self._read = 0
        for span, name in found:
            cast.refer(span, self.member(name))

    def member(self, name: str) -> Member:
        """The organisation with this name, added when the cast lacks it.

        "14th NPC" and "14th National People's Congress" are one when the text explains "NPC".
        """
        full = self._full.get(name) or self._short.get(name)
        if full is not None:
            member = self._cast.add(ActorKind.ORGANIZATION, full)
            self._cast.also(member, name)
            return member
        other = self._spelt(self._expanded(name))
        if other is not None:
            self._cast.also(other, name)
            return other
        return self._cast.add(ActorKind.ORGANIZATION, name)

    def _spelt(self, key: str) -> Member | None:
        """The first organisation of the cast with a form that is spelt out so."""
        # Only the forms that came in since it was last asked: the cast may have very many.
        for member, form in self._cast.forms[self._read :]:
            if member.kind is ActorKind.ORGANIZATION:
                self._members.setdefault(self._expanded(form), []).append(member)
        self._read = len(self._cast.forms)
        return min(self._members.get(key, ()), key=self._cast.place, default=None)

    def add_campaigns(self, reading: Reading, people: Iterable[Span]) -> None:
        """Add "the Norr campaign" and "Ada Norr's administration": bodies, never the person."""
        named = {"".join(normalise_name(s.of(reading.text)).split()[-1:]) for s in people}
        found: dict[tuple[str, str], list[Span]] = {}
        for phrase in reading.phrases(_CAMPAIGNS):
            names = [t for t in phrase.modifiers if t.pos == "PROPN"]
            owner = phrase.owner.core if phrase.owner else names
            key = normalise_name(owner[-1].text) if owner else ""
            if key in named:
                passage = Span(owner[0].start, phrase.head.end)
                found.setdefault((key, phrase.noun), []).append(passage)
        for spans in found.values():
            names_of = sorted((plain_name(s.of(reading.text)) for s in spans), key=len)
            member = self.member(names_of[-1])
            for span in spans:
                self._cast.also(member, plain_name(span.of(reading.text)))
                self._cast.refer(span, member)

    def known(self, name: str) -> Member | None:
        """The organisation with this name, where the cast has it."""
        full = self._full.get(name) or self._short.get(name)
        if full is not None:
            return self._cast.named(ActorKind.ORGANIZATION, full)
        other = self._spelt(self._expanded(name))
        return other or self._cast.named(ActorKind.ORGANIZATION, name)

    def _expanded(self, name: str) -> str:
        return normalise_name(" ".join(self._full.get(w, w) for w in name.split()))


def plain_name(name: str) -> str:
    """A name with white space folded, without article."""
    return _ARTICLE.sub("", " ".join(name.split()))


def _shortened(names: set[str]) -> Mapping[str, str]:
    """Short form -> full name where only the kind of company is left out ("Norrlys AI")."""
    short: dict[str, set[str]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        if rest in _COMPANIES:
            short.setdefault(first, set()).add(name)
    return {first: full.pop() for first, full in short.items() if len(full) == 1}


def is_generic(name: str) -> bool:
    """Whether a paper's name could be that of any paper ("the annual report")."""
    return set(normalise_name(name).split()) <= _GENERIC


def add_papers(cast: Cast, document: Document, spans: Iterable[Span]) -> None:
    """Add papers that have a proper name; one that is only pointed to is added when it speaks."""
    for span in sorted(spans):
        name = plain_name(span.of(document.text))
        if name[0].isupper() and name.split()[-1][0].isupper() and not is_generic(name):
            cast.refer(span, cast.add(ActorKind.DOCUMENT, name))


def _abbreviations(text: str, found: list[tuple[Span, str]]) -> Mapping[str, str]:
    """Abbreviation -> full name: from brackets, else from initials when only one name has them."""
    full: dict[str, str] = {}
    for (span, name), (following, short) in pairwise(found):
        between = text[span.end : following.start]
        if re.fullmatch(r"\s*\(\s*", between) and text[following.end : following.end + 1] == ")":
            full.setdefault(short, name)
    names = {name for _, name in found if " " in name}
    for short in sorted({name for _, name in found if name.isupper() and " " not in name}):
        fitting = {n for n in names if _initials(n) == short}
        if short not in full and len(fitting) == 1:
            full[short] = fitting.pop()
    return full


def _initials(name: str) -> str:
    words = (w for w in re.split(r"[\s-]+", name) if w and w.lower() not in _SMALL)
    return "".join(w[0] for w in words).upper()
