"""Personal names: which word is the surname, and whether two spellings are one person.

Comes in: names as they stand in a text. Goes out: yes, no, or a part.
No state: everything is decided from the words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.english.chinese_names import is_chinese_name
from kg.english.offices import HONORIFICS
from kg.english.words import listed
from schema.ids import normalise_name

# The same few names are compared again and again within a document.
_KEPT = 4096
Alike = tuple[str, ...]
"""What spellings of one person share: all words, or surname, given name and a middle initial."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_NO_NAME = listed("signs", "behind names of headlines")
# "Highlighting How"; as the last word it is a surname ("Harding").
_GERUND = re.compile(r"[A-Z][a-z]{3,}ing")


def until_no_name(words: list[str]) -> list[str]:
    """The words up to the first that is none of a name: headlines in capitals go on behind names.

    >>> until_no_name(["Ada", "Norr", "After", "Touring", "Velmark"])
    ['Ada', 'Norr']
    >>> until_no_name(["Norr", "Highlighting", "How", "His", "Plan", "Works"])
    ['Norr']
    """
    ends = [k for k, word in enumerate(words) if word in _NO_NAME]
    kept = words[: ends[0]] if ends else words
    doing = [k for k, word in enumerate(kept[:-1]) if k and _GERUND.fullmatch(word)]
    return kept[: doing[0]] if doing else kept


@lru_cache(maxsize=_KEPT)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without honorifics, commas and generational suffixes."""
    words = tuple(w.strip(",") for w in re.sub(r"['’]s$", "", name.strip()).split())
    while words and words[0].rstrip(".").lower() in HONORIFICS:
        words = words[1:]
    while len(words) > 2 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words = words[:-1]
    return words


def proper_name(name: str) -> str:
    """A name without honorifics and commas, but with a generational suffix, which belongs to it.

    >>> proper_name("Mr. Joe B. Sol, Jr.")
    'Joe B. Sol Jr.'
    """
    words, suffix = words_of(name), _suffix(name)
    return " ".join([*words, suffix] if suffix else words)


def _suffix(name: str) -> str:
    """The generational suffix behind a full name; empty when it has none."""
    words = [w.strip(",") for w in re.sub(r"['’]s$", "", name.strip()).split()]
    full = len(words_of(name)) > 1 and len(words) > 2
    return words[-1] if full and words[-1].rstrip(".").lower() in _SUFFIXES else ""


def _of_one_generation(one: str, other: str) -> bool:
    """Whether the suffixes agree; the son may be called without his, the father seldom is."""
    first, second = (_suffix(n).rstrip(".").lower() for n in (one, other))
    return first == second or ("" in {first, second} and "sr" not in {first, second})


def is_full(name: str) -> bool:
    """Whether a name has a given name and a surname; a surname alone never makes a person."""
    words = [w for w in words_of(name) if w.rstrip(".").lower() not in _SUFFIXES]
    return len(words) >= 2 and sum(w[0].isupper() for w in words) >= 2


@lru_cache(maxsize=_KEPT)
def surname(name: str) -> str:
    """The normalised surname of a full name: the first word in Chinese order, else the last.

    >>> surname("Zhu Songchun"), surname("Ada van Norr"), surname("Joe B. Sol Jr.")
    ('zhu', 'norr', 'sol')
    """
    words = words_of(name)
    if not words:
        return ""
    return normalise_name(words[0] if is_chinese_name(" ".join(words)) else words[-1])


def given_name(name: str) -> str:
    """The normalised given name that a full name spells out first; empty for Chinese names."""
    words = words_of(name)
    first = normalise_name(words[0]) if len(words) > 1 else ""
    return "" if len(first) < 2 or is_chinese_name(" ".join(words)) else first


@lru_cache(maxsize=_KEPT)
def calls(short: str, full: str) -> bool:
    """Whether people with this full name are called by the short one ("Zhu", "Van Norr").

    >>> calls("Norr", "Ada Norr"), calls("Le Norr", "Ada Le Norr"), calls("Ada", "Ada Norr")
    (True, True, False)
    >>> calls("Suu Norr", "Ada San Suu Norr"), calls("Sol Norr", "Ada Norr")
    (True, False)
    """
    words, whole = ([normalise_name(w) for w in words_of(n)] for n in (short, full))
    if len(words) > 1:
        return len(whole) > len(words) and whole[-len(words) :] == words
    return bool(words) and words[0] == surname(full)


class Calling:
    """Full names by what their bearers are called, as `calls` has it, without asking each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._called: dict[tuple[str, ...], list[str]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Note one more full name."""
        whole = tuple(normalise_name(w) for w in words_of(name))
        ends = {whole[k:] for k in range(1, len(whole)) if len(whole) - k > 1}
        for end in {*ends, (surname(name),)}:
            self._called.setdefault(end, []).append(name)

    def __call__(self, short: str) -> list[str]:
        """The full names, in their order, whose bearers are called so."""
        words = tuple(normalise_name(w) for w in words_of(short))
        return self._called.get(words, []) if words else []


def known_by(name: str) -> set[Alike]:
    """What a full name is kept under, so that `may_be` finds it."""
    words, first, middle = _parts(name)
    firsts, middles = (first, f"{first[:1]}."), (middle, "*")
    return {words, *((surname(name), f, m) for f in firsts for m in middles)}


def may_be(name: str) -> set[Alike]:
    """What every name is kept under that is `same_person` with this one."""
    words, first, middle = _parts(name)
    firsts = (first, f"{first}." if len(first) == 1 else first[:1])
    middles = (middle, "") if middle else ("*",)
    return {words, *((surname(name), f, m) for f in firsts for m in middles)}


def _parts(name: str) -> tuple[Alike, str, str]:
    """The words of a name, the first of them, and the initial of the second of three."""
    words = tuple(normalise_name(w) for w in words_of(name))
    return words, words[0] if words else "", words[1][:1] if len(words) > 2 else ""


def same_person(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: case, accents, initials, middle names.

    Given names must agree, at least by initial; nicknames and other orders are not the same.
    """
    if not _of_one_generation(one, other):
        return False
    first, second = ([normalise_name(w) for w in words_of(n)] for n in (one, other))
    if first == second:
        # "Ada Norr" beside "Ada Norr Jr." is the elder; in capitals a headline left it out.
        in_capitals = one.isupper() or other.isupper()
        return in_capitals or bool(_suffix(one)) == bool(_suffix(other))
    if surname(one) != surname(other) or is_chinese_name(one) or is_chinese_name(other):
        return False
    if len(first) < 2 or len(second) < 2:
        return False
    return _agree(first[0], second[0]) and _middle_agree(first[1:-1], second[1:-1])


def _agree(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


def _middle_agree(one: list[str], other: list[str]) -> bool:
    """A middle name may be left out, but not be another one."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(_agree(a, b) for a, b in zip(one, other, strict=True))


def fullness(name: str) -> tuple[int, int, str]:
    """A sort key: the fullest form of a name is the greatest, whatever the order of the text."""
    words = words_of(name)
    spelt_out = sum(len(w.strip(".")) > 1 for w in words)
    return spelt_out, len(" ".join(words)), name
