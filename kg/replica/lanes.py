"""Lanes: a few processes that answer queries, and who gets the next one.

Comes in: tasks from any thread, each with its client. Goes out: answers. Called by
`kg.replica.sparql`.

Nobody can tell a long query from a short one before it runs. So each one starts in the quick lane,
where it may compute for a fraction of a second; what is not done by then starts again in the long
lane, which has few processes, and gives way to everything else on the machine. A killed process
costs the query that it ran, and no other one.
"""

import time
from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

from kg.replica.child import Child
from kg.replica.formats import SparqlResult
from kg.replica.query_worker import Task, work
from schema.errors import QueryBusy, StoreError


class Lane:
    """Up to `size` processes, started when they are needed; up to `waiting` callers wait for one.

    Clients come in turns. Of one client's callers the first comes first; with `newest_first` the
    last one, for a lane where each turn is short: a burst then keeps nobody who comes after it.
    """

    def __init__(
        self,
        *,
        size: int,
        waiting: int,
        seconds: float,
        memory: int,
        nicer: int = 0,
        newest_first: bool = False,
    ) -> None:
        self._free, self._most, self._newest_first = size, waiting, newest_first
        self._given = (seconds, memory, nicer)
        self._lock, self._closed = Lock(), False
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._queues: OrderedDict[str, deque[Event]] = OrderedDict()

    def run(self, task: Task, *, client: str, until: float) -> SparqlResult:
        """Answer a task; `until` is a moment of `time.monotonic()`.

        Raises QueryBusy when no process is free by then, ChildTimeout, ChildEnded, and its errors.
        """
        with self._turn(client, until):
            child = self._take()
            try:
                result: SparqlResult = child.call(task, timeout=max(0.0, until - time.monotonic()))
            finally:
                self._put_back(child)
            return result

    def close(self) -> None:
        """End the processes; those that run a query end with it."""
        with self._lock:
            self._closed = True
            for child in (*self._idle, *self._busy):
                child.stop()

    @contextmanager
    def _turn(self, client: str, until: float) -> Iterator[None]:
        self._enter(client, until)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, client: str, until: float) -> None:
        mine = Event()
        with self._lock:
            if self._free:
                self._free -= 1
                return
            if sum(map(len, self._queues.values())) >= self._most:
                raise QueryBusy(f"{self._most} queries wait already: try again later")
            self._queues.setdefault(client, deque()).append(mine)
        if not mine.wait(until - time.monotonic()) and not self._given_up(client, mine):
            raise QueryBusy(
                "no turn came within the time limit, other queries run: try again later"
            )

    def _given_up(self, client: str, mine: Event) -> bool:
        """Stop waiting; True if the turn came at the last moment."""
        with self._lock:
            if mine.is_set():
                return True
            self._queues[client].remove(mine)
            if not self._queues[client]:
                del self._queues[client]
            return False

    def _leave(self) -> None:
        with self._lock:
            if not self._queues:
                self._free += 1
                return
            client, queue = self._queues.popitem(last=False)
            (queue.pop() if self._newest_first else queue.popleft()).set()
            if queue:
                self._queues[client] = queue

    def _take(self) -> Child:
        with self._lock:
            if self._closed:
                raise StoreError("the SPARQL service is closed")
            while self._idle and not self._idle[-1].alive:
                self._idle.pop()
            child = self._idle.pop() if self._idle else Child("query", work, *self._given)
            self._busy.add(child)
            return child

    def _put_back(self, child: Child) -> None:
        with self._lock:
            self._busy.discard(child)
            if child.alive and not self._closed:
                self._idle.append(child)
                return
        child.kill()
