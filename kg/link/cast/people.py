"""Puts people into the cast: full names first, then short ones that some full name explains.

Comes in: a Document and its person mentions. Goes out: members in the cast.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from kg.english.chinese_names import is_chinese_name
from kg.english.offices import is_head
from kg.extract.names.evidence import is_headed
from kg.link.cast.bearers import Bearers
from kg.link.cast.gender import is_given_name, of_given_name
from kg.link.cast.members import Cast, Member, fullest
from kg.link.cast.names import (
    Alike,
    Calling,
    is_full,
    known_by,
    may_be,
    proper_name,
    same_person,
    until_no_name,
    words_of,
)
from kg.link.cast.registries import Registry
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "di", "van", "von"})
_NAME_PART = r"[A-ZÀ-ÖØ-Þ][\w'’-]*\.?"
_NAME = re.compile(rf"{_NAME_PART}(?:\s+(?:van|von|de|der|al|bin)\b)?(?:\s+{_NAME_PART})+")


def add_people(
    cast: Cast, document: Document, spans: Iterable[Span], registry: Registry
) -> Bearers:
    """Add everybody with a full name, and refer short names to them; of the others the registry
    may know the full name; who is still without one stays unknown."""
    text = document.text
    named = [(s, " ".join(s.of(text).split())) for s in sorted(spans)]
    full = {n for _, n in named if is_full(n)} | set(headline_people(document.headline or ""))
    calling = Calling(full)
    short = {n for n in full if _may_be_short(n) and calling(n)}
    whole = full - short
    for group in _grouped(whole):
        member = cast.add(ActorKind.PERSON, fullest(group))
        member.gender = of_given_name(member.name)
        for name in sorted(group):
            cast.also(member, proper_name(name))
            cast.also(member, " ".join(words_of(name)))
    bearers = Bearers(cast, document, [(s, n) for s, n in named if n in whole])
    lone = [(s, n) for s, n in named if n not in whole]
    bearers.note_strangers(lone)
    text_and_headline = f"{document.headline or ''}\n{text}"
    for titled in registry.named_in(text_and_headline, document.published):
        bearers.add_registered(titled)
    for span, name in named:
        known = bearers.named(name) if name in whole else bearers.called(span, name)
        if known is not None:
            cast.refer(span, known)
    for span, member in _spelt_out(cast, text):
        cast.refer(span, member)
    return bearers


def without_headline_words(text: str, names: Collection[Span], headline: Span) -> Iterator[Span]:
    """The passages of names, those of a headline in capitals without the words that only it joins
    to them ("Ada Norr Hammers Velmark" beside "Ada Norr", "Derelict Norr")."""
    spelt = {s.of(text) for s in names}
    in_capitals = is_headed(headline.of(text))
    for span in names:
        words = span.of(text).split()
        if in_capitals and headline.contains(span) and text.count(span.of(text)) == 1:
            known = (k for k in range(len(words) - 1, 1, -1) if " ".join(words[:k]) in spelt)
            kept = next(known, None)
            if kept is not None:
                span = Span(span.start, span.start + len(" ".join(words[:kept])))
            elif len(words) == 2 and not (
                is_given_name(words[0]) or is_chinese_name(span.of(text))
            ):
                later = text.find(words[1], headline.end) >= 0
                span = Span(span.end - len(words[1]), span.end) if later else span
        yield span


def _is_given(words: list[str]) -> bool:
    """Whether a name begins with a given name that is known, or is a Chinese one."""
    return is_given_name(words[0]) or is_chinese_name(" ".join(words))


def _may_be_short(name: str) -> bool:
    """Whether a name may be the end of a longer one: "Suu Norr" of "Ada San Suu Norr"; but "Maria
    Norr" may be another than "Ada Maria Norr"."""
    first = words_of(name)[0]
    return first.lower() in _PARTICLES or not is_given_name(first)


def _spelt_out(cast: Cast, text: str) -> Iterator[tuple[Span, Member]]:
    """The full names in a text that no recogniser found in their place."""
    for member in list(cast.of(ActorKind.PERSON)):
        for form in sorted(f for f in member.forms if is_full(f)):
            for start in _places(text, form):
                span = Span(start, start + len(form))
                if span not in cast.at:
                    yield span, member


def _places(text: str, words: str) -> Iterator[int]:
    """Where some words begin in a text, and are not part of longer ones."""
    start = text.find(words)
    while start >= 0:
        around = text[max(start - 1, 0) : start], text[start + len(words) : start + len(words) + 1]
        if not any(c.isalnum() or c == "-" for c in around):
            yield start
        start = text.find(words, start + 1)


def headline_people(headline: str) -> list[str]:
    """Full names that stand behind a title ("Remarks by Energy Secretary Ada Norr")."""
    found: list[str] = []
    for match in _NAME.finditer(headline):
        words = match.group().split()
        heads = [k for k, w in enumerate(words[:-2]) if is_head(w) or _is_acronym(w)]
        name = words[heads[-1] + 1 :] if heads else []
        name = until_no_name(name)
        if len(name) > 1:
            found.append(" ".join(name))
    return found


def _is_acronym(word: str) -> bool:
    """ "APNSA Ada Norr": offices are abbreviated in headlines."""
    return len(word) > 2 and word.isalpha() and word.isupper()


def _grouped(names: set[str]) -> list[set[str]]:
    """Spellings of one person together. A name that fits several people stays apart."""
    groups: list[set[str]] = []
    alike: dict[Alike, set[int]] = {}  # groups by what names of one person share
    for name in sorted(names, key=lambda n: (-len(words_of(n)), -len(n), n)):
        near = sorted({k for key in may_be(name) for k in alike.get(key, ())})
        fitting = [k for k in near if any(same_person(name, other) for other in groups[k])]
        if len(fitting) != 1:
            fitting = [len(groups)]
            groups.append(set())
        groups[fitting[0]].add(name)
        for key in known_by(name):
            alike.setdefault(key, set()).add(fitting[0])
    return sorted(groups, key=lambda g: min(normalise_name(n) for n in g))
