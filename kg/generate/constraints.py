"""constraints.cypher: what Neo4j must hold true of the graph and what it finds fast.

Called by `kg.generate.__main__`; the Neo4j store runs the statements as its first migration.
"""

from collections.abc import Iterator

from schema.vocabulary import NODE_TYPES, Datatype, NodeType, Property

_TIMES = (Datatype.DATE, Datatype.DATETIME)
# Found by these words exactly; texts and quotes are too long for a range index (full text is).
_KEYS = frozenset({"name", "notation", "url"})


def constraints() -> str:
    """The statements in Cypher, each ended by a semicolon."""
    lines = [
        "// Generated from schema/vocabulary.py by `python -m kg.generate`.",
        "CREATE CONSTRAINT resource_uri IF NOT EXISTS FOR (n:Resource) REQUIRE n.uri IS UNIQUE;",
    ]
    return "\n".join([*lines, *_indexes()]) + "\n"


def _indexes() -> Iterator[str]:
    for kind in NODE_TYPES:
        for prop in kind.properties:
            if prop.datatype in _TIMES or prop.name in _KEYS:
                yield _index(kind, prop)


def _index(kind: NodeType, prop: Property) -> str:
    name = f"{kind.label}_{prop.name}".lower()
    return f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{kind.label}) ON (n.`{prop.name}`);"
