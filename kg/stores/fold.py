"""The fold: the visible graph as a pure function of the claims that are live.

Comes in: the claims on one node. Goes out: the node as it is seen, and the part of each claim that
can be seen. Nothing depends on the order of the claims, nor on how often one is given. Called by
`kg.stores.delta` and the views; the same for all stores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.stores.claims import Claim, Triple, declared
from schema.terms import Fold


@dataclass(frozen=True)
class Folded:
    """A node as it is seen, with the edges it owns."""

    uri: str
    labels: tuple[str, ...]
    properties: dict[str, Any]
    triples: frozenset[Triple] = frozenset()


def fold(claims: Iterable[Claim]) -> Folded | None:
    """One node of its claims; None when there are none.

    What replaced versions say of a node counts only while nothing live speaks of it: so the live
    graph is the one that a single load of the latest versions gives.
    """
    given = list(claims)
    ordered = sorted(given, key=lambda c: (c.rank, c.body)) if len(given) > 1 else given
    used = [c for c in ordered if not c.history] or ordered
    if not used:
        return None
    labels = tuple(sorted({label for c in used for label in c.labels}))
    known = declared(labels)
    properties = {
        name: _fold_values(known[name].fold, [p[name] for c in used if name in (p := c.properties)])
        for name in sorted({name for c in used for name in c.properties})
    }
    return Folded(used[0].uri, labels, properties, frozenset().union(*(c.triples() for c in used)))


def _fold_values(how: Fold, values: Sequence[Any]) -> Any:
    if how is Fold.UNION:
        return sorted({v for several in values for v in several})
    if how is Fold.MIN:
        return min(values)
    if how is Fold.MAX:
        return max(values)
    return values[0]


def visible(claim: Claim, node: Folded) -> Claim | None:
    """What of a claim is part of the node as it is seen; None when no label of it is.

    The union of the visible parts of all claims is the graph.
    """
    labels = tuple(x for x in claim.labels if x in node.labels)
    if not labels:
        return None
    properties = {}
    for name, value in claim.properties.items():
        seen = node.properties.get(name)
        if isinstance(value, list) and isinstance(seen, list):
            value = [v for v in value if v in seen]
        elif value != seen:
            continue
        if value != []:
            properties[name] = value
    return Claim(claim.uri, labels, properties, claim.edges, claim.rank)
