"""SPARQL 1.1 over the graph, read only: any query as text, and the named questions.

Comes in: a query, or a question and its parameters. Goes out: a result in a format, or rows. Called
by the command line and the service, from any thread. The replica follows the store before each
answer; the store is read in this process, the copy is kept by one process and queried by others.
"""

import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import structlog
from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results

from kg.protocols import Row, View
from kg.query.question import Question, load_question
from kg.replica.child import ChildEnded, ChildTimeout
from kg.replica.damage import Damaged
from kg.replica.following import Following
from kg.replica.formats import SparqlResult
from kg.replica.lanes import Lane
from kg.replica.query_worker import NICER, Task
from schema.errors import PolicyKGError, QueryTimeout, QueryTooLarge, StoreError

QUICK = 0.25  # seconds of computing in the quick lane: the named questions are done by then
PATIENCE = 2  # times the time limit: how long one waits for turn and answer together
MEMORY = 2048  # MB of address space for a query, of which an idle process has some 500
_log = structlog.get_logger(__name__)


class SparqlService:
    """Answers SPARQL on a replica in `folder`, which may be deleted when no service is open.

    A query may compute for `timeout` seconds and take `memory` MB of address space, else it is
    ended; whoever asks waits at most twice as long, for the turn and the answer together, once the
    replica is up to date.
    """

    def __init__(
        self,
        open_view: Callable[[], View],
        folder: Path,
        *,
        timeout: float,
        max_rows: int,
        memory: int = MEMORY,
    ) -> None:
        self._replica = Following(open_view, folder)
        self._timeout = timeout
        self._max_rows = max_rows
        self._memory = memory
        self._quick = Lane(
            size=4, waiting=64, seconds=QUICK, memory=memory << 20, newest_first=True
        )
        self._long = Lane(size=2, waiting=32, seconds=timeout, memory=memory << 20, nicer=NICER)

    def query(
        self,
        text: str,
        *,
        format: str | None = None,  # noqa: A002 (what users call it)
        accept: str | None = None,
        client: str = "",
    ) -> SparqlResult:
        """Answer a query in the format of that name, else in one that the Accept header asks for.

        Clients get their turns in fairness. Raises QueryRefused for an update, a SERVICE or what is
        no query; QueryTimeout; QueryTooLarge; QueryBusy; StoreError.
        """
        return self._answer(text, client, max_rows=self._max_rows, form=format, accept=accept)

    def ask(
        self, question: str, parameters: Mapping[str, Any], *, limit: int, skip: int = 0
    ) -> list[Row]:
        """Answer a named question, as `View.ask` does in the store's own language.

        Raises QuestionError for an unknown name or parameters that do not fit; QueryTimeout.
        """
        asked = load_question(question)
        text = asked.sparql(parameters)
        wanted = {"max_rows": skip + limit, "form": "tsv", "accept": None}
        return _rows(asked, self._answer(text, "", trusted=True, **wanted))[skip:]

    def _answer(self, text: str, client: str, **wanted: Any) -> SparqlResult:
        """`wanted`: the further fields of a Task."""
        with self._replica.snapshot() as snapshot:
            try:
                return self._once(Task(snapshot, text, **wanted), client=client)
            except Damaged as error:
                _log.warning("the SPARQL copy is damaged and built again", reason=str(error))
        self._replica.rebuild(snapshot)
        with self._replica.snapshot() as rebuilt:
            return self._once(Task(rebuilt, text, **wanted), client=client)

    def _once(self, task: Task, *, client: str) -> SparqlResult:
        """Ask in the quick lane, then in the long one; what ended a process is not tried again."""
        until = time.monotonic() + PATIENCE * self._timeout
        try:
            if (result := self._quickly(task, client=client, until=until)) is not None:
                return result
            return self._long.run(task, client=client, until=until)
        except ChildEnded as error:
            raise self._verdict(error) from error
        except ChildTimeout as error:
            waited = f"{PATIENCE * self._timeout:g} s"
            raise QueryTimeout(
                f"the query was not done {waited} after it was asked, and was ended"
            ) from error

    def _quickly(self, task: Task, *, client: str, until: float) -> SparqlResult | None:
        """The answer, or None where the query computes longer than the quick lane allows."""
        try:
            return self._quick.run(task, client=client, until=until)
        except ChildEnded as error:
            if error.by is not signal.SIGPROF:
                raise
        return None

    def _verdict(self, error: ChildEnded) -> PolicyKGError:
        """What a query did whose process ended."""
        if error.by is signal.SIGPROF:
            return QueryTimeout(f"the query ran longer than {self._timeout:g} s and was ended")
        if error.by is signal.SIGABRT:
            return QueryTooLarge(
                f"the query needs more than {self._memory} MB of memory and was ended"
            )
        if error.by in (signal.SIGSEGV, signal.SIGBUS):
            return QueryTooLarge("the query nests too deeply and was ended")
        return error

    def close(self) -> None:
        """End all processes and let go of the folder."""
        self._quick.close()
        self._long.close()
        self._replica.close()


def _rows(question: Question, answer: SparqlResult) -> list[Row]:
    solutions = parse_query_results(answer.body, QueryResultsFormat.TSV)
    if isinstance(solutions, QueryBoolean):
        raise StoreError(f"{question.name}: the SPARQL text asks for no rows")
    return [question.row({name: row[name] for name in question.columns}) for row in solutions]
