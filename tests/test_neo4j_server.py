"""The server that tests use is a real Neo4j 5, with authentication on, and can be emptied."""

import subprocess
import sys
import time

import neo4j
import pytest
from neo4j.exceptions import AuthError, ServiceUnavailable

from tests.neo4j_server import Server, empty, free_port, running
from tests.require import ROOT


@pytest.mark.neo4j
def test_it_is_neo4j_5_26(neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver:
        call = "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS v, edition"
        row = driver.execute_query(call).records[0]
    assert row["v"].startswith("5.")
    assert row["edition"] in ("community", "enterprise")


@pytest.mark.neo4j
def test_a_wrong_password_is_refused(neo4j_server: Server) -> None:
    driver = neo4j.GraphDatabase.driver(neo4j_server.uri, auth=("neo4j", "wrong"))
    with driver, pytest.raises(AuthError):
        driver.verify_connectivity()


@pytest.mark.neo4j
def test_empty_deletes_everything(neo4j_server: Server) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("UNWIND range(1, 6000) AS i CREATE (:A {i: i})-[:B]->(:C)")
        empty(driver)
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0


@pytest.mark.neo4j
def test_a_database_with_content_is_refused(
    neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYKG_TEST_NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("POLICYKG_TEST_NEO4J_PASSWORD", neo4j_server.auth[1])
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Precious)")
        with pytest.raises(Exception, match="is not empty"), running():
            raise AssertionError("the server was taken")
        empty(driver)


@pytest.mark.neo4j
def test_the_server_ends_when_its_owner_is_killed(neo4j_server: Server) -> None:
    bolt, http = free_port(), free_port()
    command = (sys.executable, "-m", "tests.neo4j_server", f"--bolt={bolt}", f"--http={http}")
    owner = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert owner.stdout
    printed = [owner.stdout.readline() for _ in range(4)]
    password = printed[3].split("=", 1)[1].strip()
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{bolt}", auth=("neo4j", password)) as driver:
        driver.verify_connectivity()
        owner.kill()
        owner.wait()
        owner.stdout.close()
        deadline = time.monotonic() + 60
        with pytest.raises(ServiceUnavailable):
            while time.monotonic() < deadline:
                driver.verify_connectivity()
                time.sleep(0.5)
