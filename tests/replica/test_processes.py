"""The processes of SPARQL: one keeps the copy, few answer, and none outlives the service."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.child import ChildEnded
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import sqlite
from schema.errors import QueryRefused, QueryTimeout, StoreError
from tests.replica.served import (
    COUNT,
    ROOT,
    RUNAWAY,
    asking,
    counted,
    expected,
    fill,
    is_running,
    running,
    wait_until,
)


def keeper_id(service: SparqlService) -> int:
    keeper = service._replica._keeper
    assert keeper is not None
    assert keeper.pid is not None
    return keeper.pid


@pytest.mark.parametrize("text", ["DROP ALL", "SELECT * { SERVICE <http://a.example/> {} }", "Hm?"])
def test_a_refusal_comes_back_and_the_process_lives_on(service: SparqlService, text: str) -> None:
    counted(service)
    [before] = [child.pid for child in service._quick._idle]
    with pytest.raises(QueryRefused):
        service.query(text)
    assert [child.pid for child in service._quick._idle] == [before]


def test_a_runaway_query_is_ended_and_the_next_one_answered(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=0.5, max_rows=10)
    with pytest.raises(QueryTimeout, match=r"0\.5 s|1 s after"):
        service.query(RUNAWAY)
    assert not running(service._long)
    assert counted(service) == expected(store)
    service.close()


def test_a_quick_query_does_not_wait_for_long_ones(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=600, max_rows=10)
    with asking(service) as threads:
        slow = [threads.submit(service.query, RUNAWAY) for _ in range(8)]
        wait_until(lambda: len(running(service._long)) == 2)
        wait_until(lambda: not running(service._quick))
        assert counted(service) == expected(store)
        assert not any(s.done() for s in slow)
        service.close()
        assert all(isinstance(s.exception(), StoreError) for s in slow)


def test_a_query_whose_process_is_killed_is_not_tried_again(
    store: Store, service: SparqlService
) -> None:
    """It would only kill the next one: a query of its size is what such a process dies of."""
    with asking(service) as threads:
        doomed, other = (threads.submit(service.query, RUNAWAY) for _ in range(2))
        wait_until(lambda: len(running(service._long)) == 2)
        os.kill(running(service._long)[0], signal.SIGKILL)
        wait_until(lambda: doomed.done() or other.done())
        killed, left = (doomed, other) if doomed.done() else (other, doomed)
        assert isinstance(killed.exception(), ChildEnded)
        assert len(running(service._long)) == 1
        assert not left.done()
        service.close()


def test_a_killed_keeper_is_started_again(store: Store, service: SparqlService) -> None:
    assert counted(service) == expected(store)
    os.kill(keeper_id(service), signal.SIGKILL)
    assert counted(service) == expected(store)


def test_two_services_on_one_folder_both_answer_and_keep_their_copies(
    store: Store, tmp_path: Path
) -> None:
    for _ in range(2):
        one, two = (SparqlService(store.view, tmp_path, timeout=30, max_rows=10) for _ in range(2))
        assert counted(one) == counted(two) == expected(store)
        one.close()
        two.close()
        assert sorted(x.name for x in tmp_path.iterdir()) == ["1", "2"]


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    service = SparqlService(store.view, tmp_path / "file", timeout=30, max_rows=10)
    with pytest.raises(StoreError, match="file: no replica can be kept here"):
        service.query(COUNT)
    service.close()


def test_a_killed_parent_leaves_no_process_and_no_lock(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'graph.db'}"
    store = fill(sqlite.open_store(url, Settings()))
    code = f"""
import os, signal, sys, threading
from pathlib import Path
from kg.replica.sparql import SparqlService
from kg.settings import Settings
from kg.stores import sqlite
from tests.replica.served import RUNAWAY, running, wait_until
if __name__ == "__main__":
    store = sqlite.open_store({url!r}, Settings())
    service = SparqlService(store.view, Path({str(tmp_path / "r")!r}), timeout=600, max_rows=10)
    threading.Thread(target=lambda: service.query(RUNAWAY), daemon=True).start()
    wait_until(lambda: running(service._long))
    print(service._replica._keeper.pid, *running(service._long), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    script = tmp_path / "killed.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    # Whoever reads the parent's output is not kept waiting either: `run` came back.
    assert done.returncode < 0, done.stderr
    for pid in map(int, done.stdout.split()):
        wait_until(lambda pid=pid: not is_running(pid))  # type: ignore[misc]
    service = SparqlService(store.view, tmp_path / "r", timeout=30, max_rows=10)
    assert counted(service) == expected(store)
    assert [x.name for x in (tmp_path / "r").iterdir()] == ["1"]
    service.close()
    store.close()


def test_closing_ends_the_processes_and_deletes_the_snapshots(store: Store, tmp_path: Path) -> None:
    service = SparqlService(store.view, tmp_path, timeout=30, max_rows=10)
    counted(service)
    pids = [keeper_id(service), *(child.pid or 0 for child in service._quick._idle)]
    service.close()
    for pid in pids:
        wait_until(lambda pid=pid: not is_running(pid))  # type: ignore[misc]
    assert list((tmp_path / "1" / "snapshots").iterdir()) == []


def test_a_snapshot_is_deleted_when_its_last_reader_is_done(
    store: Store, service: SparqlService, tmp_path: Path
) -> None:
    place = tmp_path / "replica" / "1" / "snapshots"
    with service._replica.snapshot() as first:
        with store.writer() as writer:
            writer.flush()
        store.set_topics([], [])
        with service._replica.snapshot() as second:
            assert first != second
            assert set(place.iterdir()) == {first, second}
    assert set(place.iterdir()) == {second}
