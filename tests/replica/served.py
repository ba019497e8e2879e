"""A store of two documents, SPARQL on it, and what the tests ask of them."""

import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from kg.protocols import Store
from kg.rdf import change_quads
from kg.replica.lanes import Lane
from kg.replica.sparql import SparqlService
from tests.stores.graphs import Said, batch, run, topic_nodes

ROOT = Path(__file__).parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
# Some hundred triples to the power of five: years.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
GIVE_UP = 120  # seconds after which something that must happen counts as not happening
QUOTE = Said(
    "We will test every large model before release",
    speaker="Ada Marlow",
    supports=("safety",),
    quote=True,
    office=("director", "Agency"),
)


def fill(store: Store) -> Store:
    """Put two documents that share a quotation into a store."""
    store.set_topics(*topic_nodes())
    with store.writer() as writer:
        writer.replace(
            batch("one", [QUOTE, Said("Chips are scarce", topics=("chips",))]), run=run()
        )
        writer.replace(batch("two", [QUOTE], outlet="The Other Gazette"), run=run())
    return store


def counted(service: SparqlService, text: str = COUNT) -> int:
    """The number that a query counts."""
    rows = json.loads(service.query(text, format="json").body)["results"]["bindings"]
    return int(rows[0]["n"]["value"])


def expected(store: Store) -> int:
    """The number of distinct triples of all named graphs."""
    return len({q.triple for change in store.view().changes(0) for q in change_quads(change)})


def running(lane: Lane) -> list[int]:
    """The processes of a lane that answer a query now."""
    return [child.pid for child in list(lane._busy) if child.pid is not None]


def wait_until(happened: Callable[[], object]) -> None:
    """Wait for something that another thread or process does, however long it takes it."""
    limit = time.monotonic() + GIVE_UP
    while not happened():
        assert time.monotonic() < limit, "it never happened"
        time.sleep(0.01)


@contextmanager
def asking(service: SparqlService) -> Iterator[ThreadPoolExecutor]:
    """Threads that ask a service, which is closed at the end: whatever still runs ends then."""
    threads = ThreadPoolExecutor(16)
    try:
        yield threads
    finally:
        service.close()
        threads.shutdown()


def is_running(pid: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")  # an ended one that nobody has asked for yet is there still
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
