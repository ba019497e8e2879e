"""What is Neo4j's own: migrations, native values, and errors that say what is wrong."""

import socket
from datetime import date, datetime

import pytest
from pydantic import SecretStr

from kg.settings import Settings
from kg.stores.delta import Delta
from kg.stores.fold import Folded
from kg.stores.neo4j import open_store
from kg.stores.neo4j_books import Neo4jBooks
from kg.stores.neo4j_schema import migrations, script
from schema import ids
from schema.errors import StoreError, VocabularyError
from schema.vocabulary import NODE_TYPE
from tests.neo4j_server import Server, empty
from tests.stores.graphs import START, Said, batch, run

QUOTE = Said("We will build the chips that our country needs", "Ana Novak", quote=True)


@pytest.fixture
def settings(neo4j_server: Server) -> Settings:
    with neo4j_server.driver() as driver:
        empty(driver)
    user, password = neo4j_server.auth
    return Settings(neo4j_username=user, neo4j_password=SecretStr(password))


def test_the_first_migration_is_what_the_vocabulary_says() -> None:
    # After a change of the vocabulary: a further migration, and this test looks at them together.
    wanted = {line for line in script().splitlines() if line.startswith("CREATE")}
    there = {line for text in migrations().values() for line in text.splitlines()}
    assert wanted <= there


@pytest.mark.neo4j
def test_migrations_are_recorded_and_run_once(neo4j_server: Server, settings: Settings) -> None:
    for _ in range(2):
        open_store(neo4j_server.uri, settings).close()
    with neo4j_server.driver() as driver:
        found = driver.execute_query("MATCH (m:Migration) RETURN m.number AS n, m.name AS name")
        assert [(r["n"], r["name"]) for r in found.records] == [
            (int(name[1:5]), name) for name in migrations()
        ]
        online = driver.execute_query("SHOW INDEXES YIELD name, state RETURN name, state").records
    states = {r["name"]: r["state"] for r in online}
    assert states["resource_uri"] == states["searched_words"] == "ONLINE"


@pytest.mark.neo4j
def test_nodes_are_native_and_the_books_stand_apart(
    neo4j_server: Server, settings: Settings
) -> None:
    store = open_store(neo4j_server.uri, settings)
    graph = batch("a", [QUOTE])
    with store.writer() as writer:
        writer.replace(graph, run=run())
    store.close()
    query = "MATCH (n:Resource {uri: $uri}) RETURN properties(n) AS p, labels(n) AS labels"
    with neo4j_server.driver() as driver:
        said = driver.execute_query(query, uri=ids.quotation_uri("Ana Novak", QUOTE.text))
        version = driver.execute_query(query, uri=graph.version)
        both = driver.execute_query("MATCH (n:Resource) RETURN DISTINCT labels(n) AS labels")
        loose = driver.execute_query("MATCH (n:Resource) WHERE NOT (n)--(:Resource) RETURN n")
    assert set(said.records[0]["labels"]) == {"Resource", "Statement", "Quotation"}
    assert said.records[0]["p"]["saidOn"].to_native() == date(2025, 2, 1)
    learnt: datetime = version.records[0]["p"]["ingestedAt"].to_native()
    assert learnt == START
    assert learnt.utcoffset() == START.utcoffset()
    assert {x for r in both.records for x in r["labels"]} <= {"Resource", *NODE_TYPE}
    assert loose.records == []


@pytest.mark.neo4j
def test_labels_that_are_not_in_the_vocabulary_never_reach_a_query(
    neo4j_server: Server, settings: Settings
) -> None:
    open_store(neo4j_server.uri, settings).close()
    evil = Folded("https://x.example/1", ("Topic) DETACH DELETE n //",), {})
    with neo4j_server.driver() as driver, driver.session() as session:
        with pytest.raises(VocabularyError):
            session.execute_write(lambda tx: Neo4jBooks(tx).apply(Delta(written=[(None, evil)])))
        with pytest.raises(VocabularyError):
            session.execute_write(
                lambda tx: Neo4jBooks(tx).apply(Delta(added=[("a", "SAID]->() //", "b")]))
            )


@pytest.mark.neo4j
def test_a_wrong_password_is_said_clearly(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match="password"):
        open_store(
            neo4j_server.uri,
            Settings(neo4j_username="neo4j", neo4j_password=SecretStr("not the password")),
        )


def test_a_server_that_is_not_there_is_said_clearly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: refuses connections
        url = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(StoreError, match="cannot be reached"):
            open_store(url, Settings(neo4j_password=SecretStr("x")))


def test_an_address_that_is_none_is_said_clearly() -> None:
    with pytest.raises(StoreError):
        open_store("nonsense://x", Settings(neo4j_password=SecretStr("x")))
