"""Neo4j transactions: the driver retries them, errors become StoreError.

Comes in: an address and a login. Goes out: an `Engine` for `kg.stores.store`. Called by
`kg.stores.neo4j`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, Session
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from kg.stores.ledger import Books, Reading, T
from kg.stores.neo4j_books import Neo4jBooks
from kg.stores.neo4j_reading import Neo4jReading
from kg.stores.neo4j_schema import migrate
from schema.errors import StoreError

_CONNECT = 10.0  # seconds until a server counts as not there
_RETRY = 20.0  # seconds for which the driver repeats a transaction


class Neo4jEngine:
    """An `Engine` on one database of a server; threads share it. Writers wait for each other."""

    language = "cypher"

    def __init__(self, uri: str, *, auth: tuple[str, str] | None, database: str | None) -> None:
        self._uri = uri
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()  # reads see the writes before them
        with self._errors():
            self._driver = _connect(uri, auth)
        try:
            with self._errors():
                self._driver.verify_connectivity()
                migrate(self._driver, database)
        except StoreError:
            self._driver.close()
            raise

    def read(self, work: Callable[[Reading], T]) -> T:
        """Run work in a read transaction."""
        with self._errors(), self._session() as session:
            return session.execute_read(lambda tx: work(Neo4jReading(tx)))

    def write(self, work: Callable[[Books], T]) -> T:
        """Run work alone among writers, and commit it; when it fails, nothing is written."""
        with self._errors(), self._session() as session:
            return session.execute_write(lambda tx: work(Neo4jBooks(tx)))

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _session(self) -> Session:
        return self._driver.session(
            database=self._database, bookmark_manager=self._bookmarks, fetch_size=5000
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except AuthError as error:
            raise StoreError(f"{self._uri}: Neo4j refuses the user or password") from error
        except ServiceUnavailable as error:
            raise StoreError(f"{self._uri}: Neo4j cannot be reached: {error}") from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{self._uri}: {error}") from error


def _connect(uri: str, auth: tuple[str, str] | None) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=_CONNECT,
        max_transaction_retry_time=_RETRY,
        # A graph without, say, any Event yet is no reason for a warning at every question.
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )
