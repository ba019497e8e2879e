"""A query worker: answers one query at a time on a snapshot, within its share of the machine.

Comes in: a Task. Goes out: a SparqlResult, or the end of the process: the operating system ends it
when a query computes too long (SIGPROF), takes too much memory (SIGABRT) or nests too deeply
(SIGSEGV), since Oxigraph cannot be stopped in any other way. Started by `kg.replica.lanes`.
"""

import os
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Store

from kg.processes import begin
from kg.replica.answer import answer
from kg.replica.child import serve
from kg.replica.damage import fault
from kg.replica.formats import SparqlResult, result_of
from kg.replica.guard import check

NICER = 10  # of long queries: whatever else the machine does goes first


class Task(NamedTuple):
    """A query: where to look, how many rows to give, in which format (`formats.choose`).

    A trusted one, ours, need not be checked.
    """

    snapshot: Path
    text: str
    max_rows: int
    form: str | None
    accept: str | None
    trusted: bool = False


class QueryWorker:
    """Answers tasks; keeps the snapshot of the last one open."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._open: tuple[Path, Store] | None = None

    def answer(self, task: Task) -> SparqlResult:
        """Raises QueryRefused, Damaged, StoreError; ends the process when it computes too long."""
        try:
            store = self._store(task.snapshot)
            signal.setitimer(signal.ITIMER_PROF, self._seconds)
            text = task.text if task.trusted else check(task.text)
            found = answer(store, text, max_rows=task.max_rows)
            return result_of(found, name=task.form, accept=task.accept)
        except MemoryError:
            os.kill(os.getpid(), signal.SIGABRT)  # as if Oxigraph had run out of memory
            raise
        except (OSError, RuntimeError) as error:
            self._open = None
            raise fault(error) from error
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    def _store(self, snapshot: Path) -> Store:
        if self._open is None or self._open[0] != snapshot:
            self._open = (snapshot, Store.read_only(str(snapshot)))
        return self._open[1]


def work(pipe: Connection, seconds: float, memory: int, nicer: int) -> None:
    """The process's main function; `seconds` of computing and bytes of `memory` for each query."""
    begin()
    os.nice(nicer)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # What Rust prints when it runs out of memory is no news: the parent says it in a line.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    serve(pipe, QueryWorker(seconds).answer)
