"""Which pronoun a person takes, from what the text says beside the name, else from the given name.

Comes in: a Document and its cast. Goes out: `Member.gender` ("he", "she" or None). Called by
`linker`. What the text says comes before what a given name suggests; contradiction decides nothing.
"""

import re
from functools import cache
from importlib.resources import files

from kg.english.chinese_names import is_chinese_name
from kg.link.cast.members import Cast, Member
from kg.link.cast.names import words_of
from schema.document import Document
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_BEFORE = {
    "he": re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Father)\.?\s+$"),
    "she": re.compile(r"\b(?:Ms|Mrs|Miss|Dame|Lady|Queen|Princess|Madam|Madame)\.?\s+$"),
}
# "his wife, Ada Norr", "Ada Norr, the widow of".
_MALE_KIN = r"(?:husband|father|brother|son|uncle|nephew|grandfather|stepfather|widower)"
_FEMALE_KIN = r"(?:(?:ex-)?wife|mother|sister|daughter|aunt|niece|grandmother|stepmother|widow)"
_MALE_TITLE = r"(?:congressman|chairman|spokesman|businessman|actor|councilman|king|statesman)"
_FEMALE_TITLE = (
    r"(?:congresswoman|chairwoman|spokeswoman|businesswoman|actress|councilwoman|queen|first lady)"
)
_MALE = re.compile(rf"\b(?:mr|man|boy|{_MALE_KIN}|{_MALE_TITLE})\b")
_FEMALE = re.compile(rf"\b(?:mrs|ms|woman|girl|{_FEMALE_KIN}|{_FEMALE_TITLE})\b")
_OWNED = r"(?:\b(?:his|her|their|my|our)|['’]s?)\s+(?:[a-z-]+\s+){0,2}"
_BESIDE_BEFORE = {
    "he": re.compile(rf"(?:{_OWNED}{_MALE_KIN}|\b{_MALE_TITLE}),?\s+$", re.IGNORECASE),
    "she": re.compile(rf"(?:{_OWNED}{_FEMALE_KIN}|\b{_FEMALE_TITLE}),?\s+$", re.IGNORECASE),
}
_KIN_BEFORE = re.compile(rf"{_OWNED}(?:{_MALE_KIN}|{_FEMALE_KIN}),?\s+$", re.IGNORECASE)
_APPOSITION = r",\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?"
_BESIDE_BEHIND = {
    "he": re.compile(rf"{_APPOSITION}(?:{_MALE_KIN}|{_MALE_TITLE})\b", re.IGNORECASE),
    "she": re.compile(rf"{_APPOSITION}(?:{_FEMALE_KIN}|{_FEMALE_TITLE})\b", re.IGNORECASE),
}
_REACH = 40


def add_genders(cast: Cast, document: Document) -> None:
    """Note for each person of the cast which pronoun is meant for it, where that can be told."""
    for member in cast.of(ActorKind.PERSON):
        member.gender = _told(member, document.text) or member.gender


def _told(member: Member, text: str) -> str | None:
    """What stands beside the names; honorifics come before kinship and titles."""
    for before, behind in ((_BEFORE, {}), (_BESIDE_BEFORE, _BESIDE_BEHIND)):
        found = {
            pronoun
            for span in member.mentions
            for pronoun in before
            if before[pronoun].search(text, max(0, span.start - _REACH), span.start)
            or (pronoun in behind and behind[pronoun].match(text, span.end, span.end + _REACH))
        }
        if len(found) == 1:
            return found.pop()
    return None


def of_honorific(text: str, span: Span) -> str | None:
    """The pronoun that "Mr." or "Mrs." right before a name tells."""
    start = max(0, span.start - _REACH)
    return next(
        (p for p, before in _BEFORE.items() if before.search(text, start, span.start)), None
    )


def is_kin_before(text: str, span: Span) -> bool:
    """Whether a word of kinship with its owner stands right before a name."""
    start = max(0, span.start - _REACH)
    return _KIN_BEFORE.search(text, start, span.start) is not None


def of_words(text: str, span: Span) -> str | None:
    """The pronoun of somebody unknown, from the honorific or noun that the passage has."""
    words = text[max(0, span.start - 6) : span.end].lower()
    he, she = _MALE.search(words), _FEMALE.search(words)
    if bool(he) == bool(she):
        return None
    return "he" if he else "she"


def of_given_name(name: str) -> str | None:
    """The pronoun of nearly all who bear the first name that is spelt out; None when open."""
    if is_chinese_name(name):
        return None
    words = [w for w in words_of(name)[:-1] if len(w.rstrip(".")) > 1]
    given = normalise_name(words[0]).split() if words else []
    return _given_names().get(given[0]) if given else None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that nearly only men or nearly only women bear."""
    return normalise_name(word) in _given_names()


@cache
def _given_names() -> dict[str, str]:
    folder = files("kg.english") / "data"
    return {
        name: pronoun
        for pronoun in ("he", "she")
        for line in (folder / f"given_names_{pronoun}.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
        for name in line.split()
    }
