"""Report what language models were asked and what it cost: `python -m kg.extract.llm`.

Comes in: the ledger in POLICYKG_HOME and the prices in the settings. Goes out: a table on standard
output, one column a model.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg.extract.llm.usage import Count, Ledger, cost
from kg.settings import Settings


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the sums by model."""
    parser = argparse.ArgumentParser(prog="python -m kg.extract.llm", description=__doc__)
    parser.add_argument("--home", type=Path, help="in place of POLICYKG_HOME")
    parser.add_argument(
        "--since",
        type=lambda text: datetime.fromisoformat(text).astimezone(),
        help="leave out what is older, e.g. 2026-01-31 or 2026-01-31T08:00",
    )
    given = parser.parse_args(arguments)
    settings = Settings() if given.home is None else Settings(home=given.home)
    totals = Ledger(settings.llm_ledger).totals(since=given.since)
    Console().print(report(totals, settings) if totals else "No language model was asked.")


def report(totals: Mapping[str, Counter[Count]], settings: Settings) -> Table:
    """The table of what was asked; the cost needs both prices."""
    table = Table("", *totals)
    for count in Count:
        table.add_row(count.value, *(f"{counts[count]:,}" for counts in totals.values()))
    table.add_row("cost", *(_cost(counts, settings) for counts in totals.values()))
    return table


def _cost(counts: Counter[Count], settings: Settings) -> str:
    paid = cost(counts, price_in=settings.llm_price_in, price_out=settings.llm_price_out)
    return "no prices set" if paid is None else f"{paid:.4f}"


if __name__ == "__main__":
    main()
