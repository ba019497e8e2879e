"""The SPARQL protocol on a real replica: ways to ask, formats, limits, refusals."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
import rdflib
from fastapi.testclient import TestClient

from schema import ids
from tests.api.conftest import MAX_ROWS, TIMEOUT
from tests.query.corpus import ANNA

ROWS = """PREFIX pk: <https://w3id.org/policykg/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?who WHERE { ?s a pk:Statement ; prov:wasAttributedTo/schema:name ?who }
ORDER BY ?who LIMIT 2"""
ASK = 'ASK { ?s ?p "Anna Nowak" }'
GRAPH = f"DESCRIBE <{ids.person_uri(ANNA)}>"
MANY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


def ask(client: TestClient, query: str, accept: str | None = None) -> httpx2.Response:
    """A query by GET."""
    headers = {"Accept": accept} if accept else {}
    return client.get("/sparql", params={"query": query}, headers=headers)


def test_three_ways_to_ask(client: TestClient) -> None:
    got = ask(client, ROWS)
    form = client.post("/sparql", data={"query": ROWS})
    direct = client.post(
        "/sparql", content=ROWS, headers={"Content-Type": QUERY + "; charset=UTF-8"}
    )
    assert got.status_code == 200
    assert got.json()["head"]["vars"] == ["who"]
    assert got.json() == form.json() == direct.json()
    assert got.json()["results"]["bindings"][0]["who"]["value"] == ANNA


def names_in(answer: httpx2.Response) -> list[str]:
    """The values of the one column, read in the way of each format."""
    kind = answer.headers["content-type"].partition(";")[0]
    if kind.endswith("json"):
        return [b["who"]["value"] for b in answer.json()["results"]["bindings"]]
    if kind.endswith("xml"):
        return re.findall("<literal>(.*?)</literal>", answer.text)
    lines = answer.text.splitlines()[1:]
    return lines if kind == "text/csv" else [json.loads(x) for x in lines]


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_rows_in_four_formats(client: TestClient, accept: str) -> None:
    answer = ask(client, ROWS, accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert answer.headers["vary"] == "Accept"
    assert names_in(answer) == [ANNA, "Bo Lindgren"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's
@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_graphs_in_four_formats(client: TestClient, accept: str, form: str) -> None:
    answer = ask(client, GRAPH, accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    graph = rdflib.Graph().parse(data=answer.text, format=form)
    assert rdflib.Literal(ANNA) in set(graph.objects())


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/pdf, text/csv;q=0.1", "text/csv"),
    ],
)
def test_the_most_wanted_format_is_given(
    client: TestClient, accept: str | None, media_type: str
) -> None:
    assert ask(client, ROWS, accept).headers["content-type"].startswith(media_type)


def test_a_yes_or_no_question(client: TestClient) -> None:
    assert ask(client, ASK).json()["boolean"] is True
    assert "true" in ask(client, ASK, "application/sparql-results+xml").text


def test_a_browser_gets_the_page(client: TestClient) -> None:
    accept = "text/html,application/xhtml+xml,*/*;q=0.8"
    answer = client.get("/sparql", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith("text/html")
    assert "<textarea" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_rows_beyond_the_limit_are_left_out_and_it_says_so(client: TestClient) -> None:
    answer = ask(client, MANY)
    assert len(answer.json()["results"]["bindings"]) == MAX_ROWS
    assert answer.headers["x-row-limit"] == str(MAX_ROWS)
    assert "x-row-limit" not in ask(client, ROWS).headers


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("SELECT", 400, "not a SPARQL"),
        (" ", 400, "0 queries"),
        ("SELECT * WHERE { ?s ?p ?o", 400, "not a SPARQL"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 403, "updates"),
        ("DROP ALL", 403, "updates"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("LOAD <http://127.0.0.1:9/>", 403, "updates"),
    ],
)
def test_refusals(client: TestClient, query: str, status: int, word: str) -> None:
    for answer in (ask(client, query), client.post("/sparql", data={"query": query})):
        assert answer.status_code == status
        assert word in answer.json()["detail"]


def test_the_word_service_in_a_text_is_no_service(client: TestClient) -> None:
    answer = ask(client, 'ASK { FILTER(CONTAINS("a public SERVICE <x> {", "SERVICE")) }')
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        (FORM, b"update=DROP+ALL", 403),
        ("application/sparql-update", b"DROP ALL", 403),
        (FORM, b"q=1", 400),
        (FORM, b"query=ASK%7B%7D&query=ASK%7B%7D", 400),
        (FORM, b"query=ASK%7B%7D&default-graph-uri=a:a", 400),
        (FORM, b"query=%FF", 400),
        (QUERY, b"ASK {} # \xff", 400),
        ("application/json", b"{}", 415),
        ("", b"ASK {}", 415),
        (QUERY, b"#" * (2**20 + 1), 413),
    ],
)
def test_what_cannot_be_posted(
    client: TestClient, content_type: str, body: bytes, status: int
) -> None:
    answer = client.post("/sparql", content=body, headers={"Content-Type": content_type})
    assert answer.status_code == status
    assert list(answer.json()) == ["detail"]


def test_parameters_that_would_be_ignored_are_refused(client: TestClient) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = client.get("/sparql", params={"query": ASK, name: "a:a"})
        assert answer.status_code == 400
        assert "FROM" in answer.json()["detail"]
    assert client.get("/sparql").status_code == 400


def test_a_query_may_name_its_graphs(client: TestClient) -> None:
    document = ids.document_uri(url="https://news.example/interview", source="interview")
    count, where = "SELECT (COUNT(*) AS ?n)", "WHERE { ?s ?p ?o }"
    [one] = ask(client, f"{count} FROM <{document}> {where}").json()["results"]["bindings"]
    [everything] = ask(client, f"{count} {where}").json()["results"]["bindings"]
    assert 0 < int(one["n"]["value"]) < int(everything["n"]["value"])


def test_a_runaway_query_is_ended_and_blocks_nobody(client: TestClient) -> None:
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, client, ENDLESS)
        while not asked.done():
            assert client.get("/healthz").status_code == 200
    assert asked.result().status_code == 504
    # Ended by the time it computed or, on a busy machine, by the time it was waited for.
    assert re.search(f"{TIMEOUT:g} s|{2 * TIMEOUT:g} s after", asked.result().json()["detail"])
    assert ask(client, ASK).json()["boolean"] is True
