"""docs/model.md: the vocabulary as a page for people.

Called by `kg.generate.__main__`.
"""

from collections.abc import Iterator

from schema.terms import PREFIXES, Fold, NodeType, Property
from schema.vocabulary import NODE_TYPES, RELATION_TYPES

_INTRODUCTION = """<!-- Generated from schema/vocabulary.py by `python -m kg.generate`. -->
# The graph model

What a store holds and what the RDF export says are the same graph. A label is an RDF class, a
property a data property, a relationship an object property; a relationship carries no properties.
Every node has a `uri` derived from its content. In Neo4j it also has the label `Resource`.

The same table as an ontology, as SHACL shapes, as a JSON-LD context and as Neo4j constraints is in
[schema/generated](../schema/generated).

Where several documents give a value for one property, the *fold* says which one stands:
`earliest` that of the earliest document (by date, then URI), `union` all of them, sorted, `min`
and `max` the smallest and the largest. A learning time says when the graph learnt something; it is
left out of a reproducible export."""


def model_page() -> str:
    """The page, in Markdown."""
    blocks = [
        _INTRODUCTION,
        "## Nodes",
        *(block for kind in NODE_TYPES for block in _node(kind)),
        "## Relationships",
        _table(("relationship", "RDF", "meaning"), _relations()),
        "An inverse property points against the arrow, from the target to the source.",
        "## Prefixes",
        _table(("prefix", "namespace"), ((f"`{p}`", f"<{iri}>") for p, iri in PREFIXES.items())),
    ]
    return "\n\n".join(blocks) + "\n"


def _node(kind: NodeType) -> Iterator[str]:
    beside = f" Always beside `{kind.parent}`." if kind.parent else ""
    also = f" Also a {', '.join(f'`{name}`' for name in kind.also)}." if kind.also else ""
    yield f"### {kind.label}"
    yield f"`{kind.rdf_class}`. {kind.definition}{beside}{also}"
    if kind.properties:
        header = ("property", "RDF", "type", "fold", "meaning")
        yield _table(header, (_property(prop) for prop in kind.properties))
    if kind.on_selector:
        names = ", ".join(f"`{p.name}`" for p in kind.properties if p.name in kind.on_selector)
        yield (
            f"In RDF, {names} sit on the selector (`oa:hasSelector`), which is both an "
            "`oa:TextPositionSelector` and an `oa:TextQuoteSelector`."
        )


def _property(prop: Property) -> tuple[str, ...]:
    kind = f"{prop.datatype.value}, @{prop.language}" if prop.language else prop.datatype.value
    notes = (" Required." if prop.required else "") + (
        " Learning time." if prop.learning_time else ""
    )
    fold = "" if prop.fold is Fold.EARLIEST else prop.fold.value
    return (f"`{prop.name}`", f"`{prop.predicate}`", f"`{kind}`", fold, prop.definition + notes)


def _relations() -> Iterator[tuple[str, ...]]:
    for relation in RELATION_TYPES:
        ends = [" or ".join(end) for end in (relation.domain, relation.range)]
        arrow = f"({ends[0]})-[:{relation.type}]->({ends[1]})"
        inverse = ", inverse" if relation.inverse else ""
        above = relation.sub_property_of
        below = f", sub-property of `{above}`" if above else ""
        yield (f"`{arrow}`", f"`{relation.predicate}`{inverse}{below}", relation.definition)


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
