"""What is around a node, with bounded work: a walk in steps that no hub can make long.

Comes in: a reading, a URI, how far and how much. Goes out: a `Subgraph`. Called by
`kg.stores.view`. A topic or a speaker of many documents (a hub) is shown and not walked through:
all that it leads to has little to do with where the walk began. Both stores count the same edges,
so that they give the same nodes.
"""

from collections.abc import Sequence

from kg.protocols import Subgraph
from kg.stores.claims import typed_edges, typed_node
from kg.stores.ledger import Reading

HUB = 1000  # edges; a node with more is not walked through: no answer shows as many nodes
EDGES = 20_000  # that one step looks at: a few hundredths of a second


def around(reading: Reading, uri: str, *, depth: int, limit: int) -> Subgraph | None:
    """The node with what is up to `depth` steps away, at most `limit` nodes; None without it.

    Of the first node all edges are looked at, up to EDGES; where it has more, which of them is up
    to the store.
    """
    degrees = reading.degrees([uri], most=EDGES + 1)
    if uri not in degrees:
        return None
    found, frontier, truncated = [uri], [uri], False
    for _ in range(depth):
        through = frontier if frontier == [uri] else _walkable(frontier, degrees)
        truncated |= through != frontier or degrees[uri] > EDGES
        # The whole of `found` may come back among the neighbours: ask for that many more.
        near = reading.reach(through, limit=limit + len(found), edges=EDGES)
        new = sorted(set(near) - set(found))
        frontier = new[: limit - len(found)]
        truncated |= frontier != new
        if not frontier:
            break
        degrees |= reading.degrees(frontier, most=HUB + 1)
        found += frontier
    nodes = reading.nodes(found)
    hubs = [u for u in found if degrees.get(u, 0) > HUB]
    return Subgraph(
        nodes=tuple(typed_node(n.uri, n.labels, n.properties) for _, n in sorted(nodes.items())),
        edges=typed_edges(reading.among(found, hubs=hubs)),
        truncated=truncated,
    )


def _walkable(frontier: Sequence[str], degrees: dict[str, int]) -> list[str]:
    """Those of the nodes that are no hubs, in their order, as long as a step may look at more."""
    chosen, looked_at = [], 0
    for uri in frontier:
        looked_at += degrees.get(uri, 0) if degrees.get(uri, 0) <= HUB else 0
        if looked_at > EDGES:
            break
        if degrees.get(uri, 0) <= HUB:
            chosen.append(uri)
    return chosen
