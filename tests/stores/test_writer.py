"""The writer gathers documents; what waits is lost with the process, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.protocols import Outcome, Store
from kg.stores import writer as writing
from kg.stores.sqlite import open_store
from schema.errors import StoreError
from tests.stores.graphs import Said, batch, run


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    url = f"sqlite:///{tmp_path}/graph.db"
    first, second = open_store(url), open_store(url)
    yield first, second
    first.close()
    second.close()


def stored(store: Store) -> int:
    return store.view().counts()["Document"]


def test_a_full_batch_is_committed(
    pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SECONDS", 3600.0)
    store, other = pair
    with store.writer() as writer:
        for number in range(writing.DOCUMENTS - 1):
            writer.replace(batch(f"d{number}"), run=run())
        assert stored(other) == 0
        writer.replace(batch("last"), run=run())
        assert stored(other) == writing.DOCUMENTS
        writer.replace(batch("more"), run=run())
    assert stored(other) == writing.DOCUMENTS + 1


def test_an_old_batch_is_committed(
    pair: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SECONDS", 0.0)
    store, other = pair
    with store.writer() as writer:
        writer.replace(batch("a"), run=run())
        assert stored(other) == 1


def test_two_versions_in_one_batch_are_two_steps(pair: tuple[Store, Store]) -> None:
    store, _ = pair
    with store.writer() as writer:
        assert writer.replace(batch("a"), run=run()) is Outcome.LOADED
        assert writer.replace(batch("a"), run=run()) is Outcome.UNCHANGED
        assert writer.replace(batch("a", version=2), run=run(1)) is Outcome.REPLACED
        assert writer.replace(batch("a"), run=run(2)) is Outcome.OLDER
    assert store.view().counts()["Version"] == 2


def test_versions_of_one_run_leave_no_history(pair: tuple[Store, Store]) -> None:
    store, _ = pair
    with store.writer() as writer:
        for number in (1, 2, 3):
            writer.replace(batch("a", version=number), run=run())
    assert store.view().counts()["Version"] == 1


def test_documents_are_kept_when_the_caller_fails(pair: tuple[Store, Store]) -> None:
    store, other = pair
    with pytest.raises(KeyboardInterrupt), store.writer() as writer:
        writer.replace(batch("a", [Said("one", "Ana Novak")]), run=run())
        raise KeyboardInterrupt
    assert stored(other) == 1


def test_a_store_that_failed_is_not_asked_again(pair: tuple[Store, Store]) -> None:
    store, _ = pair
    with pytest.raises(StoreError, match="closed"), store.writer() as writer:
        writer.replace(batch("a"), run=run())
        store.close()
        writer.flush()
