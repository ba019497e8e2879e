"""What a store holds, as values that tests compare. Called by the tests of stores."""

from collections.abc import Iterable

from kg.protocols import Change, View
from schema.graph import Edge, Node
from schema.vocabulary import properties_of

Parts = dict[str, tuple[set[str], dict[str, object]]]  # labels and properties by URI
Graph = tuple[Parts, set[tuple[str, str, str]]]


def union(changes: Iterable[Change]) -> Graph:
    """The union of named graphs. Fails when two of them give a property different single values."""
    parts: Parts = {}
    edges: set[tuple[str, str, str]] = set()
    for change in changes:
        edges |= {e.key for e in change.edges}
        for node in change.nodes:
            labels, properties = parts.setdefault(node.uri, (set(), {}))
            labels |= set(node.labels)
            for name, value in node.properties.items():
                held = properties.get(name, value)
                if isinstance(value, tuple):
                    held = tuple(sorted({*held, *value}))
                assert isinstance(value, tuple) or held == value, (node.uri, name, held, value)
                properties[name] = held
    return parts, edges


def live(view: View) -> Graph:
    """The graph without history, runs and times of learning: what order must not change."""
    kept = []
    for change in view.changes(0):
        if change.history:
            continue
        nodes = [_without_times(n) for n in change.nodes if "Run" not in n.labels]
        edges = [e for e in change.edges if e.type != "EXTRACTED_BY"]
        kept.append(change.model_copy(update={"nodes": tuple(nodes), "edges": tuple(edges)}))
    return union(kept)


def _without_times(node: Node) -> Node:
    known = properties_of(node.labels)
    kept = {k: v for k, v in node.properties.items() if not known[k].learning_time}
    return node.model_copy(update={"properties": kept})


def shown(view: View, uris: Iterable[str]) -> Parts:
    """The nodes as the store shows them."""
    found = ((uri, view.get(uri)) for uri in uris)
    return {uri: (set(n.labels), n.properties) for uri, n in found if n is not None}


class Replica:
    """Follows a view by watermark, as the SPARQL replica does."""

    def __init__(self) -> None:
        self.graphs: dict[str, tuple[tuple[Node, ...], tuple[Edge, ...]]] = {}
        self.watermark = 0

    def catch_up(self, view: View) -> None:
        """Take in what changed since the last time."""
        for change in view.changes(self.watermark):
            assert change.watermark > self.watermark
            self.watermark = change.watermark
            self.graphs[change.graph] = (change.nodes, change.edges)
            if not change.nodes:
                del self.graphs[change.graph]
