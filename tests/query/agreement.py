"""Three languages, one answer: asks a question in Cypher, SQL and SPARQL and compares the rows.

Comes in: one graph in an embedded store, in Neo4j and in the SPARQL replica. Goes out: the rows, or
an assertion that shows the first difference. Called by the tests of the questions on any corpus.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from kg.protocols import Row, Store, View
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import neo4j, sqlite
from tests.neo4j_server import Server, empty

ALL = 1_000_000


@dataclass(frozen=True)
class Sources:
    """One graph in three places."""

    sql: View
    cypher: View
    sparql: SparqlService


@contextmanager
def open_sources(server: Server, folder: Path, load: Callable[[Store], None]) -> Iterator[Sources]:
    """Empty the server, load the same into it and into a new embedded store, and open a replica."""
    with server.driver() as driver:
        empty(driver)
    settings = Settings(neo4j_username=server.auth[0], neo4j_password=SecretStr(server.auth[1]))
    with ExitStack() as stack:
        cypher = neo4j.open_store(server.uri, settings)
        stack.callback(cypher.close)
        sql = sqlite.open_store(f"sqlite:///{folder / 'graph.db'}")
        stack.callback(sql.close)
        for store in (cypher, sql):
            load(store)
        service = SparqlService(sql.view, folder / "replica", timeout=60, max_rows=ALL)
        stack.callback(service.close)
        yield Sources(sql.view(), cypher.view(), service)


def agree(sources: Sources, name: str, parameters: Mapping[str, Any]) -> list[Row]:
    """The rows of a question, the same and in the same order in three languages."""
    rows = sources.sql.ask(name, parameters, limit=ALL)
    others = {
        "Cypher": sources.cypher.ask(name, parameters, limit=ALL),
        "SPARQL": sources.sparql.ask(name, parameters, limit=ALL),
    }
    for language, other in others.items():
        for number, (mine, theirs) in enumerate(zip(rows, other, strict=False)):
            assert mine == theirs, f"{name} {parameters}: row {number}, SQL against {language}"
        assert len(rows) == len(other), f"{name} {parameters}: rows in SQL against {language}"
    assert len({tuple(r.items()) for r in rows}) == len(rows), f"{name}: a row stands twice"
    return rows
