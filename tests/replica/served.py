"""A store of two documents, SPARQL on it, and what the tests ask of them."""

import json
import os
from pathlib import Path

from kg.protocols import Store
from kg.rdf import change_quads
from kg.replica.sparql import SparqlService
from tests.stores.graphs import Said, batch, run, topic_nodes

ROOT = Path(__file__).parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
# Some hundred triples to the power of five: years.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
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


def hasty(store: Store, folder: Path) -> SparqlService:
    """A service that ends a query after 1.5 seconds."""
    return SparqlService(store.view, folder, timeout=1.5, max_rows=1000)


def counted(service: SparqlService, text: str = COUNT) -> int:
    """The number that a query counts."""
    rows = json.loads(service.query(text, format="json").body)["results"]["bindings"]
    return int(rows[0]["n"]["value"])


def expected(store: Store) -> int:
    """The number of distinct triples of all named graphs."""
    return len({q.triple for change in store.view().changes(0) for q in change_quads(change)})


def worker_id(service: SparqlService) -> int:
    """The number of the worker process."""
    pid = service._replica.worker().pid
    assert pid is not None
    return pid


def is_running(pid: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
