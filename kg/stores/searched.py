"""What full-text search finds, the same in every store: labels and the properties searched.

Called by the SQLite engine and by the Neo4j migration. What is retracted is not found.
"""

from kg.stores.fold import Folded

SEARCHED: dict[str, tuple[str, ...]] = {
    "Statement": ("text",),
    "Document": ("headline", "name"),
    "Actor": ("name", "altNames"),
}


def searched_text(node: Folded) -> str:
    """All text of a node that search looks at, one property a line; empty for other nodes."""
    if "retractedAt" in node.properties:
        return ""
    names = {name for label in node.labels for name in SEARCHED.get(label, ())}
    found = (node.properties[name] for name in sorted(names) if name in node.properties)
    return "\n".join("\n".join(v) if isinstance(v, list) else v for v in found)
