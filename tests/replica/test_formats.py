"""kg.replica.answer and formats: limits that cut whole rows, and formats that others read."""

import csv
import io
import json

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Store
from rdflib.query import Result

from kg.replica.answer import Answer, Kind, answer
from kg.replica.formats import GRAPHS, ROWS, choose, render
from kg.replica.guard import check
from schema.errors import QueryRefused, QuerySyntaxError

ODD = "tab\t, line\nbreak, \"quotes\" and 'more', 🤖 \\"


@pytest.fixture(scope="module")
def store() -> Store:
    """Twenty numbers in two graphs, and a text that breaks writers."""
    made = Store()
    for number in range(20):
        graph = NamedNode(f"urn:g{number % 2}")
        made.add(Quad(NamedNode(f"urn:{number}"), NamedNode("urn:is"), Literal(number), graph))
    made.add(Quad(NamedNode("urn:odd"), NamedNode("urn:says"), Literal(ODD), NamedNode("urn:g0")))
    made.extend(Quad(*quad.triple) for quad in list(made))
    return made


def _answer(store: Store, text: str, *, max_rows: int = 100) -> Answer:
    return answer(store, check(text), max_rows=max_rows)


@pytest.mark.parametrize("limit", [0, 1, 19, 20, 21])
def test_rows_are_cut_at_the_limit(store: Store, limit: int) -> None:
    found = _answer(store, "SELECT ?s { ?s <urn:is> ?n }", max_rows=limit)
    rows = json.loads(render(found, QueryResultsFormat.JSON))["results"]["bindings"]
    assert len(rows) == min(limit, 20)
    assert found.truncated is (limit < 20)


@pytest.mark.parametrize("limit", [1, 20])
def test_triples_are_cut_at_the_limit(store: Store, limit: int) -> None:
    found = _answer(store, "CONSTRUCT { ?s <urn:is> ?n } { ?s <urn:is> ?n }", max_rows=limit)
    graph = rdflib.Graph().parse(data=render(found, RdfFormat.TURTLE), format="turtle")
    assert len(graph) == limit
    assert found.truncated is (limit < 20)


