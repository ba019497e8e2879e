"""RDF back to the graph: the quads that `kg.rdf` wrote, as nodes and edges again.

Comes in: quads or triples of pyoxigraph, from an export or the replica. Goes out: sorted nodes and
edges. Called by whoever reads an export back; what the vocabulary does not know fails loudly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.protocols import Subgraph
from kg.rdf import HAS_SELECTOR, RDF_TYPE, SELECTOR_TYPES
from schema.errors import VocabularyError
from schema.graph import Edge, Node
from schema.terms import Datatype, Fold, Property, RelationType, expand
from schema.vocabulary import NODE_TYPES, RELATION_TYPES, properties_of

_LABEL = {expand(t.rdf_class): t.label for t in NODE_TYPES}
_RELATION = {expand(t.predicate): t for t in RELATION_TYPES}
_PARSE: dict[Datatype, Callable[[str], Any]] = {
    Datatype.STRING: str,
    Datatype.URI: str,
    Datatype.INTEGER: int,
    Datatype.DOUBLE: float,
    Datatype.BOOLEAN: lambda text: text in ("true", "1"),
    Datatype.DATE: date.fromisoformat,
    Datatype.DATETIME: datetime.fromisoformat,
}
_Facts = dict[str, list[Any]]  # predicate -> objects


def read_graph(quads: Iterable[Quad | Triple]) -> Subgraph:
    """The nodes and edges that the quads say, each once; graph names are not looked at.

    Raises VocabularyError on a class or predicate that the vocabulary does not have.
    """
    facts: dict[str, _Facts] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        facts[_iri(quad.subject)][quad.predicate.value].append(quad.object)
    _unfold_selectors(facts)
    edges = [edge for uri, found in facts.items() for edge in _edges(uri, found)]
    nodes = [_node(uri, found) for uri, found in facts.items() if found]
    return Subgraph(
        nodes=tuple(sorted(nodes, key=lambda n: n.uri)),
        edges=tuple(sorted(edges, key=lambda e: e.key)),
    )


def _iri(term: Any) -> str:
    if not isinstance(term, NamedNode):
        raise VocabularyError(f"{term} is no IRI: the graph has no blank nodes")
    return term.value


def _unfold_selectors(facts: dict[str, _Facts]) -> None:
    spans = [(uri, found) for uri, found in facts.items() if HAS_SELECTOR.value in found]
    for _, found in spans:
        for selector in found.pop(HAS_SELECTOR.value):
            folded = facts.pop(_iri(selector), {})
            kinds = folded.pop(RDF_TYPE.value, [])
            if set(kinds) - set(SELECTOR_TYPES):
                raise VocabularyError(f"{selector} is no text selector")
            found.update(folded)


def _edges(uri: str, found: _Facts) -> Iterator[Edge]:
    for predicate in [p for p in found if p in _RELATION]:
        for term in set(found.pop(predicate)):
            yield _edge(uri, _RELATION[predicate], _iri(term))


def _edge(subject: str, relation: RelationType, target: str) -> Edge:
    source, end = (target, subject) if relation.inverse else (subject, target)
    return Edge(source=source, type=relation.type, target=end)


def _node(uri: str, found: _Facts) -> Node:
    classes = [_iri(term) for term in found.pop(RDF_TYPE.value, [])]
    unknown = [c for c in classes if c not in _LABEL]
    if unknown or not classes:
        raise VocabularyError(f"{uri}: unknown class {unknown!r}")
    labels = tuple(sorted(_LABEL[c] for c in classes))
    by_predicate = _fields(labels)
    stray = [p for p in found if p not in by_predicate]
    if stray:
        raise VocabularyError(f"{uri}: {'/'.join(labels)} has no {stray!r}")
    properties = {
        by_predicate[p].name: _value(uri, by_predicate[p], terms) for p, terms in found.items()
    }
    return Node(uri=uri, labels=labels, properties=properties)


@cache
def _fields(labels: tuple[str, ...]) -> dict[str, Property]:
    return {expand(p.predicate): p for p in properties_of(labels).values()}


def _value(uri: str, prop: Property, terms: list[Any]) -> Any:
    values = sorted({_parse(uri, prop, term) for term in terms})
    if prop.fold is Fold.UNION:
        return tuple(values)
    if len(values) > 1:
        raise VocabularyError(f"{uri}: two values of {prop.name}: {values!r}")
    return values[0]


def _parse(uri: str, prop: Property, term: Any) -> Any:
    expected = expand("rdf:langString") if prop.language else expand(prop.datatype.value)
    if not isinstance(term, Literal) or term.datatype.value != expected:
        raise VocabularyError(f"{uri}: {prop.name}: {term} is no {expected}")
    return _PARSE[prop.datatype](term.value)
