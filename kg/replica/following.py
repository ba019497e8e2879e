"""A replica that follows its store: a worker process, started when needed, brought up to date.

Comes in: a way to open a view of the store. Goes out: a worker that knows all that was written
before it was asked for. Called by `kg.replica.sparql`, from any thread. A store put back from an
older backup cannot be told from the same store: delete the replica's folder then.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock

import structlog

from kg.protocols import Change, View
from kg.replica.process import WorkerDied, WorkerProcess

PART = 20_000  # nodes and edges sent at once: bounds the memory of a first load
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
        # Whoever asks waits for a first load, so nobody can see half of it.
        method = "load" if position.watermark == 0 else "apply"
        for part in _parts(view.changes(position.watermark)):
            worker.call(method, part)
        return worker

    def close(self) -> None:
        """End the worker process."""
        with self._lock:
            if self._worker is not None:
                self._worker.kill()
            self._worker = None


def _parts(changes: Iterable[Change]) -> Iterator[list[Change]]:
    part: list[Change] = []
    size = 0
    for change in changes:
        part.append(change)
        size += len(change.nodes) + len(change.edges)
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part
