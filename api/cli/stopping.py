"""Ctrl-C and SIGTERM: a command that is asked to stop leaves as one that is done, but sooner.

Comes in: a signal. Goes out: an exception that closes what is open on its way (transactions are
rolled back, processes ended) and becomes the exit code that shells expect, 128 + the signal.
"""

import signal
from types import FrameType


class Stopped(BaseException):
    """The user or the system asked the program to stop. No error: nothing may catch it half-way."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.exit_code = 128 + number


def stop_on_signals() -> None:
    """Let both signals raise Stopped in the main thread; a second one ends the program at once."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)
    raise Stopped(number)
