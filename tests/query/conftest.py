"""The small corpus in Neo4j, in SQLite and in the SPARQL replica: loaded once a module."""

from collections.abc import Iterator

import pytest

from tests.neo4j_server import Server
from tests.query.agreement import Sources, open_sources
from tests.query.corpus import load


@pytest.fixture(scope="module")
def sources(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sources]:
    """The corpus in three places. Nothing may write to it; another module may empty the server."""
    with open_sources(neo4j_server, tmp_path_factory.mktemp("questions"), load) as opened:
        yield opened
