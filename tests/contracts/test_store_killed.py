"""The contract of stores: whatever a killed writer leaves, each document is old or new."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.protocols import Outcome, Store
from schema.graph import DocumentGraph
from tests.contracts.killed_writer import DOCUMENTS, version
from tests.contracts.places import LASTING, Place
from tests.contracts.store_cases import assert_whole, loaded, put
from tests.require import ROOT
from tests.stores.states import live

FIRST = [version(name, 1) for name in DOCUMENTS]
pytestmark = pytest.mark.parametrize("place", LASTING, indirect=True)


@contextmanager
def writing(place: Place, how: str, first: int) -> Iterator["subprocess.Popen[str]"]:
    password = place.settings.neo4j_password
    login = {"NEO4J_PASSWORD": password.get_secret_value()} if password else {}
    environment = {**os.environ, **login, "NEO4J_USERNAME": place.settings.neo4j_username}
    command = [sys.executable, "-m", "tests.contracts.killed_writer"]
    with subprocess.Popen(
        [*command, how, place.kind, place.url, str(first)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    found = process.stdout.readline().strip()
    assert found, "the writer ended by itself"
    return found


def stored(store: Store) -> list[DocumentGraph]:
    """The batches that should be there, by the digests that are."""
    with store.writer() as writer:
        known = [writer.known(graph.document) for graph in FIRST]
    found = []
    for name, held in zip(DOCUMENTS, known, strict=True):
        assert held is not None
        candidates = (version(name, number) for number in range(1, 1000))
        found.append(next(graph for graph in candidates if graph.sha256 == held.sha256))
    return found


def test_a_writer_killed_at_any_time_leaves_whole_documents(place: Place) -> None:
    store = place.fresh()
    put(store, *FIRST)
    store.close()
    for number, commits, seconds in ((100, 4, 0.0), (200, 5, 0.011), (300, 6, 0.023)):
        with writing(place, "loop", number) as process:
            for _ in range(commits):
                line(process)
            time.sleep(seconds)
        store = place.open()
        assert live(store.view()) == loaded(*stored(store))
        assert_whole(store)
        store.close()


def test_a_writer_killed_before_its_commit_changes_nothing(place: Place) -> None:
    store = place.fresh()
    put(store, *FIRST)
    before = list(store.view().changes(0))
    with writing(place, "hold", 2) as process:
        assert line(process) == "written"
        assert list(store.view().changes(0)) == before  # readers do not wait for it
    assert list(store.view().changes(0)) == before
    second = [version(name, 2) for name in DOCUMENTS]
    assert put(store, *second, day=1) == [Outcome.REPLACED] * 3  # nor is its lock left behind
    assert live(store.view()) == loaded(*second)
    assert_whole(store)
    store.close()