def test_a_huge_answer_is_cut_at_a_row(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.replica.answer.MAX_BYTES", 10_000)
    found = _answer(store, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", max_rows=10**9)
    assert found.truncated
    lines = found.body.decode().splitlines(keepends=True)
    assert len(lines) > 2
    assert all(line.endswith("\n") and line.count("\t") == 8 for line in lines)


def test_a_query_that_ends_in_nothing(store: Store) -> None:
    found = _answer(store, "SELECT ?s { ?s <urn:never> ?n }")
    assert json.loads(render(found, ROWS["json"]))["results"]["bindings"] == []
    assert found == (Kind.ROWS, b"?s\n", False)


@pytest.mark.parametrize("name", ROWS)
def test_rdflib_and_csv_read_the_rows(store: Store, name: str) -> None:
    found = _answer(store, "SELECT ?s ?o ?none { ?s <urn:says> ?o OPTIONAL { ?s <urn:x> ?none } }")
    body = render(found, choose(found.kind, name=name, accept=None))
    if name == "csv":
        assert list(csv.DictReader(io.StringIO(body.decode(), newline=""))) == [
            {"s": "urn:odd", "o": ODD, "none": ""}
        ]
        return
    result = Result.parse(io.BytesIO(body), format=name)
    rows = [{str(k): v for k, v in binding.items()} for binding in result.bindings]
    assert rows == [{"s": rdflib.URIRef("urn:odd"), "o": rdflib.Literal(ODD)}]


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("says", [True, False])
def test_a_boolean_in_every_format(store: Store, name: str, says: bool) -> None:
    found = _answer(store, f"ASK {{ <urn:{'odd' if says else 'even'}> <urn:says> ?o }}")
    body = render(found, choose(found.kind, name=name, accept=None)).decode()
    assert ("true" in body) is says
    assert ("false" in body) is not says


# rdflib's own parser calls what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:.*is deprecated, use Dataset:DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "parser"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")],
)
@pytest.mark.parametrize("text", ["CONSTRUCT WHERE { ?s <urn:says> ?o }", "DESCRIBE <urn:odd>"])
def test_rdflib_reads_the_graph(store: Store, name: str, parser: str, text: str) -> None:
    found = _answer(store, text)
    body = render(found, choose(found.kind, name=name, accept=None))
    graph = rdflib.Graph().parse(data=body, format=parser)
    expected = (rdflib.URIRef("urn:odd"), rdflib.URIRef("urn:says"), rdflib.Literal(ODD))
    assert list(graph) == [expected]


@pytest.mark.parametrize(
    ("clause", "count"), [("", 20), ("FROM <urn:g0>", 10), ("FROM <urn:g0> FROM <urn:g1>", 20)]
)
def test_the_default_graph_is_the_store_s_or_what_from_says(
    store: Store, clause: str, count: int
) -> None:
    found = _answer(store, f"SELECT (COUNT(*) AS ?n) {clause} {{ ?s <urn:is> ?o }}")
    assert found.body == f"?n\n{count}\n".encode()


def test_from_named_restricts_graph(store: Store) -> None:
    text = "SELECT DISTINCT ?g FROM NAMED <urn:g1> { GRAPH ?g { ?s ?p ?o } }"
    assert _answer(store, text).body == b"?g\n<urn:g1>\n"


@pytest.mark.parametrize("text", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> 1 }", "CLEAR DEFAULT"])
def test_an_update_is_refused(store: Store, text: str) -> None:
    before = len(store)
    with pytest.raises(QueryRefused, match="updates are refused"):
        _answer(store, text)
    assert len(store) == before


def test_what_no_encoding_holds_is_no_query(store: Store) -> None:
    with pytest.raises(QuerySyntaxError, match="surrogates"):
        _answer(store, "SELECT * { ?s ?p '\ud800' }")


def test_what_is_no_query_is_refused_with_the_place(store: Store) -> None:
    with pytest.raises(QueryRefused, match=r"not a SPARQL 1\.1 query: error at 1:"):
        _answer(store, "SELECT * WHERE")


@pytest.mark.parametrize(
    ("kind", "accept", "expected"),
    [
        (Kind.ROWS, None, ROWS["tsv"]),
        (Kind.ROWS, "*/*", ROWS["json"]),
        (Kind.ROWS, "text/csv", ROWS["csv"]),
        (Kind.ROWS, "application/sparql-results+xml", ROWS["xml"]),
        (Kind.ROWS, "text/csv;q=0.5, application/sparql-results+json", ROWS["json"]),
        (Kind.ROWS, "text/turtle, text/tab-separated-values;q=0.1", ROWS["tsv"]),
        (Kind.ROWS, "image/png", ROWS["json"]),
        (Kind.BOOLEAN, "text/csv;q=0, application/json", ROWS["json"]),
        (Kind.GRAPH, None, GRAPHS["turtle"]),
        (Kind.GRAPH, "application/ld+json", GRAPHS["jsonld"]),
        (Kind.GRAPH, "application/sparql-results+json, application/rdf+xml", GRAPHS["rdfxml"]),
        (Kind.GRAPH, "*/*, application/ld+json;q=0.5", GRAPHS["turtle"]),
        (Kind.GRAPH, "application/n-triples;q=high, text/turtle;q=0.2", GRAPHS["turtle"]),
    ],
)
def test_the_accept_header_is_heard(kind: Kind, accept: str | None, expected: object) -> None:
    assert choose(kind, name=None, accept=accept) == expected


def test_a_name_that_does_not_fit_is_refused() -> None:
    with pytest.raises(QueryRefused, match="turtle"):
        choose(Kind.GRAPH, name="csv", accept=None)
