"""Stores: rows (nodes and edges) a second, beside the bare engine given the same rows."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from neo4j import GraphDatabase
from pydantic import SecretStr

from benchmarks.timing import Comparison, compare
from kg import registry
from kg.settings import Settings
from schema.graph import DocumentGraph
from schema.run import Run
from schema.values import plain
from tests.neo4j_server import Server, empty

BATCH = 5000


def _run() -> Run:
    now = datetime.now(UTC)
    return Run(tool="benchmark", tool_version="1", fingerprint="f", started_at=now)


def _rows(graphs: list[DocumentGraph]) -> tuple[list[dict[str, object]], list[dict[str, str]]]:
    nodes = {
        n.uri: {"uri": n.uri, "properties": {k: plain(v) for k, v in n.properties.items()}}
        for g in graphs
        for n in g.nodes
    }
    edges = {e.key: {"source": e.source, "target": e.target} for g in graphs for e in g.edges}
    return list(nodes.values()), list(edges.values())


def _write(settings: Settings, graphs: list[DocumentGraph]) -> None:
    store = registry.store(settings)
    with store.writer() as writer:
        for graph in graphs:
            writer.replace(graph, run=_run())
    store.close()


def sqlite(graphs: list[DocumentGraph]) -> Iterator[Comparison]:
    """The embedded store beside sqlite3's executemany into two plain tables."""
    nodes, edges = _rows(graphs)

    def ours() -> None:
        with tempfile.TemporaryDirectory() as home:
            _write(Settings(home=Path(home), store=f"sqlite:///{home}/graph.db"), graphs)

    def bare() -> None:
        with tempfile.TemporaryDirectory() as home, closing(sqlite3.connect(f"{home}/b.db")) as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("CREATE TABLE n(id INTEGER PRIMARY KEY, uri TEXT UNIQUE, properties TEXT)")
            db.execute("CREATE TABLE e(source TEXT, target TEXT)")
            records = ((n["uri"], json.dumps(n["properties"])) for n in nodes)
            db.executemany("INSERT INTO n(uri, properties) VALUES (?, ?)", records)
            db.executemany("INSERT INTO e VALUES (:source, :target)", edges)
            db.commit()

    rows = len(nodes) + len(edges)
    yield compare("write to SQLite", "rows", rows, ours, "sqlite3 executemany", bare)


def neo4j(graphs: list[DocumentGraph], server: Server) -> Iterator[Comparison]:
    """The Neo4j store beside the bare driver's UNWIND of the same rows."""
    nodes, edges = _rows(graphs)
    user, password = server.auth
    settings = Settings(store=server.uri, neo4j_username=user, neo4j_password=SecretStr(password))

    def ours() -> None:
        with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
            empty(driver)
        _write(settings, graphs)

    def bare() -> None:
        with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
            empty(driver)
            driver.execute_query(
                "CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Bare) REQUIRE n.uri IS UNIQUE"
            )
            flat = [{"uri": n["uri"], "json": json.dumps(n["properties"])} for n in nodes]
            for i in range(0, len(flat), BATCH):
                query = "UNWIND $rows AS row CREATE (n:Bare {uri: row.uri}) SET n.json = row.json"
                driver.execute_query(query, rows=flat[i : i + BATCH])
            for i in range(0, len(edges), BATCH):
                query = (
                    "UNWIND $rows AS row MATCH (a:Bare {uri: row.source}) "
                    "MATCH (b:Bare {uri: row.target}) CREATE (a)-[:E]->(b)"
                )
                driver.execute_query(query, rows=edges[i : i + BATCH])

    rows = len(nodes) + len(edges)
    yield compare("write to Neo4j", "rows", rows, ours, "driver, UNWIND in batches", bare, rounds=2)
