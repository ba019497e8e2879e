"""Plain values and Neo4j's own: dates are Date, times are DateTime in UTC.

Called by `kg.stores.neo4j_reading` and `neo4j_books`.
"""

from collections.abc import Mapping
from typing import Any

from neo4j.time import Date, DateTime

from kg.stores.claims import declared, typed
from kg.stores.fold import Folded
from schema.values import plain

RESOURCE = "Resource"  # the label of every node of the graph, and of nothing else


def native(node: Folded) -> dict[str, Any]:
    """The properties of a node as the driver takes them, its URI among them."""
    known = declared(node.labels)
    return {"uri": node.uri, **{k: typed(known[k], v) for k, v in node.properties.items()}}


def folded(labels: list[str], properties: Mapping[str, Any]) -> Folded:
    """A node as the driver gives it, in plain values."""
    values = {k: _plain(v) for k, v in properties.items() if k != "uri"}
    return Folded(properties["uri"], tuple(sorted(x for x in labels if x != RESOURCE)), values)


def _plain(value: Any) -> Any:
    return plain(value.to_native()) if isinstance(value, Date | DateTime) else value
