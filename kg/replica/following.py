"""A replica that follows its store: a worker process, started when needed, brought up to date.

Comes in: a way to open a view of the store. Goes out: a worker that knows all that was written
before it was asked for. Called by `kg.replica.sparql`, from any thread.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from threading import Lock

import structlog

from kg.protocols import View
from kg.replica.process import WorkerDied, WorkerProcess

GRAPHS_AT_ONCE = 100  # bounds the memory that a first load takes
ATTEMPTS = 3  # another thread's query may end the worker at any time
_log = structlog.get_logger(__name__)


class Following:
    """The worker of one folder and the store it follows."""

    def __init__(self, open_view: Callable[[], View], folder: Path) -> None:
        self._open_view = open_view
        self._folder = folder
        self._worker: WorkerProcess | None = None
        self._lock = Lock()

    def worker(self) -> WorkerProcess:
        """A worker that is up to date. Raises StoreError."""
        with self._lock:
            for _ in range(ATTEMPTS - 1):
                try:
                    return self._follow(self._living())
                except WorkerDied:
                    _log.info("sparql worker ended while it followed the store")
            return self._follow(self._living())

    def _living(self) -> WorkerProcess:
        if self._worker is None or self._worker.ended:
            self._worker = WorkerProcess(self._folder)
            if self._worker.temporary:
                _log.warning("replica in use elsewhere: one in memory", folder=str(self._folder))
        return self._worker

    def _follow(self, worker: WorkerProcess) -> WorkerProcess:
        view = self._open_view()
        identity = view.identity()
        position = worker.call("position")
        if position is None or position.identity != identity:
            position = worker.call("start_over", identity)
        changes = view.changes(position.watermark)
        while part := list(islice(changes, GRAPHS_AT_ONCE)):
            worker.call("apply", part)
        return worker

    def close(self) -> None:
        """End the worker process."""
        with self._lock:
            if self._worker is not None:
                self._worker.kill()
            self._worker = None
