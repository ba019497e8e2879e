"""Reading side by side: order, and what breaks."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from kg.reading import failure, in_order, linked_of
from kg.settings import Settings
from schema.document import Document
from schema.errors import ConfigurationError
from tests.extract.written import written

SETTINGS = Settings(workers=2)


class Failing(Executor):
    """Reads as one thread does, but for the document on whose text it breaks."""

    def __init__(self, word: str, error: Exception) -> None:
        self._threads, self._word, self._error = ThreadPoolExecutor(1), word, error

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        if self._word in args[1].text:
            broken: Future[Any] = Future()
            broken.set_exception(self._error)
            return broken
        return self._threads.submit(fn, *args, **kwargs)


def documents() -> list[Document]:
    names = ("Roe", "Holt", "Ford", "Lind")
    return [written(f'"We will vote for the law," said Ada {name}.') for name in names]


def test_results_come_in_the_order_of_the_documents() -> None:
    with ThreadPoolExecutor(2) as executor:
        read = [
            (document, reading.result().attributions)
            for document, reading in in_order(executor, SETTINGS, linked_of, documents())
        ]
    assert [d for d, _ in read] == documents()
    names = [a.speaker.name for _, found in read for a in found if a.speaker]
    assert names == ["Ada Roe", "Ada Holt", "Ada Ford", "Ada Lind"]


def test_a_document_that_breaks_is_named_and_the_others_are_read() -> None:
    executor = Failing("Holt", IndexError("out of range"))
    read = list(in_order(executor, SETTINGS, linked_of, documents()))
    errors = [failure(reading) for _, reading in read]
    assert [type(e) for e in errors] == [type(None), IndexError, type(None), type(None)]


def test_what_no_document_survives_is_no_bad_document() -> None:
    executor = Failing("Holt", ConfigurationError("no model"))
    read = in_order(executor, SETTINGS, linked_of, documents())
    with pytest.raises(ConfigurationError):
        [failure(reading) for _, reading in read]
