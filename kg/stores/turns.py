"""Turns: threads that share one thing get it in the order in which they asked.

A lock or a queue wakes whom it likes: readers that ask again at once could keep a writer waiting
for ever. Called by `kg.stores.sqlite_engine` for a database that has one connection.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock


class Turns:
    """First come, first served. A thread must not ask for a turn while it has one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._taken = False
        self._waiting: deque[Event] = deque()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for all who asked before, and have the thing alone."""
        called = Event()
        with self._lock:
            if self._taken:
                self._waiting.append(called)
            else:
                self._taken = True
                called.set()
        try:
            called.wait()
            yield
        finally:
            self._leave(called)

    def _leave(self, called: Event) -> None:
        """Hand the turn to the next; who was interrupted while waiting only leaves the line."""
        with self._lock:
            if not called.is_set():
                self._waiting.remove(called)
            elif self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
