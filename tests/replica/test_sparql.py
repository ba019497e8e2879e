"""SPARQL over a real store: follows it, keeps its limits, and answers as the store itself does."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from pyoxigraph import Store as Oxigraph

from kg.protocols import Store
from kg.rdf import change_quads
from kg.replica.process import WorkerDied
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import memory, sqlite
from schema.errors import QueryRefused, QueryTimeout, QuestionError
from tests.stores.graphs import START, Said, batch, run, topic_nodes

ROOT = Path(__file__).parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
# Some hundred triples to the power of five: years.
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
QUOTE = Said(
    "We will test every large model before release",
    speaker="Ada Marlow",
    supports=("safety",),
    quote=True,
    office=("director", "Agency"),
)


def _fill(store: Store) -> Store:
    store.set_topics(*topic_nodes())
    with store.writer() as writer:
        writer.replace(
            batch("one", [QUOTE, Said("Chips are scarce", topics=("chips",))]), run=run()
        )
        writer.replace(batch("two", [QUOTE], outlet="The Other Gazette"), run=run())
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    """A store of two documents that share a quotation."""
    opened = _fill(memory.open_store("memory://"))
    yield opened
    opened.close()


@pytest.fixture
def service(store: Store, tmp_path: Path) -> Iterator[SparqlService]:
    """SPARQL on that store."""
    opened = SparqlService(store.view, tmp_path / "replica", timeout=30, max_rows=1000)
    yield opened
    opened.close()


def _hasty(store: Store, folder: Path) -> SparqlService:
    return SparqlService(store.view, folder, timeout=1.5, max_rows=1000)


def _number(service: SparqlService, text: str = COUNT) -> int:
    rows = json.loads(service.query(text, format="json").body)["results"]["bindings"]
    return int(rows[0]["n"]["value"])


def _expected(store: Store) -> int:
    """The number of distinct triples of all named graphs."""
    return len({q.triple for change in store.view().changes(0) for q in change_quads(change)})


def _pid(service: SparqlService) -> int:
    pid = service._replica.worker().pid
    assert pid is not None
    return pid


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_default_graph_holds_each_triple_once(store: Store, service: SparqlService) -> None:
    assert _number(service) == _expected(store) > 100
    quads = {q for change in store.view().changes(0) for q in change_quads(change)}
    text = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert _number(service, text) == len(quads) > _expected(store)


def test_the_next_query_knows_what_was_written(store: Store, service: SparqlService) -> None:
    assert _number(service) == _expected(store)
    with store.writer() as writer:
        writer.replace(batch("one", [QUOTE, Said("Chips abound")], version=2), run=run(1))
        writer.replace(batch("three", [Said("Something else", speaker="Bo Lin")]), run=run(1))
        writer.remove(batch("two").document, at=START + timedelta(days=3))
    assert _number(service) == _expected(store)
    text = 'PREFIX s: <https://schema.org/> ASK { ?x s:text "Chips abound" }'
    assert b"true" in service.query(text).body


def test_a_new_service_goes_on_with_the_old_replica(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        service = SparqlService(store.view, tmp_path, timeout=30, max_rows=10)
        assert _number(service) == _expected(store)
        service.close()
    data = Oxigraph(str(tmp_path / "data"))
    named = {q for change in store.view().changes(0) for q in change_quads(change)}
    assert {quad for quad in data if quad in named} == named


def test_a_first_load_in_many_parts(
    store: Store, service: SparqlService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.replica.following.PART", 1)
    assert _number(service) == _expected(store)


def test_a_store_made_again_is_noticed(tmp_path: Path) -> None:
    numbers = []
    for name in ("one", "another"):
        store = memory.open_store("memory://")
        with store.writer() as writer:
            writer.replace(batch(name, [Said(f"The words of {name}")]), run=run())
        service = SparqlService(store.view, tmp_path, timeout=30, max_rows=10)
        numbers.append((_number(service), _expected(store)))
        rows = service.query("SELECT DISTINCT ?t { ?s <https://schema.org/text> ?t }").body
        assert f"The words of {name}".encode() in rows
        service.close()
        store.close()
    assert all(found == expected for found, expected in numbers)


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


@pytest.mark.parametrize("text", ["DROP ALL", "SELECT * { SERVICE <http://a.example/> {} }", "Hm?"])
def test_a_refusal_comes_back_and_the_worker_lives_on(service: SparqlService, text: str) -> None:
    before = _pid(service)
    with pytest.raises(QueryRefused):
        service.query(text)
    assert _pid(service) == before


def test_a_runaway_query_is_killed_and_the_next_one_answered(store: Store, tmp_path: Path) -> None:
    service = _hasty(store, tmp_path)
    pid = _pid(service)
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"1\.5 s"):
        service.query(RUNAWAY)
    assert 1.4 < time.monotonic() - started < 10
    assert not _is_running(pid)
    assert _number(service) == _expected(store)
    assert _pid(service) != pid
    service.close()


def test_a_quick_query_does_not_wait_for_a_slow_one(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=3, max_rows=10)
    service.sync()
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(service.query, RUNAWAY)
        time.sleep(0.3)
        assert threads.submit(_number, service).result(timeout=5) == _expected(store)
        assert not slow.done()
        with pytest.raises(QueryTimeout):
            slow.result()
    service.close()


def test_a_query_whose_worker_is_killed_runs_again(store: Store, service: SparqlService) -> None:
    """Another thread's query may run too long at any time, and takes the worker with it."""
    triples = _number(service)
    cube = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with ThreadPoolExecutor(1) as threads:
        beside = threads.submit(_number, service, cube)
        time.sleep(0.2)
        assert not beside.done()
        os.kill(_pid(service), signal.SIGKILL)
        assert beside.result() == triples**3


