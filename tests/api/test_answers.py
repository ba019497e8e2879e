"""What the routes answer, on both stores."""

from urllib.parse import quote

import pytest
import rdflib
from fastapi.testclient import TestClient

from schema import ids
from tests.query.corpus import ANNA, BO, QUOTE

INTERVIEW = ids.document_uri(url="https://news.example/interview", source="interview")
QUOTATION = ids.quotation_uri(ANNA, QUOTE)
ANNA_URI = ids.person_uri(ANNA)


def path(kind: str, uri: str) -> str:
    """The path of one thing, by its full URI."""
    return f"/{kind}/{quote(uri, safe='/:')}"


def items(client: TestClient, url: str) -> list[dict[str, object]]:
    """The items of a list."""
    answer = client.get(url)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["items"]
    return found


def test_the_service_lives_and_its_store_answers(both: TestClient) -> None:
    assert both.get("/healthz").json() == {"status": "ok"}
    assert both.get("/readyz").json() == {"status": "ready"}


def test_who_said_what(both: TestClient) -> None:
    rows = items(both, f"/statements?actor={quote(ANNA)}&topic=licensing&to=2025-02-02")
    assert {r["statement_uri"] for r in rows} == {QUOTATION}
    assert {r["outlet"] for r in rows} == {"Herald", "Courier", "Daily Lamp", None}
    assert {(r["who"], r["title"], r["organization"]) for r in rows} == {
        (ANNA, "minister", "Ministry of Machines")
    }


@pytest.mark.parametrize(
    "filters",
    [
        "from=2025-02-09&to=2025-02-10",
        "min_confidence=0.95",
        "topic=no-such-topic",
        "as_of=2020-01-01",
        "actor=Nobody%20Atall",
    ],
)
def test_filters_leave_rows_out(both: TestClient, filters: str) -> None:
    assert len(items(both, f"/statements?{filters}")) < len(items(both, "/statements"))


def test_searching_statements_by_words(both: TestClient) -> None:
    rows = items(both, "/statements?q=model+licence")
    assert {r["statement_uri"] for r in rows} == {QUOTATION}
    assert len(rows) == 4
    assert items(both, "/statements?q=model+licence&actor=Bo+Lindgren") == []
    assert items(both, "/statements?q=zebra") == []


def test_searching_speakers_and_documents(both: TestClient) -> None:
    found = both.get("/search?q=nowak").json()
    assert [n["uri"] for n in found] == [ANNA_URI]
    assert found[0]["labels"] == ["Actor", "Person"]


def test_a_document_has_its_text_and_true_offsets(both: TestClient) -> None:
    listed = {r["document_uri"]: r for r in items(both, "/documents?topic=chips")}
    document = both.get(path("documents", INTERVIEW)).json()
    assert document["outlet"] == "Daily Lamp"
    assert document["text"].startswith("😀 Talk. ")
    assert listed[INTERVIEW]["statements"] == 2
    assert [document["text"][s["start"] : s["end"]] for s in document["statements"]] == [
        s["exact"] for s in document["statements"]
    ]
    assert len(document["statements"]) == 3


def test_speakers_and_topics_are_counted(both: TestClient) -> None:
    assert [r["who"] for r in items(both, "/actors")][:2] == [ANNA, BO]
    topics = {r["notation"]: r for r in items(both, "/topics")}
    assert topics["licensing"]["broader"] == "ai-law"
    assert topics["ai"]["statements"] == 11


def test_a_node_as_json_and_turtle(both: TestClient) -> None:
    short = both.get("/nodes/" + ANNA_URI.removeprefix(ids.BASE)).json()
    assert short == both.get(path("nodes", ANNA_URI)).json()
    assert short["properties"]["name"] == ANNA
    turtle = both.get(path("nodes", ANNA_URI), headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert turtle.text == both.get(path("nodes", ANNA_URI) + "?format=turtle").text
    graph = rdflib.Graph().parse(data=turtle.text, format="turtle")
    said = rdflib.URIRef("http://www.w3.org/ns/prov#wasAttributedTo")
    assert (rdflib.URIRef(QUOTATION), said, rdflib.URIRef(ANNA_URI)) in graph


def test_json_is_answered_where_it_is_liked_better(both: TestClient) -> None:
    accept = {"Accept": "text/turtle;q=0.5, application/json"}
    answer = both.get(path("nodes", ANNA_URI), headers=accept)
    assert answer.headers["content-type"] == "application/json"


def test_the_neighbourhood_is_a_graph(both: TestClient) -> None:
    graph = both.get(path("neighbourhood", QUOTATION)).json()
    uris = {n["uri"] for n in graph["nodes"]}
    assert {QUOTATION, ANNA_URI, ids.topic_uri("licensing")} <= uris
    assert {(e["source"], e["type"], e["target"]) for e in graph["edges"]} >= {
        (ANNA_URI, "SAID", QUOTATION),
        (QUOTATION, "SUPPORTS", ids.topic_uri("licensing")),
    }
    assert all({e["source"], e["target"]} <= uris for e in graph["edges"])
    assert len(both.get(path("neighbourhood", QUOTATION) + "?limit=3").json()["nodes"]) == 3


def test_passages_open_in_their_context(both: TestClient) -> None:
    passages = both.get(path("passages", QUOTATION)).json()
    assert len(passages) == 4
    assert {p["exact"] for p in passages} == {QUOTE}
    herald = ids.document_uri(url="https://news.example/herald", source="herald")
    assert {p["before"] for p in passages if p["document_uri"] == herald} == {"Capital. "}


def test_a_named_question(both: TestClient) -> None:
    conflicts = items(both, "/questions/open_conflicts?topic=licensing")
    assert {(r["pro"], r["contra"]) for r in conflicts} >= {(ANNA, BO)}
    listed = both.get("/questions").json()
    assert [q["number"] for q in listed[:10]] == list(range(1, 11))


@pytest.mark.parametrize("kind", ["nodes", "documents", "neighbourhood", "passages"])
def test_what_is_not_there_is_404(both: TestClient, kind: str) -> None:
    answer = both.get(f"/{kind}/person/nobody-00000000")
    assert answer.status_code == 404
    assert "person/nobody-00000000" in answer.json()["detail"]
