"""SQLite transactions: connections are lent, work runs as a whole, errors become StoreError.

Comes in: how to connect. Goes out: an `Engine` for `kg.stores.store`. Called by `kg.stores.sqlite`
and `kg.stores.memory`.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from queue import Empty, LifoQueue

from kg.stores.ledger import Books, Reading, T
from kg.stores.sqlite_books import SqliteBooks
from kg.stores.sqlite_reading import SqliteReading
from kg.stores.sqlite_schema import check_ours, migrate
from kg.stores.turns import Turns
from schema.errors import StoreError

BUSY = 30.0  # seconds to wait for another writer


def connect(database: str) -> sqlite3.Connection:
    """A connection to a file or ":memory:", which any one thread at a time may use.

    Raises StoreError for a file of another program.
    """
    connection = sqlite3.connect(
        database, timeout=BUSY, isolation_level=None, check_same_thread=False
    )
    check_ours(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    # With WAL, NORMAL survives a killed process; a power cut may lose the last commits, no more.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


class SqliteEngine:
    """An `Engine` on one database. Readers see a snapshot and go on beside a writer.

    `alone`: all work shares one connection and waits for its turn (an in-memory database).
    """

    language = "sql"

    def __init__(self, database: str, *, alone: bool = False) -> None:
        self._database = database
        self._turn: Callable[[], AbstractContextManager[None]] = (
            Turns().turn if alone else nullcontext
        )
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._all: list[sqlite3.Connection] = []
        with self._errors():
            first = self._open()
            self._idle.put(first)
            migrate(first)

    def read(self, work: Callable[[Reading], T], *, patient: bool = False) -> T:
        """Run work on a snapshot; a file is never away."""
        with self._transaction("BEGIN") as connection:
            return work(SqliteReading(connection))

    def write(self, work: Callable[[Books], T]) -> T:
        """Run work alone among writers, and commit it; when it fails, nothing is written."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            return work(SqliteBooks(connection))

    def close(self) -> None:
        """Close all connections."""
        with self._errors():
            while self._all:
                self._all.pop().close()

    def _open(self) -> sqlite3.Connection:
        connection = connect(self._database)
        self._all.append(connection)
        return connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._errors(), self._turn():
            connection = self._borrow()
            try:
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self._idle.put(connection)

    def _borrow(self) -> sqlite3.Connection:
        if not self._all:
            raise StoreError(f"{self._database}: the store is closed")
        try:
            return self._idle.get(block=False)
        except Empty:
            return self._open()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self._database}: {error}") from error
