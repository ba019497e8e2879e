"""Office-holders known by public record: "President Norr" of a day -> the full name.

Comes in: a text and its day. Goes out: full names for "<Title> <Surname>". The rows are in
`data/office_holders.csv`; a file of one's own with the same columns is read after it and adds to
it.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

_COLUMNS = ["name", "surnames", "titles", "places", "from", "to"]


@dataclass(frozen=True)
class Holder:
    """Somebody in an office from one day (included) to another (not included; None: open).

    `surnames` and `titles` are spellings that papers use; one of `places` must stand in a text
    that means this holder, so that a "President Lee" of a college is not one of a state.
    """

    name: str
    surnames: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[str, ...]
    start: date
    end: date | None

    def on(self, day: date) -> bool:
        """Whether the office is held on a day."""
        return self.start <= day and (self.end is None or day < self.end)


class Titled(NamedTuple):
    """A title and surname as they stand in a text, and whom they mean."""

    title: str
    surname: str
    full: str


@dataclass(frozen=True)
class Registry:
    """Holders in the order of their files. Two registries with equal rows are equal."""

    holders: tuple[Holder, ...] = ()

    def named_in(self, text: str, day: date | None) -> tuple[Titled, ...]:
        """Each "<Title> <Surname>" of the text that means one person, with the full name.

        Who holds the office on the day comes first, then who held it before; without a day all
        rows must agree. A surname that means two people in the text means nobody.
        """
        pairs = sorted(set(self._pattern.findall(text))) if self.holders else []
        found = {(t, s): self._names(text, t, s, day) for t, s in pairs}
        meant: dict[str, set[str]] = {}
        for (_, surname), names in found.items():
            meant.setdefault(surname, set()).update(names or {""})
        return tuple(
            Titled(title, surname, next(iter(names)))
            for (title, surname), names in found.items()
            if names and len(meant[surname]) == 1
        )

    def _names(self, text: str, title: str, surname: str, day: date | None) -> set[str]:
        fitting = [
            h
            for h in self.holders
            if title in h.titles and surname in h.surnames and _mentions(text, h.places)
        ]
        if day is not None:
            begun = [h for h in fitting if h.start <= day]
            fitting = [h for h in begun if h.on(day)] or begun
        names = {h.name for h in fitting}
        return names if len(names) == 1 else set()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        titles = _alternatives(t for h in self.holders for t in h.titles)
        surnames = _alternatives(s for h in self.holders for s in h.surnames)
        # "Vice President Norr" is no president.
        return re.compile(rf"(?<![\w-])(?<!Vice\s)({titles})\s+({surnames})(?![\w-])")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def _mentions(text: str, places: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", text) for p in places)


@cache
def load_registry(own: Path | None = None) -> Registry:
    """The shipped registry, with the rows of a file of one's own behind it.

    Raises OSError when the file cannot be read and ValueError, naming file and line, for a row
    that is none.
    """
    with (files("kg.link.cast") / "office_holders.csv").open(encoding="utf-8") as shipped:
        holders = list(_read(shipped, "office_holders.csv"))
    if own is not None:
        with own.open(encoding="utf-8", newline="") as file:
            holders += _read(file, str(own))
    return Registry(tuple(holders))


def _read(lines: Iterable[str], source: str) -> Iterator[Holder]:
    reader = csv.DictReader(lines)
    if reader.fieldnames != _COLUMNS:
        raise ValueError(f"{source}: the columns must be {', '.join(_COLUMNS)}")
    for row in reader:
        try:
            yield _holder(row)
        except (ValueError, TypeError, AttributeError) as error:
            raise ValueError(f"{source}, line {reader.line_num}: {error}") from error


def _holder(row: dict[str, str]) -> Holder:
    def several(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in row[column].split(";") if part.strip())

    if not (row["name"].strip() and several("surnames") and several("titles")):
        raise ValueError("name, surnames and titles are needed")
    return Holder(
        name=row["name"].strip(),
        surnames=several("surnames"),
        titles=several("titles"),
        places=several("places"),
        start=date.fromisoformat(row["from"]),
        end=date.fromisoformat(row["to"]) if row["to"] else None,
    )
