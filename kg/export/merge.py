"""All named graphs as one property graph: each node once, each edge once.

Comes in: changes, whose union is the graph. Goes out: sorted nodes and edges, held in memory.
Called by the exporters that know no named graphs (GraphML, GEXF, CSV, Parquet, JSON lines).
"""

from collections.abc import Iterable
from typing import Any

from kg.protocols import Change, Subgraph
from schema.graph import Edge, Node
from schema.terms import Fold
from schema.vocabulary import properties_of


def merge(changes: Iterable[Change]) -> Subgraph:
    """The union of all named graphs, sorted by URI and by edge."""
    nodes: dict[str, Node] = {}
    edges: set[tuple[str, str, str]] = set()
    for change in changes:
        for node in change.nodes:
            held = nodes.get(node.uri)
            nodes[node.uri] = node if held is None or held == node else _join(held, node)
        edges.update(edge.key for edge in change.edges)
    return Subgraph(
        nodes=tuple(nodes[uri] for uri in sorted(nodes)),
        edges=tuple(Edge(source=s, type=t, target=o) for s, t, o in sorted(edges)),
    )


def _join(one: Node, other: Node) -> Node:
    labels = tuple(sorted({*one.labels, *other.labels}))
    known = properties_of(labels)
    properties = {**one.properties, **other.properties}
    for name in one.properties.keys() & other.properties.keys():
        values = one.properties[name], other.properties[name]
        properties[name] = _fold(known[name].fold, *values)
    return Node(uri=one.uri, labels=labels, properties=properties)


def _fold(fold: Fold, one: Any, other: Any) -> Any:
    if fold is Fold.UNION:
        return tuple(sorted({*one, *other}))
    # A change leaves out what another document outranks, so two differing values of one property
    # are seen only while a writer is at work: any fixed choice will do.
    return max(one, other) if fold is Fold.MAX else min(one, other)