def test_a_query_that_ends_its_worker_each_time_is_an_error(
    store: Store, service: SparqlService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.replica.sparql.ATTEMPTS", 1)
    service.sync()
    with ThreadPoolExecutor(1) as threads:
        doomed = threads.submit(service.query, RUNAWAY)
        time.sleep(0.2)
        os.kill(_pid(service), signal.SIGKILL)
        with pytest.raises(WorkerDied):
            doomed.result()


def test_two_services_on_one_folder_both_answer(
    store: Store, service: SparqlService, tmp_path: Path
) -> None:
    """The second cannot have the folder: it keeps a copy of its own in memory."""
    second = _hasty(store, tmp_path / "replica")
    assert _number(service) == _number(second) == _expected(store)
    with pytest.raises(QueryTimeout):
        second.query(RUNAWAY)
    assert _number(second) == _expected(store)  # in memory: filled anew
    second.close()


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    service = SparqlService(store.view, tmp_path / "file", timeout=30, max_rows=10)
    with pytest.raises(Exception, match="file: no replica can be kept here"):
        service.query(COUNT)
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
    assert _number(service) == _expected(store)


def test_a_killed_parent_leaves_no_worker_and_no_lock(tmp_path: Path) -> None:
    store = _fill(sqlite.open_store(f"sqlite:///{tmp_path / 'graph.db'}", Settings()))
    code = f"""
import os, signal, sys
from pathlib import Path
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import sqlite
if __name__ == "__main__":
    store = sqlite.open_store("sqlite:///{tmp_path / "graph.db"}", Settings())
    service = SparqlService(store.view, Path({str(tmp_path / "r")!r}), timeout=60, max_rows=10)
    print(service._replica.worker().pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    script = tmp_path / "killed.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode < 0, done.stderr
    pid, deadline = int(done.stdout), time.monotonic() + 20
    while _is_running(pid):
        assert time.monotonic() < deadline, "the worker outlived its parent"
        time.sleep(0.1)
    service = SparqlService(store.view, tmp_path / "r", timeout=30, max_rows=10)
    assert not service._replica.worker().temporary
    assert _number(service) == _expected(store)
    service.close()
    store.close()


def test_closing_ends_the_worker(store: Store, tmp_path: Path) -> None:
    service = _hasty(store, tmp_path)
    pid = _pid(service)
    service.close()
    assert not _is_running(pid)
    assert not multiprocessing.active_children()
