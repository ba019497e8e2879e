"""A process that writes documents until it is killed. Started by `test_store_killed`.

`python -m tests.contracts.killed_writer loop|hold KIND URL VERSION`, with Neo4j's login in the
environment. `loop` replaces documents for ever from that version on, one a commit, and prints a
line for each; `hold` stops within a transaction, after all was written and before it is committed.
"""

import signal
import sys
from itertools import count

from kg.settings import Settings
from kg.stores.ledger import Books, Engine
from kg.stores.neo4j_engine import Neo4jEngine
from kg.stores.replacing import store_documents
from kg.stores.sqlite_engine import SqliteEngine
from kg.stores.store import EngineStore
from schema.graph import DocumentGraph
from tests.contracts.store_cases import AGAINST, QUOTE
from tests.stores.graphs import batch, run

DOCUMENTS = ("a", "b", "c")


def engine(kind: str, url: str) -> Engine:
    """The engine under a store, so that the process can stop within its transaction."""
    if kind == "sqlite":
        return SqliteEngine(url.removeprefix("sqlite:///"))
    given = Settings()
    password = given.neo4j_password
    assert password is not None
    auth = (given.neo4j_username, password.get_secret_value())
    return Neo4jEngine(url, auth=auth, database=None)


def version(name: str, number: int) -> DocumentGraph:
    """What a document says in each of its versions."""
    return batch(name, [QUOTE] if number % 2 else [QUOTE, AGAINST], version=number)


def loop(opened: Engine, first: int) -> None:
    """Replace three documents again and again."""
    with EngineStore(opened).writer() as writer:
        for number in count(first):
            for name in DOCUMENTS:
                writer.replace(version(name, number), run=run(number))
                writer.flush()
                print(number, name, flush=True)


def hold(opened: Engine, number: int) -> None:
    """Write a version of all three, and wait before the commit."""

    def work(books: Books) -> None:
        documents = [(version(name, number), run(number)) for name in DOCUMENTS]
        store_documents(books, documents)
        print("written", flush=True)
        signal.pause()

    opened.write(work)


if __name__ == "__main__":
    {"loop": loop, "hold": hold}[sys.argv[1]](engine(*sys.argv[2:4]), int(sys.argv[4]))
