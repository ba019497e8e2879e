"""What a repeated export may hold: the live graph, without runs and learning times.

Comes in: a store's changes. Goes out: the same changes without all that depends on when and in
which order documents were loaded, sorted. Called by the command line and the service.
"""

from collections.abc import Iterable

from kg.protocols import Change
from schema.graph import Edge, Node
from schema.vocabulary import NODE_TYPES, RELATION_TYPE, properties_of

# Nodes about the learning itself: every property of theirs is a learning time (Run).
_LEARNING = {
    t.label for t in NODE_TYPES if t.properties and all(p.learning_time for p in t.properties)
}


def reproducible(changes: Iterable[Change]) -> list[Change]:
    """The live graphs in the order of their names, as any order of loading gives them.

    All graphs are held at once: only so can they be sorted. The watermark is zero.
    """
    live = (_timeless(change) for change in changes if not change.history)
    return sorted((c for c in live if c.nodes or c.edges), key=lambda c: c.graph)


def _timeless(change: Change) -> Change:
    nodes = (_node(n) for n in change.nodes if not _LEARNING & set(n.labels))
    edges = (e for e in change.edges if _keeps(e))
    return Change(
        graph=change.graph,
        watermark=0,
        nodes=tuple(sorted(nodes, key=lambda n: n.uri)),
        edges=tuple(sorted(edges, key=lambda e: e.key)),
    )


def _node(node: Node) -> Node:
    known = properties_of(node.labels)
    kept = {k: v for k, v in sorted(node.properties.items()) if not known[k].learning_time}
    return node.model_copy(update={"properties": kept})


def _keeps(edge: Edge) -> bool:
    kind = RELATION_TYPE[edge.type]
    return not _LEARNING & {*kind.domain, *kind.range}
