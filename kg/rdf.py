"""The graph as RDF: nodes and edges to quads, by `schema.vocabulary` alone.

Comes in: a `Change` (one named graph). Goes out: pyoxigraph quads without blank nodes, every
literal in the spelling that Oxigraph keeps, so that an export and a dump of the replica agree.
Called by `kg.replica` and the RDF exporters; `kg.rdf_read` is the way back.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from kg.protocols import Change
from schema.graph import Edge, Node
from schema.ids import selector_uri
from schema.terms import Datatype, Property, expand
from schema.values import instant
from schema.vocabulary import NODE_TYPE, RELATION_TYPE, properties_of

RDF_TYPE = NamedNode(expand("rdf:type"))
HAS_SELECTOR = NamedNode(expand("oa:hasSelector"))
SELECTOR_TYPES = tuple(
    NamedNode(expand(f"oa:{name}")) for name in ("TextPositionSelector", "TextQuoteSelector")
)


class _Field(NamedTuple):
    """Where a property of a node goes in RDF."""

    predicate: NamedNode
    prop: Property
    on_selector: bool


class _Shape(NamedTuple):
    """What all nodes with the same labels have in common."""

    types: tuple[NamedNode, ...]
    fields: dict[str, _Field]


@cache
def _shape(labels: tuple[str, ...]) -> _Shape:
    folded = frozenset[str]().union(*(NODE_TYPE[x].on_selector for x in labels))
    fields = {
        name: _Field(NamedNode(expand(prop.predicate)), prop, name in folded)
        for name, prop in properties_of(labels).items()
    }
    return _Shape(tuple(NamedNode(expand(NODE_TYPE[x].rdf_class)) for x in labels), fields)


@cache
def _predicate(relation: str) -> NamedNode:
    return NamedNode(expand(RELATION_TYPE[relation].predicate))


@cache
def _datatype(datatype: Datatype) -> NamedNode:
    return NamedNode(expand(datatype.value))


def _lexical(value: Any) -> str:
    if isinstance(value, datetime):
        # Oxigraph keeps no zeros at the end of a fraction.
        return re.sub(r"\.?0+Z$", "Z", instant(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def literal(value: Any, prop: Property) -> Literal:
    """One value of a property as a literal (for a list: one of its members)."""
    if prop.language:
        return Literal(value, language=prop.language)
    if prop.datatype is Datatype.STRING or isinstance(value, bool | int | float):
        return Literal(value)
    return Literal(_lexical(value), datatype=_datatype(prop.datatype))


def node_quads(node: Node, graph: NamedNode) -> Iterator[Quad]:
    """The quads of a node; a Span's offsets and words sit on its selector."""
    subject, shape = NamedNode(node.uri), _shape(node.labels)
    for kind in shape.types:
        yield Quad(subject, RDF_TYPE, kind, graph)
    selector = None
    for name, value in node.properties.items():
        predicate, prop, on_selector = shape.fields[name]
        if on_selector and selector is None:
            selector = NamedNode(selector_uri(node.uri))
            yield from _selector_quads(subject, selector, graph)
        owner = selector if on_selector and selector else subject
        for one in value if isinstance(value, tuple) else (value,):
            yield Quad(owner, predicate, literal(one, prop), graph)


def _selector_quads(span: NamedNode, selector: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(span, HAS_SELECTOR, selector, graph)
    for kind in SELECTOR_TYPES:
        yield Quad(selector, RDF_TYPE, kind, graph)


def edge_quad(edge: Edge, graph: NamedNode) -> Quad:
    """The quad of an edge, in the direction of its RDF property."""
    ends = NamedNode(edge.source), NamedNode(edge.target)
    subject, target = reversed(ends) if RELATION_TYPE[edge.type].inverse else ends
    return Quad(subject, _predicate(edge.type), target, graph)


def change_quads(change: Change) -> Iterator[Quad]:
    """All quads of a named graph, node by node, then edge by edge."""
    graph = NamedNode(change.graph)
    for node in change.nodes:
        yield from node_quads(node, graph)
    for edge in change.edges:
        yield edge_quad(edge, graph)
