"""Ingest beyond one document: failures, broken workers, order, and what is not read again."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.runtime import Runtime
from kg.ingest import Ingest, Summary
from kg.protocols import Outcome
from kg.reading import reading_here
from kg.settings import Settings
from schema.document import Block, Document
from schema.run import Run

SETTINGS = Settings(store="memory://", workers=1)
START = datetime(2025, 3, 9, tzinfo=UTC)


def document(
    name: str, text: str = '"We agree with the plan," said Mara Lind.', **more: Any
) -> Document:
    blocks = (Block(start=0, end=len(text)),)
    return Document(source=name, text=text, blocks=blocks, **{"modified": START, **more})


class FailingOn(Executor):
    """Runs everything at once, and fails with an error on documents of one name."""

    def __init__(self, name: str, error: Exception) -> None:
        self.name, self.error = name, error

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if args[1].source == self.name:
            future.set_exception(self.error)
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def runtime() -> Iterator[Runtime]:
    opened = Runtime(SETTINGS)
    yield opened
    opened.close()


def load(runtime: Runtime, documents: list[Document], executor: Executor) -> Summary:
    run = Run(
        tool="test",
        tool_version="1",
        fingerprint=runtime.pipeline.fingerprint,
        started_at=datetime.now(UTC),
    )
    return Ingest(SETTINGS, run, executor=executor)(documents, runtime.store)


def test_one_bad_document_does_not_cost_the_others(runtime: Runtime) -> None:
    documents = [document("a"), document("b"), document("c")]
    summary = load(runtime, documents, FailingOn("b", IndexError("out of range")))
    assert summary.failed == [("b", "IndexError")]
    assert summary.outcomes == {Outcome.LOADED: 2}
    assert runtime.store.view().counts()["Version"] == 2


def test_documents_of_a_worker_that_died_are_read_again(runtime: Runtime) -> None:
    executor = FailingOn("b", BrokenProcessPool("killed"))
    summary = load(runtime, [document("a"), document("b")], executor)
    assert summary.outcomes == {Outcome.LOADED: 2}


def test_what_is_known_is_not_read_again(runtime: Runtime) -> None:
    with reading_here() as executor:
        load(runtime, [document("a")], executor)
    again = load(runtime, [document("a")], FailingOn("a", AssertionError("was read")))
    assert again.outcomes == {Outcome.UNCHANGED: 1}
    assert not again.failed


def test_a_newer_version_replaces_and_an_older_one_does_not(runtime: Runtime) -> None:
    newer = document("a", '"We reject it," said Mara Lind.', modified=START + timedelta(days=1))
    with reading_here() as executor:
        assert load(runtime, [document("a")], executor).outcomes == {Outcome.LOADED: 1}
        assert load(runtime, [newer], executor).outcomes == {Outcome.REPLACED: 1}
        assert load(runtime, [document("a")], executor).outcomes == {Outcome.OLDER: 1}
    said = runtime.store.view().ask("who_said_what", {}, limit=10)
    assert [row["said"] for row in said] == ["We reject it"]


def test_one_document_twice_in_one_ingest_gives_the_newer_one(runtime: Runtime) -> None:
    newer = document("a", '"We reject it," said Mara Lind.', modified=START + timedelta(days=1))
    with reading_here() as executor:
        load(runtime, [newer, document("a")], executor)
    said = runtime.store.view().ask("who_said_what", {}, limit=10)
    assert [row["said"] for row in said] == ["We reject it"]
