"""The batch under construction: nodes by URI and edges, each once.

Called by the other files of this package; `freeze` hands over sorted tuples.
"""

from typing import Any

from schema.graph import Edge, Node


class Batch:
    """Collects what one document asserts. What is said first about a node stands."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._edges: set[tuple[str, str, str]] = set()

    def add(self, uri: str, *labels: str, **properties: Any) -> str:
        """Assert a node; None values are left out, lists are joined. Returns the URI."""
        given = {k.rstrip("_"): v for k, v in properties.items() if v is not None and v != ()}
        held = self._nodes.get(uri)
        if held is not None:
            labels = (*held.labels, *labels)
            lists = {
                k: tuple(sorted({*held.properties[k], *v}))
                for k, v in given.items()
                if isinstance(v, tuple) and k in held.properties
            }
            given = {**given, **held.properties, **lists}
        self._nodes[uri] = Node(uri=uri, labels=labels, properties=given)
        return uri

    def link(self, source: str, relation: str, target: str) -> None:
        """Assert an edge."""
        self._edges.add((source, relation, target))

    def freeze(self) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
        """All nodes and edges, sorted."""
        nodes = tuple(self._nodes[uri] for uri in sorted(self._nodes))
        edges = tuple(Edge(source=s, type=t, target=o) for s, t, o in sorted(self._edges))
        return nodes, edges
