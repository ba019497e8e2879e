"""Puts people into the cast: full names first, then short ones that some full name explains.

Comes in: a Document and its person mentions. Goes out: members in the cast. Called by `linker`.
"""

import re
from collections.abc import Iterable

from kg.extract.offices_words import is_head
from kg.link.cast import Cast, Member, fullest
from kg.link.names import is_full, same_person, words_of
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_NAME_PART = r"[A-ZÀ-ÖØ-Þ][\w'’-]*\.?"
_NAME = re.compile(rf"{_NAME_PART}(?:\s+(?:van|von|de|der|al|bin)\b)?(?:\s+{_NAME_PART})+")
_MALE = re.compile(r"\b(?:Mr|Sir|Lord)\.?\s+$")
_FEMALE = re.compile(r"\b(?:Ms|Mrs|Miss|Dame|Lady)\.?\s+$")


def add_people(cast: Cast, document: Document, spans: Iterable[Span]) -> None:
    """Add everybody with a full name, and refer short names to them; others stay unknown."""
    text = document.text
    named = [(s, " ".join(s.of(text).split())) for s in spans]
    full = {n for _, n in named if is_full(n)} | set(headline_people(document.headline or ""))
    for group in _grouped(full):
        member = cast.add(ActorKind.PERSON, fullest(group))
        for name in sorted(group):
            cast.also(member, " ".join(words_of(name)))
    for span, name in sorted(named):
        known = _known(cast, span, name)
        if known is not None:
            cast.refer(span, known)
            known.gender = known.gender or _gender(text, span)


def _known(cast: Cast, span: Span, name: str) -> Member | None:
    if is_full(name):
        return cast.named(ActorKind.PERSON, " ".join(words_of(name)))
    return cast.called(name, before=span.start)


def headline_people(headline: str) -> list[str]:
    """Full names that stand behind a title ("Remarks by Energy Secretary Ada Norr")."""
    found: list[str] = []
    for match in _NAME.finditer(headline):
        words = match.group().split()
        heads = [k for k, w in enumerate(words) if is_head(w)]
        if heads and len(words) - heads[-1] > 2:
            found.append(" ".join(words[heads[-1] + 1 :]))
    return found


def _grouped(names: set[str]) -> list[set[str]]:
    """Spellings of one person together. A name that fits several people stays apart."""
    groups: list[set[str]] = []
    for name in sorted(names, key=lambda n: (-len(words_of(n)), -len(n), n)):
        fitting = [g for g in groups if any(same_person(name, other) for other in g)]
        if len(fitting) == 1:
            fitting[0].add(name)
        else:
            groups.append({name})
    return sorted(groups, key=lambda g: min(normalise_name(n) for n in g))


def _gender(text: str, span: Span) -> str | None:
    before = text[max(0, span.start - 8) : span.start]
    if _MALE.search(before):
        return "he"
    return "she" if _FEMALE.search(before) else None
