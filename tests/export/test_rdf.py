"""kg.rdf and kg.rdf_read: what the graph says and what RDF says are the same."""

import pytest
from hypothesis import given, settings
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kg.protocols import Change, Subgraph
from kg.rdf import RDF_TYPE, change_quads
from kg.rdf_read import read_graph
from schema import ids
from schema.errors import VocabularyError
from schema.terms import expand
from tests.export.changes import PERSON, QUOTATION, TOPIC, article, edges, node
from tests.export.strategies import changes


def _subgraph(change: Change) -> Subgraph:
    return Subgraph(nodes=change.nodes, edges=change.edges)


def _triple(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(expand(predicate)), value)


@settings(deadline=None)
@given(changes())
def test_nodes_and_edges_come_back_from_rdf(change: Change) -> None:
    assert read_graph(change_quads(change)) == _subgraph(change)


@settings(deadline=None)
@given(changes())
def test_a_store_keeps_our_spelling_of_every_literal(change: Change) -> None:
    quads = set(change_quads(change))
    store = Store()
    store.extend(quads)
    assert set(store) == quads


@settings(deadline=None)
@given(changes())
def test_there_are_no_blank_nodes_and_one_named_graph(change: Change) -> None:
    for quad in change_quads(change):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert quad.graph_name == NamedNode(change.graph)


def test_a_span_keeps_its_offsets_on_its_selector() -> None:
    uri = ids.span_uri(ids.BASE + "document/a/version/b", 3, 9)
    span = node(uri, "Span", start=3, end=9, exact="sixsix")
    graph = NamedNode("urn:g")
    quads = set(change_quads(Change(graph="urn:g", watermark=1, nodes=(span,), edges=())))
    selector = NamedNode(uri.replace("#char=", "#selector="))
    assert quads == {
        Quad(NamedNode(uri), RDF_TYPE, NamedNode(expand("oa:SpecificResource")), graph),
        Quad(NamedNode(uri), NamedNode(expand("oa:hasSelector")), selector, graph),
        Quad(selector, RDF_TYPE, NamedNode(expand("oa:TextPositionSelector")), graph),
        Quad(selector, RDF_TYPE, NamedNode(expand("oa:TextQuoteSelector")), graph),
        Quad(selector, NamedNode(expand("oa:start")), Literal(3), graph),
        Quad(selector, NamedNode(expand("oa:end")), Literal(9), graph),
        Quad(selector, NamedNode(expand("oa:exact")), Literal("sixsix"), graph),
    }


def test_said_is_written_from_the_statement_and_a_stance_stands_beside_about() -> None:
    triples = {quad.triple for quad in change_quads(article("a", watermark=1))}
    assert _triple(QUOTATION, "prov:wasAttributedTo", NamedNode(PERSON)) in triples
    assert _triple(QUOTATION, "pk:supports", NamedNode(TOPIC)) in triples
    assert _triple(QUOTATION, "schema:about", NamedNode(TOPIC)) in triples


def test_second_labels_and_parents_are_types() -> None:
    triples = {quad.triple for quad in change_quads(article("a", watermark=1))}
    for kind in ("schema:Quotation", "pk:Statement"):
        assert _triple(QUOTATION, "rdf:type", NamedNode(expand(kind))) in triples


@pytest.mark.parametrize(
    ("triple", "message"),
    [
        (_triple("urn:a", "rdf:type", NamedNode("urn:Unheard")), "unknown class"),
        (_triple("urn:a", "schema:name", Literal("no type")), "unknown class"),
        (Triple(BlankNode("b"), RDF_TYPE, NamedNode(expand("foaf:Person"))), "blank nodes"),
    ],
)
def test_what_the_vocabulary_does_not_know_is_refused(triple: Triple, message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        read_graph([triple])


def test_a_property_of_another_type_is_refused() -> None:
    person = _triple("urn:a", "rdf:type", NamedNode(expand("foaf:Person")))
    agent = _triple("urn:a", "rdf:type", NamedNode(expand("prov:Agent")))
    with pytest.raises(VocabularyError, match="skos/core#notation"):
        read_graph([person, agent, _triple("urn:a", "skos:notation", Literal("x"))])
    with pytest.raises(VocabularyError, match="name"):
        read_graph([person, agent, _triple("urn:a", "schema:name", Literal(3))])


def test_an_edge_alone_is_read_without_its_ends() -> None:
    change = Change(graph="urn:g", watermark=1, nodes=(), edges=edges((PERSON, "SAID", QUOTATION)))
    assert read_graph(change_quads(change)) == _subgraph(change)
