"""An executor whose processes may die: it starts new ones, and finds out what killed the old.

Comes in: a way to start an executor. Goes out: an executor that goes on after a process was killed
(by a fault in a library, or for its use of memory). All that was being read then is lost with it;
`alone` reads such a document again, where it can only harm itself. Called by `kg.reading`.
"""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any, TypeVar

import structlog

from kg.processes import starting_processes
from schema.document import Document
from schema.errors import ExtractionError

_log = structlog.get_logger()
T = TypeVar("T")


class Renewing(Executor):
    """Runs what it is given in the executor that `start` makes, in a new one when that broke."""

    def __init__(self, start: Callable[[], Executor]) -> None:
        self._start = start
        self._running = start()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        """As of any executor."""
        try:
            return self._submitted(fn, *args, **kwargs)
        except BrokenExecutor:
            _log.warning("a process that reads documents ended; new ones are started")
            self._running.shutdown(wait=False)
            self._running = self._start()
            return self._submitted(fn, *args, **kwargs)

    def _submitted(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        with starting_processes():  # an executor starts them when it is given work
            return self._running.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As of any executor."""
        self._running.shutdown(wait=wait, cancel_futures=cancel_futures)


def alone(
    executor: Executor, document: Document, read: "Callable[[Executor], Future[T]]"
) -> "Future[T]":
    """The reading of a document in an executor that reads nothing else; waits for it.

    When this one breaks too, the document is at fault.
    """
    reading = read(executor)
    if not isinstance(reading.exception(), BrokenExecutor):
        return reading
    failed: Future[T] = Future()
    text = f"{document.source}: the process that read it ended (killed, or out of memory)"
    failed.set_exception(ExtractionError(text))
    return failed
