"""Parquet: a zip of nodes.parquet and edges.parquet, for DuckDB, pandas, Spark.

Comes in: changes. Goes out: one zip file. Called through the entry point `parquet`.
"""

import io
import zipfile
from collections.abc import Iterable
from typing import IO, Any

import pyarrow
from pyarrow import parquet

from kg.export.archive import member
from kg.export.columns import COLUMNS
from kg.export.merge import merge
from kg.protocols import Change, Subgraph
from schema.terms import Datatype, Fold, Property

_TEXTS = pyarrow.list_(pyarrow.string())
_TYPE = {
    Datatype.STRING: pyarrow.string(),
    Datatype.URI: pyarrow.string(),
    Datatype.INTEGER: pyarrow.int64(),
    Datatype.DOUBLE: pyarrow.float64(),
    Datatype.BOOLEAN: pyarrow.bool_(),
    Datatype.DATE: pyarrow.date32(),
    Datatype.DATETIME: pyarrow.timestamp("us", tz="UTC"),
}


class Parquet:
    """The columns of the CSV export with their own types: dates, instants, lists of text."""

    suffix = ".parquet.zip"
    media_type = "application/zip"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        graph = merge(changes)
        with zipfile.ZipFile(file, "w") as archive:
            for name, table in (("nodes", _nodes(graph)), ("edges", _edges(graph))):
                buffer = io.BytesIO()
                parquet.write_table(table, buffer, compression="zstd")
                with member(archive, f"{name}.parquet") as raw:
                    raw.write(buffer.getbuffer())


def _type(prop: Property) -> Any:
    return _TEXTS if prop.fold is Fold.UNION else _TYPE[prop.datatype]


def _nodes(graph: Subgraph) -> Any:
    fixed = [("uri", pyarrow.string()), ("labels", _TEXTS)]
    fields = [*fixed, *((name, _type(prop)) for name, prop in COLUMNS.items())]
    columns = {
        "uri": [node.uri for node in graph.nodes],
        "labels": [node.labels for node in graph.nodes],
        **{name: [node.properties.get(name) for node in graph.nodes] for name in COLUMNS},
    }
    return pyarrow.table(columns, schema=pyarrow.schema(fields))


def _edges(graph: Subgraph) -> Any:
    names = ("source", "type", "target")
    rows = [edge.key for edge in graph.edges]
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    return pyarrow.table(columns, schema=pyarrow.schema([(n, pyarrow.string()) for n in names]))
