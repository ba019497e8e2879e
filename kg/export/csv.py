"""CSV: a zip of nodes.csv and edges.csv, for spreadsheets and data frames.

Comes in: changes. Goes out: one zip file. Called through the entry point `csv`.
"""

import csv
import io
import zipfile
from collections.abc import Iterable
from typing import IO, Any

from kg.export.archive import member
from kg.export.columns import COLUMNS, cell
from kg.export.merge import merge
from kg.protocols import Change
from schema.graph import Node
from schema.spreadsheet import safe_cell


class Csv:
    """nodes.csv: uri, labels (JSON), a column a property; edges.csv: source, type, target.

    UTF-8, a header line, empty cells for what a node does not have, true and false. People open
    these files in spreadsheets, where a headline that begins with "=" would be run, so such text
    begins with a quote (`schema.spreadsheet`). The quote is added by a rule that can be undone:
    programs get the text back with `plain_text`, or read a format that is only for them (Parquet,
    JSON lines).
    """

    suffix = ".csv.zip"
    media_type = "application/zip"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        graph = merge(changes)
        with zipfile.ZipFile(file, "w") as archive:
            _table(archive, "nodes.csv", ("uri", "labels", *COLUMNS), map(_row, graph.nodes))
            edges = (edge.key for edge in graph.edges)
            _table(archive, "edges.csv", ("source", "type", "target"), edges)


def _row(node: Node) -> tuple[Any, ...]:
    cells = {name: cell(value) for name, value in node.properties.items()}
    texts = {k: str(v).lower() if isinstance(v, bool) else v for k, v in cells.items()}
    return (node.uri, cell(node.labels), *(texts.get(name, "") for name in COLUMNS))


def _table(
    archive: zipfile.ZipFile, name: str, header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
) -> None:
    with (
        member(archive, name) as raw,
        io.TextIOWrapper(raw, "utf-8", newline="") as text,
    ):
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(tuple(map(safe_cell, row)) for row in rows)
