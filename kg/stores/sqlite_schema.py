"""The embedded store's schema: numbered migrations, and columns and views from the vocabulary.

Each label is a view of its name with id, uri and a column a property; each relationship type is a
view of its name with source and target. Called by `kg.stores.sqlite_engine` when a file is opened.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from uuid import uuid4

from schema.errors import StoreError
from schema.terms import Datatype, Property
from schema.vocabulary import NODE_TYPES, RELATION_TYPES, properties_of

_OURS = {"meta", "batches", "claims", "nodes", "edges"}
_DAYS = (Datatype.DATE, Datatype.DATETIME)


def columns() -> dict[str, Property]:
    """The property columns of table nodes by name; long text last, where it delays no other one.

    One column serves all labels that share a property's name.
    """
    found = {p.name: p for t in NODE_TYPES for p in t.properties}
    return dict(sorted(found.items(), key=lambda item: (item[0] == "text", item[0])))


def views() -> Iterator[str]:
    """The statements that make the views."""
    for kind in NODE_TYPES:
        labels = (kind.label, kind.parent) if kind.parent else (kind.label,)
        names = "".join(f', n."{name}"' for name in sorted(properties_of(labels)))
        yield (
            f'CREATE VIEW "{kind.label}" AS SELECT n.id, n.uri{names} '  # noqa: S608 vocabulary names
            f"FROM node_labels AS l JOIN nodes AS n ON n.id = l.id WHERE l.label = '{kind.label}'"
        )
    for relation in RELATION_TYPES:
        yield (
            f'CREATE VIEW "{relation.type}" AS '  # noqa: S608 vocabulary names
            f"SELECT source, target FROM edges WHERE type = '{relation.type}'"
        )


def indexes() -> Iterator[str]:
    """Indexes on days and times, which questions filter by."""
    for name, prop in columns().items():
        if prop.datatype in _DAYS:
            yield (
                f'CREATE INDEX IF NOT EXISTS "nodes_{name}" ON nodes ("{name}") '
                f'WHERE "{name}" IS NOT NULL'
            )


def vocabulary_digest() -> str:
    """Changes when columns, views or indexes do."""
    return hashlib.sha256("\n".join([*columns(), *views(), *indexes()]).encode()).hexdigest()


def migrations() -> list[str]:
    """The texts of the numbered migrations; the first one is number 1."""
    folder = files("kg.stores") / "migrations"
    found = (f for f in folder.iterdir() if f.name.startswith("V") and f.name.endswith(".sql"))
    return [f.read_text("utf-8") for f in sorted(found, key=lambda f: f.name)]


def check_ours(connection: sqlite3.Connection) -> None:
    """Raises StoreError for the database of another program: nothing of it may be touched."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if there and not there >= _OURS:
        raise StoreError("the file is a database of another program")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, in one transaction. Raises StoreError for a newer file."""
    if _current(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _current(connection):  # another process may have been first
            _upgrade(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _current(connection: sqlite3.Connection) -> bool:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    known = len(migrations())
    if version > known:
        raise StoreError(f"the file has schema version {version}, newer than {known}: upgrade")
    if version < known:
        return False
    row = connection.execute("SELECT value FROM meta WHERE key = 'vocabulary'").fetchone()
    return row is not None and row[0] == vocabulary_digest()


def _upgrade(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, script in enumerate(migrations()[version:], start=version + 1):
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    _follow_vocabulary(connection)
    meta = [("identity", uuid4().hex)]
    connection.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", meta)
    meta = [("vocabulary", vocabulary_digest())]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta)
    connection.execute("ANALYZE sqlite_schema")  # this connection reads the planner's statistics


def _statements(script: str) -> Iterator[str]:
    """The statements of a script (`executescript` would end the transaction)."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _follow_vocabulary(connection: sqlite3.Connection) -> None:
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(nodes)")}
    for name in columns():
        if name not in there:
            connection.execute(f'ALTER TABLE nodes ADD COLUMN "{name}"')
    old = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    for (name,) in old:
        connection.execute(f'DROP VIEW "{name}"')
    for statement in (*views(), *indexes()):
        connection.execute(statement)
