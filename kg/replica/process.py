"""The worker process seen from outside: calls, a time limit for queries, a kill.

Comes in: calls from any thread. Goes out: what the worker replied. Called by `kg.replica.sparql`.
"""

import multiprocessing
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from kg.replica.worker import Reply, Request, serve
from schema.errors import QueryTimeout, StoreError


class WorkerDied(StoreError):
    """The worker ended before it replied."""


class WorkerProcess:
    """One worker process from start to end. Raises WorkerDied when it does not start.

    `temporary`: another process holds the folder, so this replica lives in memory and dies with it.
    """

    def __init__(self, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, folder), name="policykg-sparql", daemon=True
        )
        self._process.start()
        theirs.close()
        greeting: Future[Any] = Future()
        self._lock, self._numbers, self.ended = Lock(), count(1), False
        self._waiting = {0: greeting}
        self._reader = Thread(target=self._read, name="policykg-sparql-replies", daemon=True)
        self._reader.start()
        self.temporary: bool = greeting.result()

    @property
    def pid(self) -> int | None:
        """The process's number."""
        return self._process.pid

    def call(self, method: str, *arguments: Any) -> Any:
        """Let the worker do something, however long it takes. Raises WorkerDied and its errors."""
        return self._send(method, arguments).result()

    def query(self, *arguments: Any, timeout: float) -> Any:
        """Let the worker answer a query in at most `timeout` seconds, else kill it.

        Raises QueryTimeout, WorkerDied when it ends because of this or another query, its errors.
        """
        future = self._send("query", arguments)
        try:
            return future.result(timeout)
        except TimeoutError as error:
            self.kill()
            raise QueryTimeout(f"the query ran longer than {timeout:g} s and was ended") from error

    def kill(self) -> None:
        """End the process at once; all that wait get WorkerDied."""
        self._process.kill()
        self._process.join()
        self._reader.join()

    def _send(self, method: str, arguments: tuple[Any, ...]) -> "Future[Any]":
        future: Future[Any] = Future()
        with self._lock:
            if self.ended:
                raise WorkerDied("the SPARQL worker has ended")
            number = next(self._numbers)
            self._waiting[number] = future
            try:
                self._pipe.send(Request(number, method, arguments))
            except OSError as error:
                raise WorkerDied("the SPARQL worker has ended") from error
        return future

    def _read(self) -> None:
        while (reply := self._receive()) is not None:
            future = self._waiting.pop(reply.number)
            if reply.error is None:
                future.set_result(reply.value)
            else:
                future.set_exception(reply.error)
        with self._lock:
            self.ended = True
            self._pipe.close()
            waiting = list(self._waiting.values())
        for future in waiting:
            future.set_exception(WorkerDied("the SPARQL worker ended before it replied"))

    def _receive(self) -> Reply | None:
        try:
            reply: Reply = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return reply
