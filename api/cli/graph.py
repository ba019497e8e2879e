"""`policykg export` and `policykg sparql`: the graph for other programs."""

import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.notes import say
from api.cli.options import HomeOption, StoreOption, runtime
from api.cli.writing import whole_file
from kg import registry
from kg.export import reproducible as without_times
from kg.protocols import Change, Exporter
from schema.errors import ConfigurationError, QuerySyntaxError

STDOUT = Path("-")
_FILE_NAME = re.compile(r"[\w./~-]+\.(?:rq|sparql)")


class ResultFormat(StrEnum):
    """How a SPARQL answer is printed."""

    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


def export(
    form: Annotated[
        str, typer.Option("--format", "-f", help=" | ".join(registry.names("exporters")))
    ] = "turtle",
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A file, or - for pipes.")
    ] = STDOUT,
    reproducible: Annotated[
        bool,
        typer.Option(
            "--reproducible", help="Leave out runs, history and the times the graph learnt things."
        ),
    ] = False,
    store: StoreOption = None,
    home: HomeOption = None,
) -> None:
    """Write the whole graph: RDF, GraphML, GEXF, JSON lines; CSV and Parquet as zips of tables."""
    exporter = registry.exporter(form)
    with runtime(store, home) as opened:
        changes = opened.store.view().changes(0)
        chosen = without_times(changes) if reproducible else changes
        if output == STDOUT:
            exporter.write(chosen, sys.stdout.buffer)
            return
        _write(exporter, chosen, output)
        size = f" ({output.stat().st_size:,} bytes)" if output.is_file() else ""
        say(f"wrote {output}{size}")


def _write(exporter: Exporter, changes: Iterable[Change], output: Path) -> None:
    """Raises ConfigurationError where the output cannot be written."""
    try:
        with whole_file(output) as file:
            exporter.write(changes, file)
    except OSError as error:
        raise ConfigurationError(f"{output}: {error.strerror or error}") from error


def sparql(
    query: Annotated[str, typer.Argument(help="The query, a file that holds it, or - for stdin.")],
    form: Annotated[
        ResultFormat | None,
        typer.Option("--format", "-f", help="Default: tsv for rows, turtle for graphs."),
    ] = None,
    store: StoreOption = None,
    home: HomeOption = None,
) -> None:
    """Ask the graph in SPARQL 1.1 (read only; the replica is brought up to date first)."""
    with runtime(store, home) as opened:
        result = opened.sparql.query(_text_of(query), format=form.value if form else None)
        sys.stdout.buffer.write(result.body)


def _text_of(query: str) -> str:
    """Raises QuerySyntaxError for a file that holds no text, ConfigurationError for none at all."""
    try:
        if query == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        if _is_file(query) or _FILE_NAME.fullmatch(query):
            return Path(query).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise QuerySyntaxError(f"{query}: not UTF-8") from error
    except OSError as error:
        raise ConfigurationError(f"{query}: {error.strerror}") from error
    return query


def _is_file(query: str) -> bool:
    try:
        return "\n" not in query and "{" not in query and Path(query).is_file()
    except OSError:  # longer than any name
        return False
