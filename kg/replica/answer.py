"""One query answered: at most so many rows, in a form that can be turned into all formats.

Comes in: an Oxigraph store and a checked query. Goes out: an Answer. Called in a query worker.
"""

import io
from enum import StrEnum
from typing import Any, NamedTuple

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store

from kg.replica.guard import refusal

MAX_BYTES = 128 * 1024 * 1024  # more than anybody reads, less than a worker's memory


class Kind(StrEnum):
    """What a query gives: SELECT rows, ASK a boolean, CONSTRUCT and DESCRIBE a graph."""

    ROWS = "rows"
    BOOLEAN = "boolean"
    GRAPH = "graph"


class Answer(NamedTuple):
    """The result as TSV, as JSON (a boolean) or as N-Triples. `truncated`: a limit cut it."""

    kind: Kind
    body: bytes
    truncated: bool = False


class _Full(Exception):
    """More was given than is wanted."""


class _Lines(io.BytesIO):
    """Takes so many lines: a row is a line in TSV, a triple a line in N-Triples."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self._wanted = wanted
        self._seen = 0

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take some bytes. Raises _Full when that is too much."""
        written = super().write(data)
        self._seen += data.count(b"\n")
        if self._seen > self._wanted or self.tell() > MAX_BYTES:
            raise _Full
        return written

    def lines(self) -> bytes:
        """The lines wanted, without what came after them."""
        taken = self.getvalue().splitlines(keepends=True)
        return b"".join(line for line in taken[: self._wanted] if line.endswith(b"\n"))


def answer(store: Store, text: str, *, max_rows: int) -> Answer:
    """Run a checked query, whose default graph is the union of all graphs (`kg.replica.replica`).

    Raises QueryRefused when the text is no query.
    """
    try:
        result = store.query(text)
    except (SyntaxError, UnicodeEncodeError) as error:
        raise refusal(text, str(error)) from error
    if isinstance(result, QueryBoolean):
        return Answer(Kind.BOOLEAN, result.serialize(format=QueryResultsFormat.JSON) or b"")
    if isinstance(result, QuerySolutions):
        # One line more than rows: the header.
        return _cut(Kind.ROWS, result, QueryResultsFormat.TSV, lines=max_rows + 1)
    return _cut(Kind.GRAPH, result, RdfFormat.N_TRIPLES, lines=max_rows)


def _cut(kind: Kind, result: Any, form: QueryResultsFormat | RdfFormat, *, lines: int) -> Answer:
    file = _Lines(lines)
    try:
        result.serialize(file, form)
    except _Full:
        return Answer(kind, file.lines(), truncated=True)
    return Answer(kind, file.getvalue())
