"""The worker process: killed when it must be, started again, and alone with its folder."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.process import WorkerDied
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import sqlite
from schema.errors import QueryRefused, QueryTimeout
from tests.replica.served import (
    COUNT,
    ROOT,
    RUNAWAY,
    counted,
    expected,
    fill,
    hasty,
    is_running,
    worker_id,
)


@pytest.mark.parametrize("text", ["DROP ALL", "SELECT * { SERVICE <http://a.example/> {} }", "Hm?"])
def test_a_refusal_comes_back_and_the_worker_lives_on(service: SparqlService, text: str) -> None:
    before = worker_id(service)
    with pytest.raises(QueryRefused):
        service.query(text)
    assert worker_id(service) == before


def test_a_runaway_query_is_killed_and_the_next_one_answered(store: Store, tmp_path: Path) -> None:
    service = hasty(store, tmp_path)
    pid = worker_id(service)
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"1\.5 s"):
        service.query(RUNAWAY)
    assert 1.4 < time.monotonic() - started < 10
    assert not is_running(pid)
    assert counted(service) == expected(store)
    assert worker_id(service) != pid
    service.close()


def test_a_quick_query_does_not_wait_for_a_slow_one(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=3, max_rows=10)
    service.sync()
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(service.query, RUNAWAY)
        time.sleep(0.3)
        assert threads.submit(counted, service).result(timeout=5) == expected(store)
        assert not slow.done()
        with pytest.raises(QueryTimeout):
            slow.result()
    service.close()


def test_a_query_whose_worker_is_killed_runs_again(store: Store, service: SparqlService) -> None:
    """Another thread's query may run too long at any time, and takes the worker with it."""
    triples = counted(service)
    cube = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with ThreadPoolExecutor(1) as threads:
        beside = threads.submit(counted, service, cube)
        time.sleep(0.2)
        assert not beside.done()
        os.kill(worker_id(service), signal.SIGKILL)
        assert beside.result() == triples**3


def test_a_query_that_ends_its_worker_each_time_is_an_error(
    store: Store, service: SparqlService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.replica.sparql.ATTEMPTS", 1)
    service.sync()
    with ThreadPoolExecutor(1) as threads:
        doomed = threads.submit(service.query, RUNAWAY)
        time.sleep(0.2)
        os.kill(worker_id(service), signal.SIGKILL)
        with pytest.raises(WorkerDied):
            doomed.result()


def test_two_services_on_one_folder_both_answer(
    store: Store, service: SparqlService, tmp_path: Path
) -> None:
    """The second cannot have the folder: it keeps a copy of its own in memory."""
    second = hasty(store, tmp_path / "replica")
    assert counted(service) == counted(second) == expected(store)
    with pytest.raises(QueryTimeout):
        second.query(RUNAWAY)
    assert counted(second) == expected(store)  # in memory: filled anew
    second.close()


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    service = SparqlService(store.view, tmp_path / "file", timeout=30, max_rows=10)
    with pytest.raises(Exception, match="file: no replica can be kept here"):
        service.query(COUNT)
    service.close()


def test_a_killed_parent_leaves_no_worker_and_no_lock(tmp_path: Path) -> None:
    store = fill(sqlite.open_store(f"sqlite:///{tmp_path / 'graph.db'}", Settings()))
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
    while is_running(pid):
        assert time.monotonic() < deadline, "the worker outlived its parent"
        time.sleep(0.1)
    service = SparqlService(store.view, tmp_path / "r", timeout=30, max_rows=10)
    assert not service._replica.worker().temporary
    assert counted(service) == expected(store)
    service.close()
    store.close()


def test_closing_ends_the_worker(store: Store, tmp_path: Path) -> None:
    service = hasty(store, tmp_path)
    pid = worker_id(service)
    service.close()
    assert not is_running(pid)
    assert not multiprocessing.active_children()
