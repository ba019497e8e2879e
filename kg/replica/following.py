"""A replica that follows its store: a keeper process, started when needed, brought up to date.

Comes in: a way to open a view of the store. Goes out: snapshots that hold all that was written
before they were asked for. Called by `kg.replica.sparql`, from any thread. A store put back from an
older backup cannot be told from the same store: delete the replica's folder then.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import structlog

from kg.protocols import Change, View
from kg.replica.child import Child, ChildEnded
from kg.replica.damage import Damaged
from kg.replica.keeper import keep
from schema.errors import StoreError

PART = 20_000  # nodes and edges sent at once: bounds the memory of a first load
_log = structlog.get_logger(__name__)


class Following:
    """The keeper of one folder, the store it follows, and the snapshots in use."""

    def __init__(self, open_view: Callable[[], View], folder: Path) -> None:
        self._open_view = open_view
        self._folder = folder
        self._keeper: Child | None = None
        self._newest: Path | None = None
        self._in_use: Counter[Path] = Counter()
        self._lock = Lock()  # of the keeper: held while it follows, however long that takes
        self._counting = Lock()  # of the snapshots in use
        self._closed = False

    @contextmanager
    def snapshot(self) -> Iterator[Path]:
        """The folder of a snapshot that is up to date and stays within the block.

        Waits for a first load, however long it takes. Raises StoreError.
        """
        with self._lock:
            path = self._up_to_date()
            with self._counting:
                self._in_use[path] += 1
        try:
            yield path
        finally:
            with self._counting:
                self._in_use[path] -= 1
            self._tidy()

    def rebuild(self, damaged: Path) -> None:
        """Throw the copy away, unless that was done since this snapshot was made."""
        with self._lock:
            if damaged == self._newest:
                self._start(rebuild=True)

    def close(self) -> None:
        """End the keeper and delete the snapshots."""
        self._closed = True
        if (keeper := self._keeper) is not None:
            keeper.stop()  # whoever waits for it gives up, and lets go of the lock
        with self._lock:
            self._newest = None
            self._tidy()
            self._end()

    def _up_to_date(self) -> Path:
        # It may have been killed, and goes on then; what is damaged is built anew.
        for _ in range(2):
            try:
                return self._follow(self._living())
            except (ChildEnded, Damaged) as error:
                if self._closed:
                    raise
                _log.warning("the SPARQL copy cannot follow the store", reason=str(error))
        return self._follow(self._start(rebuild=True))

    def _living(self) -> Child:
        if self._closed:
            raise StoreError("the SPARQL service is closed")
        if self._keeper is None or not self._keeper.alive:
            return self._start()
        return self._keeper

    def _start(self, *, rebuild: bool = False) -> Child:
        self._end()
        self._keeper = Child("keeper", keep, self._folder, rebuild)
        place: Path = self._keeper.receive()
        self._newest = None
        for left in (place / "snapshots").glob("*"):
            if left not in self._in_use:
                shutil.rmtree(left, ignore_errors=True)
        return self._keeper

    def _follow(self, keeper: Child) -> Path:
        view = self._open_view()
        identity = view.identity()
        position = keeper.call("position")
        moved = position is None or position.identity != identity
        if moved:
            position = keeper.call("start_over", identity)
        # Whoever asks waits for a first load, so nobody can see half of it.
        method = "load" if position.watermark == 0 else "apply"
        for part in _parts(view.changes(position.watermark)):
            keeper.call(method, part)
            moved = True
        if moved or self._newest is None:
            self._newest = keeper.call("snapshot")
            self._tidy()
        return self._newest

    def _tidy(self) -> None:
        """Delete the snapshots that nobody reads and nobody will."""
        with self._counting:
            left = [p for p, readers in self._in_use.items() if not readers and p != self._newest]
            for path in left:
                del self._in_use[path]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)

    def _end(self) -> None:
        if self._keeper is not None:
            self._keeper.kill()
        self._keeper = None


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
