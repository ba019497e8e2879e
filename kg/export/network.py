"""The graph as a networkx graph: what GraphML and GEXF are written from.

Comes in: changes. Goes out: a MultiDiGraph whose attributes XML can hold. Called by `graphml` and
`gexf`.
"""

from collections.abc import Iterable
from typing import Any

import networkx

from kg.export.columns import cell
from kg.export.merge import merge
from kg.protocols import Change
from kg.xml_text import xml_legal
from schema.graph import Node
from schema.vocabulary import NODE_TYPE


def network(changes: Iterable[Change]) -> "networkx.MultiDiGraph[str]":
    """Nodes by URI with `labels` (JSON), `label` (a caption) and their properties.

    Edges carry their type as `label`; their keys are "e0", "e1", ... in the order of the edges.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    merged = merge(changes)
    for node in merged.nodes:
        graph.add_node(node.uri, **_attributes(node))
    for number, edge in enumerate(merged.edges):
        graph.add_edge(edge.source, edge.target, key=f"e{number}", label=edge.type)
    return graph


def _attributes(node: Node) -> dict[str, Any]:
    cells = {"labels": cell(node.labels), "label": _caption(node)}
    cells.update((name, cell(value)) for name, value in sorted(node.properties.items()))
    return {k: xml_legal(v) if isinstance(v, str) else v for k, v in cells.items()}


def _caption(node: Node) -> str:
    named = (NODE_TYPE[label].caption for label in node.labels)
    return next((str(node.properties[c]) for c in named if c in node.properties), node.uri)
