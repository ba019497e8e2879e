"""A server that went away is asked for by one request at a time; the others fail at once.

Comes in: work on a server, and a cheap way to ask whether it is there. Goes out: the work's result,
or ServiceUnavailable. Called by `kg.stores.neo4j_engine`, from any thread.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from neo4j.exceptions import (
    ConnectionAcquisitionTimeoutError,
    ServiceUnavailable,
    SessionExpired,
)

GONE = (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError)


class Away:
    """Remembers that a server went away, until it answers again.

    After a question that found nobody it rests for as long as that took: no time where the port is
    closed, seconds where the server hangs, so that requests that wait for each other do not each
    wait for the server as well.
    """

    def __init__(
        self, ask: Callable[[], object], *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._ask = ask
        self._clock = clock
        self._away = False
        self._rests_until = 0.0
        self._asking = Lock()

    @contextmanager
    def noted(self, *, patient: bool) -> Iterator[None]:
        """Around work on the server. Who is patient waits for the driver, and is not turned away.

        Raises ServiceUnavailable while the server is away, and what the work raises.
        """
        began = self._clock()
        try:
            if self._away and not patient:
                self._look(began)
            yield
        except GONE:
            self._away = True
            raise
        self._away = False

    def _look(self, began: float) -> None:
        if began < self._rests_until or not self._asking.acquire(blocking=False):
            raise ServiceUnavailable("it went away, and did not answer when last asked for")
        try:
            self._ask()
        except GONE:
            ended = self._clock()
            self._rests_until = ended + (ended - began)
            raise
        finally:
            self._asking.release()
        self._away = False
