"""A child process seen from its parent: one call at a time, a time limit, a kill, a verdict.

Comes in: the child's main function. Goes out: what it replied, or how it ended. Called by
`kg.replica.following` (the keeper) and `kg.replica.lanes` (the query workers).

Children are forked from a server process that has imported what they need, so that one that had to
be killed is back within some hundredths of a second.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from signal import Signals
from threading import Lock
from typing import Any, NamedTuple

from kg.processes import starting_processes
from schema.errors import PolicyKGError, StoreError

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["kg.replica.keeper", "kg.replica.query_worker"])
# The exit code of a forked child can be read once, and starting a process reads those of all that
# have ended (`multiprocessing.process._cleanup`): one thread at a time may do either.
_REAPING = Lock()


class Reply(NamedTuple):
    """What a call gave, or the error it raised."""

    value: Any = None
    error: PolicyKGError | None = None


class ChildEnded(StoreError):
    """The child ended before it replied; `by` is what ended it, if a signal did."""

    by: Signals | None = None

    @classmethod
    def of(cls, name: str, code: int | None) -> "ChildEnded":
        """The error of a process of that name with that exit code."""
        by = Signals(-code) if code is not None and code < 0 else None
        error = cls(f"the {name} process ended ({by.name if by else f'exit code {code}'})")
        error.by = by
        return error


class ChildTimeout(StoreError):
    """The child did not reply in time; it was killed."""


class Child:
    """One child process from start to end, used by one thread at a time."""

    def __init__(self, name: str, main: Callable[..., None], *arguments: Any) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._name = name
        self._code: int | None = None
        self._process = _CONTEXT.Process(
            target=main, args=(theirs, *arguments), name=f"policykg-{name}", daemon=True
        )
        with _REAPING, starting_processes():
            self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        """The process's number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        with _REAPING:
            return self._process.is_alive()

    def call(self, *request: Any, timeout: float | None = None) -> Any:
        """Let the child do something. Raises its errors, ChildEnded, and ChildTimeout (seconds)."""
        try:
            self._pipe.send(request)
        except OSError as error:
            raise self._ended() from error
        return self.receive(timeout=timeout)

    def receive(self, *, timeout: float | None = None) -> Any:
        """What the child replies next (its greeting, when nothing was asked); raises as `call`."""
        try:
            if not self._pipe.poll(timeout):
                self.kill()
                raise ChildTimeout(f"the {self._name} process did not reply in time")
            reply: Reply = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        if reply.error is not None:
            raise reply.error
        return reply.value

    def stop(self) -> None:
        """Make the process end; who waits for it, in another thread, gets ChildEnded."""
        self._process.kill()

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        self.stop()
        self._reap()
        self._pipe.close()

    def _ended(self) -> ChildEnded:
        self._reap()
        self.kill()
        return ChildEnded.of(self._name, self._code)

    def _reap(self) -> None:
        """Wait for the end, which is near: the process was killed, or has closed its pipe."""
        with _REAPING:
            self._process.join()
            self._code = self._process.exitcode


def serve(pipe: Connection, answer: Callable[..., Any]) -> None:
    """A child's loop: answer one request after the other until the other end is closed."""
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            reply = Reply(answer(*request))
        except PolicyKGError as error:
            reply = Reply(error=error)
        pipe.send(reply)
