"""Dates as sources write them: found by pattern, read by dateparser.

Comes in: text or a metadata value. Goes out: `date`s, always with the day as written (the local day
of a time with a zone). Called by the loaders and by `loaders.page.metadata`.
"""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime
from functools import cache
from pathlib import PurePosixPath

import dateparser

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAY_OF_YEAR = rf"(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})(?!\d)"
FULL_DATE = rf"(?:{DAY_OF_YEAR},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}/\d{{2}}/\d{{2}})(?!\d)"
_TIME = (
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})\b)?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_LABEL = (
    r"(?:first |last |originally )?(?:published|posted|updated|modified|issued|released|date|end)"
    r"(?: (?:on|at))?\b"
)
WHEN = re.compile(rf"{FULL_DATE}|\b(?:{_TIME}|{_WEEKDAY}|{_LABEL})|\b(?:on|at)\b", re.I)
_CLOCK = re.compile(rf"{FULL_DATE}|\b{_TIME}", re.I)
_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")
# Years, months, numbers, days without a century: what a parser would fill up with a guess.
_PART = re.compile(
    rf"\d+|\d{{4}}[-/.]\d{{1,2}}|\d{{1,2}}/\d{{4}}|{_MONTH},?\s+\d{{4}}|\d{{1,2}}([-/.])\d{{1,2}}\1\d{{1,2}}",
    re.I,
)
# "yesterday" is a day only to who knows when it was written: no parser of relative times here,
# nor of numbers: "20252" is no day.
_PARSERS = ["custom-formats", "absolute-time"]
# A dateline may be one day ahead of the year's end and the page one day after it.
_NEAR = 300
_LONGEST = 100  # characters: no date is longer, and a parser takes long over what is none


@cache
def _parse(text: str) -> date | None:
    if len(text) > _LONGEST or not _YEAR.search(text) or _is_impossible(text):
        return None
    settings = {"STRICT_PARSING": True, "DATE_ORDER": _order(text), "PARSERS": _PARSERS}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None


def _is_impossible(text: str) -> bool:
    """Whether a date that begins with its year is no day: then no other order makes it one."""
    match = _YEAR_FIRST.match(text)
    try:
        return bool(match and not date(*map(int, match.groups())))
    except ValueError:
        return True


def _order(text: str) -> str:
    if text[:4].isdigit():
        return "YMD"
    return "DMY" if _DAY_FIRST.match(text) else "MDY"


def is_part_of_a_date(text: str) -> bool:
    """Whether a text is a date of which something is missing, or an impossible one."""
    plain = text.strip()
    if len(plain) > _LONGEST:
        return False
    return _is_impossible(plain) or (bool(_PART.fullmatch(plain)) and read_date(plain) is None)


def read_date(value: object) -> date | None:
    """A metadata value as a date: a date, a datetime or a text; None when it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    moment = read_moment(value)
    return moment.date() if moment else _parse(value.strip())


def read_moment(value: object) -> datetime | None:
    """A value as a point in time with a zone (UTC where it names none); None when it is none."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return None


def dates_in(text: str) -> list[date]:
    """All full dates of a text, in order."""
    found = (_parse(" ".join(m.group().split())) for m in re.finditer(rf"\b{FULL_DATE}", text))
    return [x for x in found if x]


def without_dates(text: str) -> str:
    """The text without dates, times, weekdays and words like "updated"."""
    return WHEN.sub(" ", text)


def is_timestamp(text: str) -> bool:
    """Whether a line says nothing but when ("Mar 09, 2025 12:27:54 PM", "Updated 3 May 2025")."""
    return bool(_CLOCK.search(text)) and not re.search(r"\w", without_dates(text))


def dateline_date(day: str, known: Collection[date]) -> date | None:
    """The day of a dateline ("March 8"); its year, if it names none, is that nearest to `known`."""
    if stated := dates_in(day):
        return stated[0]
    if not known:
        return None
    latest = max(known)
    years = (latest.year - 1, latest.year, latest.year + 1)
    candidates = [x for y in years if (x := _parse(f"{' '.join(day.split())}, {y}"))]
    near = min(candidates, key=lambda x: abs((x - latest).days), default=None)
    return near if near and abs((near - latest).days) <= _NEAR else None


def date_in_name(source: str) -> date | None:
    """The date in a file name ("2025-03-08-two-sessions.md")."""
    match = _IN_NAME.search(PurePosixPath(source).name)
    return _parse(match.group(1)) if match else None
