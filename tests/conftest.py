"""Fixtures of the whole session: what stands outside the repository and is real.

`shared` is the shared data folder, `neo4j_url` a server started once a session, `neo4j_empty` the
same server emptied for one test. What is missing skips with its reason (`tests.require`).
"""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.neo4j_launch import Unavailable
from tests.neo4j_server import Server, empty, running
from tests.require import missing, require, shared_folder

_USED: list[str] = []
# No test depends on how fast the machine is.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared data folder."""
    folder = shared_folder()
    require(folder, "no shared data: set POLICYKG_SHARED or put it in ../shared")
    return Path(str(folder))


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A real Neo4j, started once a session on free ports."""
    try:
        with running() as server:
            _USED.append(server.name)
            yield server
    except Unavailable as reason:
        missing(str(reason))


@pytest.fixture(scope="session")
def neo4j_url(neo4j_server: Server) -> tuple[str, tuple[str, str]]:
    """The server's URI and its (user, password)."""
    return neo4j_server.uri, neo4j_server.auth


@pytest.fixture
def neo4j_empty(neo4j_server: Server) -> tuple[str, tuple[str, str]]:
    """The server's URI and (user, password), with nothing in the database."""
    with neo4j_server.driver() as driver:
        empty(driver)
    return neo4j_server.uri, neo4j_server.auth


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which Neo4j the tests ran on."""
    for name in _USED:
        terminalreporter.write_line(f"Neo4j used by the tests: {name}")
