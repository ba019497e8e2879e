"""Processes of ours: how they start, and that they end with the one that started them.

Comes in: nothing. Goes out: a block around the start of a process, and what its first line is.
Called by `kg.reading` and `kg.replica`. A parent that is killed cannot end its children, and a
child that waits for work on a pipe or a queue may wait for ever, with a model in memory and
standard output open.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from types import FrameType

_HELD = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def starting_processes() -> Iterator[None]:
    """Signals that come within the block come at its end.

    Ctrl-C in a terminal is sent to the children as well: they start with both signals blocked, and
    `begin` lets them in. The parent must not leave a child that is half started.
    """
    resource_tracker.ensure_running()  # it lets the signals in when it starts
    came: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        came.append(number)

    in_main = threading.current_thread() is threading.main_thread()
    before = {number: signal.signal(number, note) for number in _HELD} if in_main else {}
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in before.items():
            signal.signal(number, handler)
        for held in came:
            signal.raise_signal(held)


def begin(also: Connection | None = None) -> None:
    """A child's first line: it leaves Ctrl-C to its parent, and ends with it.

    It ends as well when the other end of `also` is closed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    parent = multiprocessing.parent_process()
    watched: list[Connection | int] = [] if parent is None else [parent.sentinel]
    watched += [] if also is None else [also]

    def watch() -> None:
        wait(watched)
        os._exit(1)  # not sys.exit: the main thread may be in the middle of a long computation

    if watched:
        threading.Thread(target=watch, name="policykg-parent", daemon=True).start()
