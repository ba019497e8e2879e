"""shapes.ttl: the vocabulary in SHACL, so that any SHACL processor can check an export.

Required properties, datatypes, single values, the classes at both ends, offsets that fit the text.
Called by `kg.generate.__main__`.
"""

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.generate.words import rdf_ends, relations_from
from schema.ids import NS
from schema.terms import PREFIXES, Fold, NodeType, Property, RelationType, expand
from schema.vocabulary import NODE_TYPE, NODE_TYPES

SELECTOR = "oa:TextPositionSelector"
# A document can speak and so be an actor as well: a closed shape of one would refuse the other.
_OPEN = frozenset({"Document", "Actor"})
# One query a version and not one a passage: processors run it for each node of the shape.
_WORDS = """SELECT $this ?value WHERE {{
  $this <{text}> ?text . ?value <{version}> $this ; <{selector}> ?at .
  ?at <{start}> ?start ; <{end}> ?end ; <{exact}> ?exact .
  FILTER(SUBSTR(?text, ?start + 1, ?end - ?start) != ?exact)
}}"""


def shapes() -> str:
    """The shapes in Turtle."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    for kind in NODE_TYPES:
        _node_shape(graph, kind)
        if kind.on_selector:
            _selector_shape(graph, kind)
    return graph.serialize(format="turtle")


def _shape(graph: Graph, name: str, target: str) -> URIRef:
    shape = URIRef(f"{NS}{name}Shape")
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, URIRef(expand(target))))
    graph.add((shape, SH.nodeKind, SH.IRI))
    return shape


def _node_shape(graph: Graph, kind: NodeType) -> None:
    shape = _shape(graph, kind.label, kind.rdf_class)
    for prop in kind.properties:
        if prop.name not in kind.on_selector:
            _value(graph, shape, kind, prop)
    for relation in relations_from().get(kind.label, []):
        _link(graph, shape, kind, relation)
    if kind.on_selector:
        _selector_link(graph, shape)
    if kind.label == "Version":
        _words(graph, shape)
    if kind.parent:
        graph.add((shape, SH["class"], URIRef(expand(NODE_TYPE[kind.parent].rdf_class))))
    elif kind.label not in _OPEN:
        _close(graph, shape)


def _close(graph: Graph, shape: URIRef) -> None:
    ignored = BNode()
    Collection(graph, ignored, [RDF.type])
    graph.add((shape, SH.closed, Literal(True)))
    graph.add((shape, SH.ignoredProperties, ignored))


def _property(graph: Graph, shape: URIRef, name: str, path: URIRef) -> URIRef:
    constraint = URIRef(f"{shape}-{name}")
    graph.add((shape, SH.property, constraint))
    graph.add((constraint, RDF.type, SH.PropertyShape))
    graph.add((constraint, SH.path, path))
    return constraint


def _value(graph: Graph, shape: URIRef, kind: NodeType, prop: Property) -> URIRef:
    constraint = _property(graph, shape, prop.name, URIRef(expand(prop.predicate)))
    datatype = RDF.langString if prop.language else URIRef(expand(prop.datatype.value))
    graph.add((constraint, SH.datatype, datatype))
    graph.add((constraint, SH.description, Literal(f"{kind.label}: {prop.definition}")))
    if prop.required:
        graph.add((constraint, SH.minCount, Literal(1)))
    if prop.fold is not Fold.UNION:
        graph.add((constraint, SH.maxCount, Literal(1)))
    return constraint


def _link(graph: Graph, shape: URIRef, kind: NodeType, relation: RelationType) -> None:
    constraint = _property(graph, shape, relation.type, URIRef(expand(relation.predicate)))
    graph.add((constraint, SH.description, Literal(f"{kind.label}: {relation.definition}")))
    classes = [URIRef(expand(NODE_TYPE[x].rdf_class)) for x in rdf_ends(relation)[1]]
    if len(classes) == 1:
        graph.add((constraint, SH["class"], classes[0]))
        return
    choices = [BNode() for _ in classes]
    for choice, one in zip(choices, classes, strict=True):
        graph.add((choice, SH["class"], one))
    either = BNode()
    Collection(graph, either, list(choices))
    graph.add((constraint, SH["or"], either))


def _selector_link(graph: Graph, shape: URIRef) -> None:
    constraint = _property(graph, shape, "selector", URIRef(expand("oa:hasSelector")))
    graph.add((constraint, SH["class"], URIRef(expand(SELECTOR))))
    for bound in (SH.minCount, SH.maxCount):
        graph.add((constraint, bound, Literal(1)))


def _words(graph: Graph, shape: URIRef) -> None:
    names = {"version": "pk:inVersion", "selector": "oa:hasSelector", "text": "schema:text"}
    names |= {name: f"oa:{name}" for name in ("start", "end", "exact")}
    query = _WORDS.format(**{key: expand(name) for key, name in names.items()})
    constraint = URIRef(f"{shape}-words")
    graph.add((shape, SH.sparql, constraint))
    graph.add((constraint, RDF.type, SH.SPARQLConstraint))
    graph.add((constraint, SH.message, Literal("A passage is not text[start:end] of its version")))
    graph.add((constraint, SH.select, Literal(query)))


def _selector_shape(graph: Graph, kind: NodeType) -> None:
    shape = _shape(graph, "Selector", SELECTOR)
    constraints = {
        prop.name: _value(graph, shape, kind, prop)
        for prop in kind.properties
        if prop.name in kind.on_selector
    }
    graph.add((constraints["start"], SH.minInclusive, Literal(0, datatype=XSD.integer)))
    graph.add((constraints["start"], SH.lessThan, URIRef(expand("oa:end"))))
    _close(graph, shape)
