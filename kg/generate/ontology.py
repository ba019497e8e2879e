"""ontology.ttl: the vocabulary in OWL.

Our own terms get a definition, domains and ranges; terms of others keep their owners' meaning and
get only scope notes and hints (schema:domainIncludes, schema:rangeIncludes). Called by
`kg.generate.__main__`.
"""

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.generate.words import Use, data_predicates, label, rdf_ends
from schema.ids import NS
from schema.terms import PREFIXES, NodeType, Property, RelationType, expand
from schema.vocabulary import NODE_TYPE, NODE_TYPES, RELATION_TYPES

_SCHEMA = Namespace(PREFIXES["schema"])
_ONTOLOGY = URIRef(NS)


def ontology() -> str:
    """The ontology in Turtle."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    _header(graph)
    for kind in NODE_TYPES:
        _class(graph, kind)
    for predicate, uses in data_predicates().items():
        _data_property(graph, predicate, uses)
    for relation in RELATION_TYPES:
        _object_property(graph, relation)
    return graph.serialize(format="turtle")


def _header(graph: Graph) -> None:
    graph.add((_ONTOLOGY, RDF.type, OWL.Ontology))
    graph.add((_ONTOLOGY, RDFS.label, Literal("policykg", lang="en")))
    text = "Who said what about which policy topic, when, in what office, and where it is written."
    graph.add((_ONTOLOGY, RDFS.comment, Literal(text, lang="en")))


def _describe(graph: Graph, name: str, kind: URIRef, meanings: dict[str, str]) -> URIRef:
    """Add a term; `meanings` says what it means on which label or relationship of the model."""
    term = URIRef(expand(name))
    graph.add((term, RDF.type, kind))
    graph.add((term, RDFS.label, Literal(label(name), lang="en")))
    for place, meaning in meanings.items():
        graph.add((term, SKOS.scopeNote, Literal(f"{place}: {meaning}", lang="en")))
    if name.startswith("pk:"):
        graph.add((term, RDFS.isDefinedBy, _ONTOLOGY))
        for meaning in set(meanings.values()):
            graph.add((term, SKOS.definition, Literal(meaning, lang="en")))
    return term


def _class(graph: Graph, kind: NodeType) -> None:
    term = _describe(graph, kind.rdf_class, OWL.Class, {kind.label: kind.definition})
    parents = [NODE_TYPE[kind.parent].rdf_class] if kind.parent else []
    for parent in (*parents, *kind.also):
        graph.add((term, RDFS.subClassOf, URIRef(expand(parent))))


def _data_property(graph: Graph, predicate: str, uses: list[Use]) -> None:
    meanings = {f"{k.label}.{p.name}": p.definition for k, p in uses}
    term = _describe(graph, predicate, OWL.DatatypeProperty, meanings)
    prop = uses[0][1]
    own = predicate.startswith("pk:")
    _ends(graph, term, [_carrier(kind, own_prop) for kind, own_prop in uses], own=own, domain=True)
    datatype = "rdf:langString" if prop.language else prop.datatype.value
    _ends(graph, term, [datatype], own=own, domain=False)


def _carrier(kind: NodeType, prop: Property) -> str:
    return "oa:Selector" if prop.name in kind.on_selector else kind.rdf_class


def _object_property(graph: Graph, relation: RelationType) -> None:
    meanings = {relation.type: relation.definition}
    term = _describe(graph, relation.predicate, OWL.ObjectProperty, meanings)
    own = relation.predicate.startswith("pk:")
    for labels, domain in zip(rdf_ends(relation), (True, False), strict=True):
        classes = [NODE_TYPE[x].rdf_class for x in labels]
        _ends(graph, term, classes, own=own, domain=domain)
    if relation.sub_property_of:
        graph.add((term, RDFS.subPropertyOf, URIRef(expand(relation.sub_property_of))))


def _ends(graph: Graph, term: URIRef, names: list[str], *, own: bool, domain: bool) -> None:
    ends = [URIRef(expand(name)) for name in names]
    if not own:
        hint = _SCHEMA.domainIncludes if domain else _SCHEMA.rangeIncludes
        for end in ends:
            graph.add((term, hint, end))
        return
    place = RDFS.domain if domain else RDFS.range
    graph.add((term, place, ends[0] if len(ends) == 1 else _union(graph, ends)))


def _union(graph: Graph, classes: list[URIRef]) -> BNode:
    union, members = BNode(), BNode()
    Collection(graph, members, list(classes))
    graph.add((union, RDF.type, OWL.Class))
    graph.add((union, OWL.unionOf, members))
    return union
