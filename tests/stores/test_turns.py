"""Turns: in the order of asking, whatever the others do."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from kg.stores.turns import Turns

SOON = 30.0  # seconds until a test gives up


@contextmanager
def held(turns: Turns) -> Iterator[None]:
    """A turn that another thread has for as long as this lasts."""
    has, leave = Event(), Event()

    def hold() -> None:
        with turns.turn():
            has.set()
            leave.wait(SOON)

    thread = Thread(target=hold)
    thread.start()
    assert has.wait(SOON)
    yield
    leave.set()
    thread.join(SOON)


def in_line(turns: Turns, number: int) -> None:
    """Wait until so many threads are waiting."""
    pause = Event()
    while len(turns._waiting) < number:
        pause.wait(0.001)


def test_turns_come_in_the_order_of_asking() -> None:
    turns, served = Turns(), []

    def ask(name: str) -> None:
        with turns.turn():
            served.append(name)

    with ThreadPoolExecutor(4) as pool:
        with held(turns):
            asked = []
            for number, name in enumerate("abcd", 1):
                asked.append(pool.submit(ask, name))
                in_line(turns, number)
        for one in asked:
            one.result(SOON)
    assert served == ["a", "b", "c", "d"]


def test_who_asks_again_at_once_comes_behind_who_waits() -> None:
    turns, waited = Turns(), Event()

    def wait() -> None:
        with turns.turn():
            waited.set()

    with ThreadPoolExecutor(1) as pool:
        with held(turns):
            asked = pool.submit(wait)
            in_line(turns, 1)
        with turns.turn():
            assert waited.is_set()
        asked.result(SOON)


def test_a_turn_ends_with_an_error_too() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="broken"), turns.turn():
        raise ValueError("broken")
    with turns.turn():
        pass
