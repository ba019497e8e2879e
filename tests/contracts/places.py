"""Where the contract of stores runs: a file, memory, a real Neo4j. Called by the store's tests."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.settings import Settings
from kg.stores.memory import open_store as open_memory
from kg.stores.neo4j import open_store as open_neo4j
from kg.stores.sqlite import open_store as open_sqlite
from tests.neo4j_server import Server, empty

KINDS = ("memory", "sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j))
LASTING = KINDS[1:]
_OPEN = {"memory": open_memory, "sqlite": open_sqlite, "neo4j": open_neo4j}


@dataclass
class Place:
    """Makes empty stores of one kind. `examples`: how many tries of hypothesis it is worth."""

    kind: str
    url: str
    settings: Settings
    examples: int
    folder: Path
    server: Server | None = None

    def open(self) -> Store:
        """The store as it is."""
        return _OPEN[self.kind](self.url, self.settings)

    def fresh(self) -> Store:
        """A new, empty store."""
        if self.server is not None:
            with self.server.driver() as driver:
                empty(driver)
        if self.kind == "sqlite":
            names = (self.folder / f"{n}.db" for n in count())
            self.url = f"sqlite:///{next(p for p in names if not p.exists())}"
        return self.open()


def make_place(kind: str, request: pytest.FixtureRequest, folder: Path) -> Place:
    """A place for one test; skips when there is no Neo4j."""
    if kind != "neo4j":
        examples = 60 if kind == "memory" else 15
        return Place(kind, "memory://", Settings(), examples, folder)
    server: Server = request.getfixturevalue("neo4j_server")
    user, password = server.auth
    settings = Settings(neo4j_username=user, neo4j_password=password)
    return Place(kind, server.uri, settings, 4, folder, server)
