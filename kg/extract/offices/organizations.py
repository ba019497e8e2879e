"""Reads the organisation behind "of", "for" or "at": its proper name, or plain words.

Comes in: words and a place among them. Goes out: an `Organization`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.english.offices import DETERMINERS, NO_ORGANIZATIONS, is_head
from kg.extract.offices.passage import Name, Word

_JOINING = frozenset({"of", "for", "on", "and", "&", "the", "de"})
_MOST_COMMON_WORDS = 5


@dataclass(frozen=True)
class Organization:
    """Words `start` to `end` name it; `after` is where reading goes on."""

    start: int
    end: int
    after: int
    proper: bool


def read_organization(words: Sequence[Word], at: int) -> Organization | None:
    """The organisation whose words begin here, possibly with an article; None when none do."""
    while at < len(words) and words[at].text.lower() in DETERMINERS:
        at += 1
    first_proper, end = _extent(words, at)
    if end == at:
        return None
    if first_proper is None:
        return Organization(at, end, end, proper=False)
    lead = [w.lower for w in words[at:first_proper]]
    # "tech giant Norrlys" is Norrlys; "third session of the 14th Diet" is all of it.
    start = at if "of" in lead else _with_acronyms(words, at, first_proper)
    return Organization(start, end, _after_abbreviation(words, end), proper=True)


def _with_acronyms(words: Sequence[Word], at: int, first_proper: int) -> int:
    """ "AI" alone names nothing, but in front of a name ("AI Safety Office") it is part of it."""
    while first_proper > at and words[first_proper - 1].bare in NO_ORGANIZATIONS:
        first_proper -= 1
    return first_proper


def name_of(text: str, words: Sequence[Word], organization: Organization) -> str:
    """The organisation's name with white space folded, without article and possessive ending."""
    exact = text[words[organization.start].start : words[organization.end - 1].end]
    return re.sub(r"['’]s$", "", " ".join(exact.split()))


def _extent(words: Sequence[Word], at: int) -> tuple[int | None, int]:
    """The index of the first proper word, and the end of the name."""
    first_proper: int | None = None
    end = k = at
    while k < len(words):
        word = words[k]
        if word.name is Name.PERSON and not _within_a_longer_name(words, k):
            break
        if word.proper:
            first_proper = k if first_proper is None else first_proper
            end = k + 1
        elif first_proper is None and _leads(words, k, at):
            end = k + 1 if word.lower not in _JOINING else end
        elif first_proper is not None and _goes_on(words, k, at):
            end = k + 1 if word.lower not in _JOINING and not word.sign else end
        else:
            break
        k += 1
    return first_proper, end


def _leads(words: Sequence[Word], k: int, at: int) -> bool:
    """Whether a common word, or "of the" behind one, may precede the proper name."""
    word = words[k]
    if k - at >= _MOST_COMMON_WORDS:
        return False
    if word.bare in NO_ORGANIZATIONS:
        return True
    if word.lower in {"of", "the"}:
        return k > at
    return word.common and word.lower not in _JOINING


def _goes_on(words: Sequence[Word], k: int, at: int) -> bool:
    """Whether a word behind the first proper one still belongs to the name."""
    word = words[k]
    if word.bare in NO_ORGANIZATIONS:
        return True
    if word.sign and word.text != "&":
        return word.name is Name.ORGANIZATION and words[k - 1].name is Name.ORGANIZATION
    if word.lower in _JOINING:
        following = next((w for w in words[k + 1 : k + 3] if w.lower != "the"), None)
        if following is None or not following.proper or following.name is Name.PERSON:
            return False
        return word.lower != "and" or not any(is_head(w.text) for w in words[k + 1 : k + 5])
    # "the Ministry's AI unit": a possessive ties the common noun behind it to the name.
    owned = any(w.possessive for w in words[at:k])
    return owned and word.common and word.tag in {"", "NOUN"}


def _within_a_longer_name(words: Sequence[Word], k: int) -> bool:
    """A person's name that goes on with a capital is an institution's ("Ada Byron Institute")."""
    while k < len(words) and words[k].name is Name.PERSON:
        k += 1
    return k < len(words) and words[k].proper and words[k].name is not Name.PERSON


def _after_abbreviation(words: Sequence[Word], end: int) -> int:
    inside = words[end : end + 3]
    bracketed = len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")"
    return end + 3 if bracketed and inside[1].text.isupper() else end
