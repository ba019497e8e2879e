"""Fixtures of the contracts: each runs on every implementation."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.protocols import Store
from tests.contracts.places import KINDS, Place, make_place


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Somewhere to make stores: memory, a file, a real Neo4j."""
    return make_place(request.param, request, tmp_path)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An empty store."""
    opened = place.fresh()
    yield opened
    opened.close()
