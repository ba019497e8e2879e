"""Processes that end with the one that started them, whatever ends it.

Comes in: nothing. Goes out: a watch that a child process starts first. Called in the workers of
`kg.reading` and `kg.replica`. A parent that is killed cannot end its children, and a child that
waits for work on a pipe or a queue may wait for ever, with a model in memory and standard output
open.
"""

import multiprocessing
import os
from multiprocessing.connection import Connection, wait
from threading import Thread


def end_with_parent(also: Connection | None = None) -> None:
    """End this process as soon as its parent has ended, or the other end of `also` is closed."""
    parent = multiprocessing.parent_process()
    watched: list[Connection | int] = [] if parent is None else [parent.sentinel]
    watched += [] if also is None else [also]

    def watch() -> None:
        wait(watched)
        os._exit(1)  # not sys.exit: the main thread may be in the middle of a long computation

    if watched:
        Thread(target=watch, name="policykg-parent", daemon=True).start()
