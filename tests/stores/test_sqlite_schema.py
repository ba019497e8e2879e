"""The embedded store's file: its views, its migrations, and how the planner goes through it."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.stores.sqlite import open_store
from kg.stores.sqlite_schema import columns, migrations
from schema import ids
from schema.errors import StoreError
from schema.vocabulary import NODE_TYPES, RELATION_TYPES, properties_of
from tests.stores.graphs import Said, batch, run, topic_nodes

QUOTE = Said(
    "We will build the chips that our country needs",
    "Ana Novak",
    ("chips",),
    quote=True,
    office=("minister", "Ministry of Trials"),
)
JOIN = """
    SELECT p.name, s.text, s.negated, s."saidOn", t."prefLabel", d.headline, sp.start
    FROM "Person" p JOIN "SAID" said ON said.source = p.id
    JOIN "Statement" s ON s.id = said.target
    JOIN "ABOUT" about ON about.source = s.id JOIN "Topic" t ON t.id = about.target
    JOIN "EVIDENCED_BY" by ON by.source = s.id JOIN "Span" sp ON sp.id = by.target
    JOIN "IN_DOCUMENT" i ON i.source = sp.id JOIN "Document" d ON d.id = i.target
    WHERE p.uri = ?"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "graph.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def connection(path: Path, store: Store) -> Iterator[sqlite3.Connection]:
    """What another program that opens the file sees."""
    store.set_topics(*topic_nodes())
    with store.writer() as writer:
        writer.replace(batch("a", [QUOTE], alt_names=("Novak",), kind="Report"), run=run())
    opened = sqlite3.connect(path)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", NODE_TYPES, ids=lambda k: k.label)
def test_each_label_is_a_view(connection: sqlite3.Connection, kind) -> None:
    cursor = connection.execute(f'SELECT * FROM "{kind.label}"')  # noqa: S608 vocabulary names
    labels = (kind.label, kind.parent) if kind.parent else (kind.label,)
    names = [name for name, *_ in cursor.description]
    assert names == ["id", "uri", *sorted(properties_of(labels))]


@pytest.mark.parametrize("kind", RELATION_TYPES, ids=lambda k: k.type)
def test_each_relationship_is_a_view(connection: sqlite3.Connection, kind) -> None:
    cursor = connection.execute(f'SELECT * FROM "{kind.type}"')  # noqa: S608 vocabulary names
    assert [name for name, *_ in cursor.description] == ["source", "target"]


def test_views_give_plain_values(connection: sqlite3.Connection) -> None:
    (row,) = connection.execute(JOIN, [ids.person_uri("Ana Novak")])
    assert row == ("Ana Novak", QUOTE.text, 0, "2025-02-01", "Chips", "Headline of a, 1", 11)
    names = connection.execute('SELECT "altNames" FROM "Actor" WHERE "altNames" IS NOT NULL')
    assert names.fetchall() == [('["Novak"]',)]
    times = connection.execute('SELECT "ingestedAt" FROM "Version"').fetchall()
    assert times == [("2025-03-01T08:00:00.000000Z",)]


def test_a_second_label_is_in_both_views(connection: sqlite3.Connection) -> None:
    for label, other in (("Quotation", "Statement"), ("Report", "Document"), ("Person", "Actor")):
        query = f'SELECT count(*) FROM "{label}" a JOIN "{other}" b ON a.id = b.id'  # noqa: S608
        assert connection.execute(query).fetchone() == (1,), label


def test_a_join_follows_edges_and_scans_nothing(connection: sqlite3.Connection) -> None:
    plan = connection.execute("EXPLAIN QUERY PLAN " + JOIN, ["x"]).fetchall()
    steps = [step for *_, step in plan]
    assert not [s for s in steps if "SCAN" in s or s.endswith("(type=?)")], steps
    assert not [s for s in steps if s.endswith("(label=?)")], steps


def test_a_range_of_days_uses_the_index(connection: sqlite3.Connection) -> None:
    query = 'SELECT uri FROM "Statement" WHERE "saidOn" >= ? AND "saidOn" < ?'
    plan = connection.execute("EXPLAIN QUERY PLAN " + query, ["2025-01-01", "2025-02-01"])
    assert any("nodes_saidOn" in step for *_, step in plan)


