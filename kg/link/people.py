"""Puts people into the cast: full names first, then short ones that some full name explains.

Comes in: a Document and its person mentions. Goes out: members in the cast. Called by `linker`.
"""

import re
from collections.abc import Iterable, Mapping

from kg.extract.offices_words import is_head
from kg.link.cast import Cast, Member, fullest
from kg.link.names import is_full, same_person, words_of
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_NAME_PART = r"[A-ZÀ-ÖØ-Þ][\w'’-]*\.?"
_NAME = re.compile(rf"{_NAME_PART}(?:\s+(?:van|von|de|der|al|bin)\b)?(?:\s+{_NAME_PART})+")
_MODIFIERS = frozenset({"vice", "first", "prime", "foreign", "deputy"})


def add_people(cast: Cast, document: Document, spans: Iterable[Span]) -> None:
    """Add everybody with a full name, and refer short names to them; others stay unknown."""
    text = document.text
    named = [(s, " ".join(s.of(text).split())) for s in spans]
    full = {n for _, n in named if is_full(n)} | set(headline_people(document.headline or ""))
    for group in _grouped(full):
        member = cast.add(ActorKind.PERSON, fullest(group))
        for name in sorted(group):
            cast.also(member, " ".join(words_of(name)))
    titles = _titles(cast, text, named)
    for span, name in sorted(named):
        known = _known(cast, span, name, _title_before(text, span), titles)
        if known is not None:
            cast.refer(span, known)


def _known(
    cast: Cast, span: Span, name: str, title: str, titles: Mapping[str, set[int]]
) -> Member | None:
    if is_full(name):
        return cast.named(ActorKind.PERSON, " ".join(words_of(name)))
    return cast.called(name, before=span.start, among=titles.get(title))


def _titles(cast: Cast, text: str, named: Iterable[tuple[Span, str]]) -> Mapping[str, set[int]]:
    """Who stands behind which title with a full name: "President Norr" is then one of these."""
    holders: dict[str, set[int]] = {}
    for span, name in named:
        member = cast.named(ActorKind.PERSON, " ".join(words_of(name))) if is_full(name) else None
        title = _title_before(text, span)
        if member is not None and title:
            holders.setdefault(title, set()).add(id(member))
    return holders


def _title_before(text: str, span: Span) -> str:
    """The title right before a name, with the word before it ("vice president"); else empty."""
    before = re.search(
        r"(?:([\w-]+)\s+)?([\w-]+)\.?\s+$", text[max(0, span.start - 50) : span.start]
    )
    if before is None or not is_head(before[2]):
        return ""
    modifier = (before[1] or "").lower()
    return f"{modifier} {before[2].lower()}" if modifier in _MODIFIERS else before[2].lower()


def headline_people(headline: str) -> list[str]:
    """Full names that stand behind a title ("Remarks by Energy Secretary Ada Norr")."""
    found: list[str] = []
    for match in _NAME.finditer(headline):
        words = match.group().split()
        heads = [k for k, w in enumerate(words[:-2]) if is_head(w) or _is_acronym(w)]
        if heads and len(words) - heads[-1] > 2:
            found.append(" ".join(words[heads[-1] + 1 :]))
    return found


def _is_acronym(word: str) -> bool:
    """ "APNSA Ada Norr": offices are abbreviated in headlines."""
    return len(word) > 2 and word.isalpha() and word.isupper()


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
