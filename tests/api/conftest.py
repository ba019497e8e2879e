"""The service over real stores: `client` in memory, `both` in memory and on a real Neo4j.

Both hold the corpus of `tests.query.corpus`. A client lives as long as its module; SPARQL has a
real replica in a temporary folder.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from kg.settings import Settings
from tests.neo4j_server import Server, empty
from tests.query.corpus import load

TIMEOUT = 2.0  # seconds that a SPARQL query may take
MAX_ROWS = 50
ADDRESS = "http://localhost"  # a name that the service answers to


@contextmanager
def service(settings: Settings) -> Iterator[TestClient]:
    """A running service on a store that has just been filled."""
    with TestClient(create_app(settings), base_url=ADDRESS) as client:
        load(client.app.state.runtime.store)  # type: ignore[attr-defined]
        yield client


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service on a store in memory."""
    home = tmp_path_factory.mktemp("home")
    settings = Settings(
        store="memory://", home=home, sparql_timeout=TIMEOUT, sparql_max_rows=MAX_ROWS
    )
    with service(settings) as running:
        yield running


@pytest.fixture(scope="module", params=["memory", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The service on each store in turn."""
    home = tmp_path_factory.mktemp("home")
    settings = Settings(store="memory://", home=home)
    if request.param == "neo4j":
        server: Server = request.getfixturevalue("neo4j_server")
        with server.driver() as driver:
            empty(driver)
        user, password = server.auth
        settings = Settings(
            store=server.uri, home=home, neo4j_username=user, neo4j_password=SecretStr(password)
        )
    with service(settings) as running:
        yield running