def test_an_actor_among_twenty_thousand_statements_is_answered_by_looking_up(
    path: Path, store: Store
) -> None:
    """Counted in steps of SQLite's machine. Rows are put straight into the tables."""
    with sqlite3.connect(path) as connection:
        fill(connection, statements=20_000, persons=2_000, topics=50)
        uri = ids.person_uri("Person 7")
        steps: list[None] = []
        connection.set_progress_handler(lambda: steps.append(None), 100)
        rows = connection.execute(JOIN, [uri]).fetchall()
    connection.close()
    assert len(rows) == 10
    assert len(steps) < 100  # hundreds of instructions each; a scan of all edges takes 100,000


def fill(connection: sqlite3.Connection, *, statements: int, persons: int, topics: int) -> None:
    nodes: list[tuple[int, str, str, str]] = []
    edges: list[tuple[str, int, int]] = []
    for i in range(topics):
        nodes.append((i + 1, f"topic {i}", "Topic", f"Topic {i}"))
    for i in range(persons):
        nodes.append((topics + i + 1, ids.person_uri(f"Person {i}"), "Person", f"Person {i}"))
    first = topics + persons + 1
    for i in range(statements):
        statement, span, document = (first + 3 * i + k for k in range(3))
        nodes += [
            (statement, f"statement {i}", "Statement", f"words {i}"),
            (span, f"span {i}", "Span", "x"),
            (document, f"document {i}", "Document", f"Headline {i}"),
        ]
        edges += [
            ("SAID", topics + i % persons + 1, statement),
            ("ABOUT", statement, i % topics + 1),
            ("EVIDENCED_BY", statement, span),
            ("IN_DOCUMENT", span, document),
        ]
    many = connection.executemany
    many("INSERT INTO nodes (id, uri, name) VALUES (?, ?, ?)", ((i, u, n) for i, u, _, n in nodes))
    many("INSERT INTO node_labels VALUES (?, ?)", ((label, i) for i, _, label, _ in nodes))
    many("INSERT INTO edges VALUES (?, ?, ?)", edges)


def test_the_file_survives_closing_and_opening(path: Path, store: Store) -> None:
    graph = batch("a", [QUOTE], day=date(2025, 1, 1))
    with store.writer() as writer:
        writer.replace(graph, run=run())
    before, identity = list(store.view().changes(0)), store.view().identity()
    store.close()
    again = open_store(f"sqlite:///{path}")
    assert list(again.view().changes(0)) == before
    assert again.view().identity() == identity
    again.close()


def test_a_new_property_gets_its_column_and_view(path: Path, store: Store) -> None:
    with store.writer() as writer:
        writer.replace(batch("a", [QUOTE]), run=run())
    before = list(store.view().changes(0))
    store.close()
    # A file from before the vocabulary knew `stanceReason`.
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
            connection.execute(f'DROP VIEW "{name}"')
        connection.execute('ALTER TABLE nodes DROP COLUMN "stanceReason"')
        connection.execute("UPDATE meta SET value = 'old' WHERE key = 'vocabulary'")
    connection.close()
    again = open_store(f"sqlite:///{path}")
    assert list(again.view().changes(0)) == before
    again.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute('SELECT "stanceReason" FROM "Statement"').fetchall() == [(None,)]
    connection.close()


def test_a_newer_file_is_refused(path: Path, store: Store) -> None:
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    connection.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(f"sqlite:///{path}")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are no tables, " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        open_store(f"sqlite:///{path}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        open_store(f"sqlite:///{tmp_path}/file/graph.db")


@pytest.mark.parametrize("url", ["sqlite:///", "sqlite://graph.db", "graph.db"])
def test_an_address_without_a_path_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///PATH"):
        open_store(url)


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.view().counts()


def test_columns_differ_by_more_than_case() -> None:
    names = [name.lower() for name in columns()]
    assert len(set(names)) == len(names)
    assert not {"id", "uri"} & set(names)
