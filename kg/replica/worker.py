"""The worker process: owns the open replica, follows the store and answers queries side by side.

Comes in: requests over a pipe. Goes out: replies, in any order. Started by `kg.replica.process`,
which kills it when a query runs too long: Oxigraph cannot be stopped in any other way.
"""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from kg.protocols import Change
from kg.replica.answer import Answer, answer
from kg.replica.guard import check
from kg.replica.replica import Locked, Position, Replica
from schema.errors import PolicyKGError, StoreError

QUERIES = 8  # that run at the same time; further ones wait


class Request(NamedTuple):
    """A call of a method of `Work`, by name."""

    number: int
    method: str
    arguments: tuple[Any, ...]


class Reply(NamedTuple):
    """What a call gave, or the error it raised. Number 0 greets: is the replica a temporary one?"""

    number: int
    value: Any = None
    error: PolicyKGError | None = None


class Work:
    """What the worker can be asked to do."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def position(self) -> Position | None:
        """How far the replica has come."""
        return self._replica.position

    def start_over(self, identity: str) -> Position:
        """Forget everything and follow another store."""
        return self._replica.start_over(identity)

    def load(self, changes: Sequence[Change]) -> None:
        """Take a part of a first load."""
        self._replica.load(changes)

    def apply(self, changes: Sequence[Change]) -> None:
        """Follow the store by some changes."""
        self._replica.apply(changes)

    def query(self, text: str, max_rows: int, trusted: bool) -> Answer:
        """Answer a query; a trusted one, ours, need not be checked."""
        return answer(self._replica.store, text if trusted else check(text), max_rows=max_rows)


def serve(pipe: Connection, folder: Path) -> None:
    """The process's main function: answer requests until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    try:
        replica, temporary = _open(folder)
    except (OSError, RuntimeError) as error:
        pipe.send(Reply(0, error=StoreError(f"{folder}: no replica can be kept here: {error}")))
        return
    work, sending = Work(replica), Lock()

    def run(request: Request) -> None:
        reply = _reply(work, request)
        with sending:
            pipe.send(reply)

    pipe.send(Reply(0, temporary))
    threads = ThreadPoolExecutor(QUERIES)
    while (request := _receive(pipe)) is not None:
        if request.method == "query":
            threads.submit(run, request)
        else:
            run(request)
    # Nobody is left to hear an answer: queries that still run are not waited for.
    os._exit(0)


def _open(folder: Path) -> tuple[Replica, bool]:
    try:
        return Replica.open(folder), False
    except Locked:
        return Replica.open(None), True


def _receive(pipe: Connection) -> Request | None:
    try:
        request: Request = pipe.recv()
    except (EOFError, OSError):
        return None
    return request


def _reply(work: Work, request: Request) -> Reply:
    method: Callable[..., Any] = getattr(work, request.method)
    try:
        return Reply(request.number, method(*request.arguments))
    except PolicyKGError as error:
        return Reply(request.number, error=error)
    except (OSError, ValueError, RuntimeError) as error:
        # Oxigraph's own: a full disk, a term that is none.
        return Reply(request.number, error=StoreError(f"{request.method}: {error}"))
