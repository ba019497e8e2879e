"""What the model was asked and what it cost: one line a document, summed on demand.

Comes in: counts of one document. Goes out: a ledger that several processes append to, and its sums
by model. Called by `extractor`; the sums by `python -m kg.extract.llm`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import AwareDatetime

from schema.base import Frozen


class Count(StrEnum):
    """What is counted."""

    WINDOWS = "windows"
    ASKED = "asked"
    CACHED = "cached"
    TOKENS_IN = "tokens_in"
    TOKENS_OUT = "tokens_out"
    REFUSED = "refused"  # windows that the model would not read
    UNUSABLE = "unusable"  # replies that were not of the form asked for
    ATTRIBUTIONS = "attributions"  # as answered
    DROPPED = "dropped"  # of these: not in the text, or nothing in the text attributes them
    DEEDS = "deeds"  # of these: something was done, not said
    INVENTED = "invented"  # strings that do not stand in the text


class Entry(Frozen):
    """One document read by one model. `counts` leaves zeros out."""

    at: AwareDatetime
    model: str
    document: str
    counts: dict[Count, int]


@dataclass(frozen=True)
class Ledger:
    """A file of entries, one JSON object a line."""

    file: Path

    def add(self, model: str, document: str, counts: Mapping[Count, int]) -> None:
        """Append an entry in one write, so that processes do not mix their lines."""
        entry = Entry(
            at=datetime.now(UTC),
            model=model,
            document=document,
            counts={k: n for k, n in counts.items() if n},
        )
        with self.file.open("a", encoding="utf-8") as lines:
            lines.write(entry.model_dump_json() + "\n")

    def entries(self, *, since: datetime | None = None) -> Iterator[Entry]:
        """All entries in the order written, from a moment on."""
        if not self.file.exists():
            return
        with self.file.open(encoding="utf-8") as lines:
            for line in lines:
                entry = Entry.model_validate_json(line)
                if since is None or entry.at >= since:
                    yield entry

    def totals(self, *, since: datetime | None = None) -> dict[str, Counter[Count]]:
        """The sums by model, the models sorted."""
        sums: dict[str, Counter[Count]] = {}
        for entry in self.entries(since=since):
            sums.setdefault(entry.model, Counter()).update(entry.counts)
        return dict(sorted(sums.items()))


def cost(
    counts: Mapping[Count, int], *, price_in: float | None, price_out: float | None
) -> float | None:
    """What the tokens cost, in the currency of the prices per million; None without prices."""
    if price_in is None or price_out is None:
        return None
    paid = counts.get(Count.TOKENS_IN, 0) * price_in + counts.get(Count.TOKENS_OUT, 0) * price_out
    return paid / 1_000_000
