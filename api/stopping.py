"""Ctrl-C and SIGTERM: a command that is asked to stop leaves as one that is done, but sooner.

Comes in: a signal. Goes out: an exception that closes what is open on its way (transactions are
rolled back, processes ended) and becomes the exit code that shells expect, 128 + the signal.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopped(BaseException):
    """The user or the system asked the program to stop. No error: nothing may catch it half-way."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.exit_code = 128 + number


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Both signals raise Stopped in the main thread; a second one ends the program at once."""
    # A shell's job in the background ignores Ctrl-C, and goes on doing so.
    heard = [n for n in _SIGNALS if signal.getsignal(n) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_DFL)
    raise Stopped(number)
