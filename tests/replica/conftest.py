"""Fixtures of the replica's tests: a real store and SPARQL on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.sparql import SparqlService
from kg.stores import memory
from tests.replica.served import fill


@pytest.fixture
def store() -> Iterator[Store]:
    """A store of two documents that share a quotation."""
    opened = fill(memory.open_store("memory://"))
    yield opened
    opened.close()


@pytest.fixture
def service(store: Store, tmp_path: Path) -> Iterator[SparqlService]:
    """SPARQL on that store."""
    opened = SparqlService(store.view, tmp_path / "replica", timeout=30, max_rows=1000)
    yield opened
    opened.close()
