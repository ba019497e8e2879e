"""Which pronoun a person takes, from what the text says beside the name, else from the given name.

Comes in: a Reading and its cast. Goes out: `Member.gender` ("he", "she" or None). What the text
says comes before what a given name suggests; contradiction decides nothing.
"""

from functools import cache

from kg.english.chinese_names import is_chinese_name
from kg.english.words import listed
from kg.link.cast.members import Cast, Member
from kg.link.cast.names import words_of
from kg.read.reading import Reading
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_HONORIFICS = {p: listed("people", f"honorifics of {p}") for p in ("he", "she")}
_NOUNS = {p: listed("people", f"nouns of {p}") for p in ("he", "she")}
_REACH = 12  # characters before a name in which its honorific stands


def add_genders(cast: Cast, reading: Reading) -> None:
    """Note for each person of the cast which pronoun is meant for it, where that can be told."""
    for member in cast.of(ActorKind.PERSON):
        member.gender = _told(member, reading) or member.gender


def _told(member: Member, reading: Reading) -> str | None:
    """What stands beside the names; honorifics come before kinship and titles."""
    phrases = [p for s in member.mentions if (p := reading.phrase(s)) is not None]
    for known, beside in (
        (_HONORIFICS, [of_honorific(reading.text, s) for s in member.mentions]),
        (_NOUNS, [of_nouns(p.nouns_beside) for p in phrases]),
    ):
        found = {pronoun for pronoun in beside if pronoun in known}
        if len(found) == 1:
            return found.pop()
    return None


def of_nouns(nouns: tuple[str, ...]) -> str | None:
    """The pronoun that nouns for somebody tell; None when open or when they differ."""
    found = {pronoun for pronoun, known in _NOUNS.items() if known & set(nouns)}
    return found.pop() if len(found) == 1 else None


def of_honorific(text: str, span: Span) -> str | None:
    """The pronoun that "Mr." or "Mrs." right before a name tells."""
    before = text[max(0, span.start - _REACH) : span.start].split()[-1:]
    title = before[0].rstrip(".") if before else ""
    return next((p for p, known in _HONORIFICS.items() if title in known), None)


def of_words(text: str, span: Span) -> str | None:
    """The pronoun of somebody unknown, from the honorific or noun that the passage has."""
    said = text[max(0, span.start - 6) : span.end].replace(".", " ").replace(",", " ").split()
    told = {p for p in _NOUNS for w in said if w in _HONORIFICS[p] or w.lower() in _NOUNS[p]}
    return told.pop() if len(told) == 1 else None


def of_given_name(name: str) -> str | None:
    """The pronoun of nearly all who bear the first name that is spelt out; None when open."""
    if is_chinese_name(name):
        return None
    spelt = [w for w in words_of(name)[:-1] if len(w.rstrip(".")) > 1]
    given = normalise_name(spelt[0]).split() if spelt else []
    return _given_names().get(given[0]) if given else None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that nearly only men or nearly only women bear."""
    return normalise_name(word) in _given_names()


@cache
def _given_names() -> dict[str, str]:
    return {name: p for p in ("he", "she") for name in listed("given_names", p)}
