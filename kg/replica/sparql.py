"""SPARQL 1.1 over the graph, read only: any query as text, and the named questions.

Comes in: a query, or a question and its parameters. Goes out: a result in a format, or rows. Called
by the command line and the service, from any thread. The replica follows the store before each
answer; the store is read in this process, the copy is kept and queried in the worker process.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results

from kg.protocols import Row, View
from kg.query.question import Question, load_question
from kg.replica.answer import Answer, Kind
from kg.replica.following import Following
from kg.replica.formats import choose, render
from kg.replica.process import WorkerDied
from schema.errors import StoreError

ATTEMPTS = 3  # a query whose worker was ended because of another query is asked again


class SparqlResult(NamedTuple):
    """A result ready to send. `truncated`: rows or triples beyond the limit were left out."""

    body: bytes
    media_type: str
    kind: Kind
    truncated: bool


class SparqlService:
    """Answers SPARQL on a replica in `folder`, which may be deleted when no service is open.

    `timeout` is in seconds; a query that runs longer is ended. Queries may run side by side.
    """

    def __init__(
        self, open_view: Callable[[], View], folder: Path, *, timeout: float, max_rows: int
    ) -> None:
        self._replica = Following(open_view, folder)
        self._timeout = timeout
        self._max_rows = max_rows

    def query(
        self,
        text: str,
        *,
        format: str | None = None,  # noqa: A002 (what users call it)
        accept: str | None = None,
    ) -> SparqlResult:
        """Answer a query in the format of that name, else in one that the Accept header asks for.

        Raises QueryRefused for an update, a SERVICE or what is no query; QueryTimeout; StoreError.
        """
        answer = self._answer(text, max_rows=self._max_rows, trusted=False)
        chosen = choose(answer.kind, name=format, accept=accept)
        return SparqlResult(
            render(answer, chosen), chosen.media_type, answer.kind, answer.truncated
        )

    def ask(
        self, question: str, parameters: Mapping[str, Any], *, limit: int, skip: int = 0
    ) -> list[Row]:
        """Answer a named question, as `View.ask` does in the store's own language.

        Raises QuestionError for an unknown name or parameters that do not fit; QueryTimeout.
        """
        asked = load_question(question)
        text = asked.sparql(parameters)
        answer = self._answer(text, max_rows=skip + limit, trusted=True)
        return _rows(asked, answer)[skip:]

    def sync(self) -> None:
        """Bring the replica up to date, however long it takes. Raises StoreError."""
        self._replica.worker()

    def _answer(self, text: str, *, max_rows: int, trusted: bool) -> Answer:
        for attempt in range(1, ATTEMPTS + 1):
            worker = self._replica.worker()
            try:
                answer: Answer = worker.query(text, max_rows, trusted, timeout=self._timeout)
            except WorkerDied:
                if attempt == ATTEMPTS:
                    raise
            else:
                return answer
        raise StoreError("no attempt was made")

    def close(self) -> None:
        """End the worker process and let go of the folder."""
        self._replica.close()


def _rows(question: Question, answer: Answer) -> list[Row]:
    solutions = parse_query_results(answer.body, QueryResultsFormat.TSV)
    if isinstance(solutions, QueryBoolean):
        raise StoreError(f"{question.name}: the SPARQL text asks for no rows")
    return [question.row({name: row[name] for name in question.columns}) for row in solutions]
