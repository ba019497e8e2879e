"""A server that went away is asked for by one request at a time; the others fail at once.

Comes in: work on a server, and a cheap way to ask whether it is there. Goes out: the work's result,
or ServiceUnavailable. Called by `kg.stores.neo4j_engine`, from any thread. No clock: the first
request after the server is back finds it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from neo4j.exceptions import (
    ConnectionAcquisitionTimeoutError,
    ServiceUnavailable,
    SessionExpired,
)

GONE = (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError)


class Away:
    """Remembers that a server went away, until it answers again."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self._ask = ask
        self._away = False
        self._asking = Lock()

    @contextmanager
    def noted(self, *, patient: bool) -> Iterator[None]:
        """Around work on the server. Who is patient waits for the driver, and is not turned away.

        Raises ServiceUnavailable while the server is away, and what the work raises.
        """
        if self._away and not patient:
            self._look()
        try:
            yield
        except GONE:
            self._away = True
            raise
        self._away = False

    def _look(self) -> None:
        if not self._asking.acquire(blocking=False):
            raise ServiceUnavailable("it went away, and another request is asking for it")
        try:
            self._ask()
            self._away = False
        finally:
            self._asking.release()
