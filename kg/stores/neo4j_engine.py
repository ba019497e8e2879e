"""Neo4j transactions: the driver repeats them for a while, errors become StoreError.

Comes in: an address and a login. Goes out: an `Engine` for `kg.stores.store`. Called by
`kg.stores.neo4j`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, Session
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from kg.stores.ledger import Books, Reading, T
from kg.stores.neo4j_away import GONE, Away
from kg.stores.neo4j_books import Neo4jBooks
from kg.stores.neo4j_reading import Neo4jReading
from kg.stores.neo4j_schema import migrate
from schema.errors import StoreError
from schema.printable import one_line

# In seconds. People wait for reads: those fail soon. A load waits for a server that starts again.
_CONNECT = 2.0  # until a server counts as not there
_ACQUIRE = 4.0  # and until it has greeted us, or shown that a connection from before still lives
_RETRY_READ = 0.5  # for which the driver repeats what may work the next time
_RETRY_WRITE = 20.0


class Neo4jEngine:
    """An `Engine` on one database of a server; threads share it. Writers wait for each other."""

    language = "cypher"

    def __init__(self, uri: str, *, auth: tuple[str, str] | None, database: str | None) -> None:
        self._uri = uri
        self._database = database
        self._bookmarks = GraphDatabase.bookmark_manager()  # reads see the writes before them
        with self._errors():
            self._driver = _connect(uri, auth)
        self._away = Away(self._driver.verify_connectivity)
        try:
            with self._errors():
                self._driver.verify_connectivity()
                migrate(self._driver, database)
        except StoreError:
            self._driver.close()
            raise

    def read(self, work: Callable[[Reading], T], *, patient: bool = False) -> T:
        """Run work in a read transaction."""
        with self._errors(), self._away.noted(patient=patient), self._session(patient) as session:
            return session.execute_read(lambda tx: work(Neo4jReading(tx)))

    def write(self, work: Callable[[Books], T]) -> T:
        """Run work alone among writers, and commit it; when it fails, nothing is written."""
        with self._errors(), self._away.noted(patient=True), self._session(True) as session:
            return session.execute_write(lambda tx: work(Neo4jBooks(tx)))

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _session(self, patient: bool) -> Session:
        return self._driver.session(
            database=self._database,
            bookmark_manager=self._bookmarks,
            fetch_size=5000,
            max_transaction_retry_time=_RETRY_WRITE if patient else _RETRY_READ,
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except AuthError as error:
            raise StoreError(f"{self._uri}: Neo4j refuses the user or password") from error
        except GONE as error:
            # The lines after the first tell of every address that was tried.
            reason = str(error).partition("\n")[0].rstrip(":")
            raise StoreError(one_line(f"{self._uri}: Neo4j cannot be reached: {reason}")) from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{self._uri}: {one_line(str(error))}") from error


def _connect(uri: str, auth: tuple[str, str] | None) -> Driver:
    return GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=_CONNECT,
        connection_acquisition_timeout=_ACQUIRE,
        # Of a server that started again, or froze, the connections from before are of no use.
        liveness_check_timeout=0,
        # A graph without, say, any Event yet is no reason for a warning at every question.
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )
