"""SPARQL over a real store: follows it and answers as the store itself does."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from pyoxigraph import Store as Oxigraph

from kg.protocols import Store
from kg.rdf import change_quads
from kg.replica.sparql import SparqlService
from kg.stores import memory
from schema.errors import QuestionError
from tests.replica.served import (
    COUNT,
    QUOTE,
    counted,
    expected,
)
from tests.stores.graphs import START, Said, batch, run


def test_the_default_graph_holds_each_triple_once(store: Store, service: SparqlService) -> None:
    assert counted(service) == expected(store) > 100
    quads = {q for change in store.view().changes(0) for q in change_quads(change)}
    text = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert counted(service, text) == len(quads) > expected(store)


def test_the_next_query_knows_what_was_written(store: Store, service: SparqlService) -> None:
    assert counted(service) == expected(store)
    with store.writer() as writer:
        writer.replace(batch("one", [QUOTE, Said("Chips abound")], version=2), run=run(1))
        writer.replace(batch("three", [Said("Something else", speaker="Bo Lin")]), run=run(1))
        writer.remove(batch("two").document, at=START + timedelta(days=3))
    assert counted(service) == expected(store)
    text = 'PREFIX s: <https://schema.org/> ASK { ?x s:text "Chips abound" }'
    assert b"true" in service.query(text).body


def test_a_new_service_goes_on_with_the_old_replica(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        service = SparqlService(store.view, tmp_path, timeout=30, max_rows=10)
        assert counted(service) == expected(store)
        service.close()
    data = Oxigraph(str(tmp_path / "1" / "data"))
    named = {q for change in store.view().changes(0) for q in change_quads(change)}
    assert {quad for quad in data if quad in named} == named


def test_a_first_load_in_many_parts(
    store: Store, service: SparqlService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.replica.following.PART", 1)
    assert counted(service) == expected(store)


def test_a_store_made_again_is_noticed(tmp_path: Path) -> None:
    numbers = []
    for name in ("one", "another"):
        store = memory.open_store("memory://")
        with store.writer() as writer:
            writer.replace(batch(name, [Said(f"The words of {name}")]), run=run())
        service = SparqlService(store.view, tmp_path, timeout=30, max_rows=10)
        numbers.append((counted(service), expected(store)))
        rows = service.query("SELECT DISTINCT ?t { ?s <https://schema.org/text> ?t }").body
        assert f"The words of {name}".encode() in rows
        service.close()
        store.close()
    assert all(found == wanted for found, wanted in numbers)


@pytest.mark.parametrize(
    ("question", "parameters"),
    [("who_said_what", {}), ("who_said_what", {"topic": "safety"})],
)
def test_a_question_has_the_answer_of_the_store(
    store: Store, service: SparqlService, question: str, parameters: dict[str, str]
) -> None:
    rows = service.ask(question, parameters, limit=100)
    assert rows == store.view().ask(question, parameters, limit=100)
    assert rows
    assert service.ask(question, parameters, limit=1) == rows[:1]
    assert service.ask(question, parameters, limit=100, skip=1) == rows[1:]


def test_a_question_that_is_not_there(service: SparqlService) -> None:
    with pytest.raises(QuestionError, match="nobody_said_nothing"):
        service.ask("nobody_said_nothing", {}, limit=1)


def test_rows_beyond_the_limit_are_left_out_and_it_says_so(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=30, max_rows=5)
    result = service.query("SELECT * { ?s ?p ?o }", accept="application/json")
    assert len(json.loads(result.body)["results"]["bindings"]) == 5
    assert result.truncated
    assert result.media_type == "application/sparql-results+json"
    assert not service.query(COUNT).truncated
    service.close()


def test_queries_while_the_store_is_written(store: Store, service: SparqlService) -> None:
    stop = threading.Event()

    def write() -> None:
        for number in range(12):
            with store.writer() as writer:
                said = [QUOTE, Said(f"Words number {number}", speaker="Bo Lin")]
                writer.replace(batch(f"d{number}", said), run=run(1))
        stop.set()

    # Each document holds its statements and their passages together, or is not there.
    text = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX pk: <https://w3id.org/policykg/ns#>
      ASK { ?s a pk:Statement FILTER NOT EXISTS { ?s oa:hasTarget/oa:hasSelector/oa:exact ?e } }"""
    with ThreadPoolExecutor(3) as threads:
        writing = threads.submit(write)
        asked = 0
        while not stop.is_set() or asked < 4:
            answers = list(threads.map(service.query, [text, text]))
            assert all(b"false" in a.body for a in answers)
            asked += 1
        writing.result()
    assert counted(service) == expected(store)
