"""Rows on standard output as a table, JSON lines or CSV; everything else goes to standard error.

Words of articles are printed so that they can steer neither a terminal nor a spreadsheet.
"""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.cli.notes import notes
from api.cli.options import Format
from schema.ids import BASE
from schema.printable import printable, printable_json
from schema.spreadsheet import safe_cell

Rows = Sequence[dict[str, Any]]
WIDTH = 160
PARTIAL = 3  # exit code: done, but some sources were left out
# Short by nature: never broken over two lines, so that they can be copied.
_WHOLE = frozenset({"said_on", "act", "id", "kind", "month", "start", "end"})


def console() -> Console:
    """Standard output for people; wide (or $COLUMNS) where it is no terminal."""
    return Console(highlight=False, width=get_terminal_size(fallback=(WIDTH, 50)).columns)


def print_rows(
    rows: Rows,
    form: Format,
    *,
    columns: Iterable[str] | None = None,
    header: Sequence[str] = (),
) -> None:
    """Print rows in a form; `columns` choose and order those of the table.

    `header`: the names of all columns, for CSV without rows.
    """
    if form is Format.JSON:
        for row in rows:
            sys.stdout.write(json_line(row) + "\n")
    elif form is Format.CSV:
        _print_csv(rows, header)
    else:
        _print_table(rows, list(columns or _for_people(rows)))


def json_line(record: Any) -> str:
    """A record as one line of JSON."""
    return printable_json(json.dumps(record, ensure_ascii=False))


def _print_csv(rows: Rows, header: Sequence[str]) -> None:
    names = list(rows[0]) if rows else list(header)
    if names:
        writer = csv.DictWriter(sys.stdout, fieldnames=names, lineterminator="\n")
        writer.writeheader()
        # A file gets the words as they are; a terminal has to be spared.
        shown = _printed if sys.stdout.isatty() else safe_cell
        writer.writerows({k: shown(v) for k, v in row.items()} for row in rows)


def _printed(value: Any) -> Any:
    return printable(safe_cell(value)) if isinstance(value, str) else value


def _for_people(rows: Rows) -> list[str]:
    """The columns a person reads: no URI beside the name of the same thing."""
    names = list(rows[0]) if rows else []
    return [n for n in names if not (n.endswith("_uri") and n.removesuffix("_uri") in names)]


def _print_table(rows: Rows, columns: Sequence[str]) -> None:
    if not rows:
        notes().print("Nothing found.")
        return
    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for column in columns:
        wrap = column not in _WHOLE
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=not wrap)
    for row in rows:
        # Text, not markup: a passage may hold square brackets.
        table.add_row(*(Text(_cell(row[c])) for c in columns))
    console().print(table)


def _cell(value: Any) -> str:
    """A value as text; of our own URIs the end, which `policykg show` takes too."""
    return "" if value is None else printable(str(value)).removeprefix(BASE)
