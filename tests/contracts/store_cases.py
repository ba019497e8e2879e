"""Statements, and what several tests of the store's contract do and check."""

from kg.protocols import Outcome, Store
from kg.stores.memory import open_store as open_memory
from schema.graph import DocumentGraph
from tests.stores.graphs import Said, run
from tests.stores.states import live, shown, union

ANA = "Ana Novak"
QUOTE = Said(
    "We will build the chips that our country needs",
    ANA,
    ("chips",),
    supports=("chips",),
    quote=True,
    office=("minister", "Ministry of Trials"),
)
AGAINST = Said("it is too early for that", "Boris Tal", opposes=("chips",))
NOBODY = Said("nobody knows who said it", None, ("safety",))


def put(store: Store, *graphs: DocumentGraph, day: int = 0) -> list[Outcome]:
    """Write documents in one run."""
    with store.writer() as writer:
        return [writer.replace(graph, run=run(day)) for graph in graphs]


def loaded(*graphs: DocumentGraph) -> object:
    """The live graph after a single load of these."""
    reference = open_memory("memory://")
    put(reference, *graphs)
    found = live(reference.view())
    reference.close()
    return found


def assert_whole(store: Store) -> None:
    """The union of the named graphs is the graph that the store shows, with nothing loose."""
    view = store.view()
    parts, edges = union(view.changes(0))
    assert shown(view, parts) == parts
    assert {end for s, _, o in edges for end in (s, o)} <= set(parts)
    counted = {k: n for k, n in view.counts().items() if n}
    expected: dict[str, int] = {}
    for labels, _ in parts.values():
        for label in labels:
            expected[label] = expected.get(label, 0) + 1
    for _, kind, _ in edges:
        expected[kind] = expected.get(kind, 0) + 1
    assert counted == expected
