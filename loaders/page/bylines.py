"""Bylines and credits: who wrote a text, for which agency, and on what day.

Comes in: the words of one block. Goes out: whether it is a byline, and what it says. Called by
`loaders.page.furniture_rules` and `loaders.page.metadata`.
"""

import re
from dataclasses import dataclass
from datetime import date

from loaders.facts import folded, split_authors
from loaders.page.dates import WHEN, dates_in, is_timestamp, without_dates

_WRITER = r"(?:staff )?(?:writers?|reporters?|correspondents?)"
_SMALL = re.compile(rf"(?:and|in|for|of|de|da|di|del|van|von|der|den|el|al|bin|{_WRITER})", re.I)
_AGENCY = re.compile(r"\(([A-Z][^()]{1,40})\)")
_BY = re.compile(r"by\b:?\s+", re.I)
_CREDIT = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing|editing|compiled|edited)(?: and \w+)? by\b"
    r"|.{3,60}\bcontributed (?:to this (?:report|story|article)|reporting|from\b)",
    re.I,
)
_MOST_WORDS = 24


@dataclass(frozen=True)
class Byline:
    """What a byline says; `affiliation` is an agency or a place, which a byline does not tell."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    affiliation: str | None = None
    day: date | None = None


def is_credit(words: str) -> bool:
    """Whether a block credits colleagues ("(Reporting by A in B; Editing by C)")."""
    return len(words.split()) <= 2 * _MOST_WORDS and bool(_CREDIT.match(words))


def is_byline(words: str) -> bool:
    """Whether a block is a byline: "By", capitalised names, perhaps an agency and a time."""
    if len(words.split()) > _MOST_WORDS:
        return False
    if not _BY.match(words):
        agency = _AGENCY.match(words)
        rest = words[agency.end() :] if agency else ""
        return is_timestamp(rest)
    names = without_dates(_AGENCY.sub(" ", _BY.sub("", words, count=1)))
    found = re.findall(r"[^\W\d_][\w.'’-]*", names)
    if not found or found[0].casefold() in {"the", "a", "an"}:
        return False
    return all(x[0].isupper() or _SMALL.fullmatch(x) for x in found)


def read(words: str) -> Byline:
    """What a byline says. `words` must satisfy `is_byline`."""
    agency = _AGENCY.search(words)
    days = dates_in(words)
    names, affiliation = "", None
    if _BY.match(words):
        names = _BY.sub("", words, count=1)[: _names_end(_BY.sub("", words, count=1))]
        names, affiliation = _affiliation(names)
    writers = re.match(rf"(?:(.*?)\s+)?{_WRITER}\s+", names, re.I)
    return Byline(
        authors=split_authors(names[writers.end() :] if writers else names),
        agency=folded(agency.group(1)) if agency else (writers and writers.group(1)) or None,
        affiliation=affiliation,
        day=days[0] if days else None,
    )


def _names_end(rest: str) -> int:
    """Where the names end: at a bracket, a bar, a date, or the end of a sentence."""
    stop = re.search(r"\s*[(|•·]|(?<=[a-z]{3})\.\s", rest)
    when = WHEN.search(rest)
    return min(x.start() for x in (stop, when) if x) if stop or when else len(rest)


def _affiliation(names: str) -> tuple[str, str | None]:
    """Names without what follows them after a comma: "A and B, C"; "A, C" where C is one word."""
    head, comma, tail = names.rstrip(" ,").rpartition(",")
    if comma and re.search(r"\band\b", head):
        return head, folded(tail)
    if comma and "," not in head and " and " not in tail and len(tail.split()) == 1:
        return head, folded(tail)
    return names, None
