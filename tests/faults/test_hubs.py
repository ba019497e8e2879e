"""What is around a node costs bounded work, however many edges a hub near it has."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.protocols import Store, Subgraph
from kg.stores.memory import open_store as open_memory
from kg.stores.sqlite import open_store as open_sqlite
from kg.stores.sqlite_reading import SqliteReading
from schema import ids
from tests.contracts.places import KINDS, make_place
from tests.contracts.store_cases import put
from tests.stores.graphs import Said, batch

SPEAKER = "Ana Novak"
TALK = [Said(f"this is remark {n}", SPEAKER, ("chips",), quote=True) for n in range(12)]
CHIPS = ids.topic_uri("chips")
REMARK = ids.quotation_uri(SPEAKER, TALK[0].text)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store of each kind with a dozen remarks of one speaker on one topic."""
    opened = make_place(request.param, request, tmp_path).fresh()
    put(opened, batch("a", TALK[:6]), batch("b", TALK[6:]))
    yield opened
    opened.close()


def around(store: Store, uri: str, depth: int, limit: int = 200) -> Subgraph:
    found = store.view().neighbours(uri, depth=depth, limit=limit)
    assert found is not None
    return found


def uris(graph: Subgraph) -> set[str]:
    return {n.uri for n in graph.nodes}


def test_a_hub_is_shown_and_not_walked_through(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = around(store, REMARK, 3)
    assert not everything.truncated
    assert len([u for u in uris(everything) if "/statement/" in u]) == 12
    monkeypatch.setattr("kg.stores.around.HUB", 8)
    bounded = around(store, REMARK, 2)
    assert bounded.truncated
    assert [u for u in uris(bounded) if "/statement/" in u] == [REMARK]
    assert {CHIPS, ids.person_uri(SPEAKER)} <= uris(bounded)
    # No edge among the nodes shown is lost, be its ends hubs or not.
    assert set(bounded.edges) == {
        e for e in everything.edges if {e.source, e.target} <= uris(bounded)
    }
    # Where the walk begins, a hub is walked through.
    assert len([u for u in uris(around(store, CHIPS, 1)) if "/statement/" in u]) == 12


def test_stores_give_the_same_of_a_bounded_walk(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = open_memory("memory://")
    put(reference, batch("a", TALK[:6]), batch("b", TALK[6:]))
    monkeypatch.setattr("kg.stores.around.HUB", 8)
    for most in (14, 30, 20_000):
        monkeypatch.setattr("kg.stores.around.EDGES", most)
        for uri in (REMARK, ids.person_uri(SPEAKER)):
            for limit in (1, 5, 200):
                assert around(store, uri, 3, limit) == around(reference, uri, 3, limit)
    reference.close()


def test_an_answer_says_when_it_was_cut(store: Store) -> None:
    whole = around(store, REMARK, 1)
    size = len(whole.nodes)
    assert not whole.truncated
    assert not around(store, REMARK, 1, size).truncated
    assert around(store, REMARK, 1, size - 1).truncated


def test_edges_among_nodes_are_found_without_looking_up_every_pair(tmp_path: Path) -> None:
    """Counted in steps of SQLite's machine, which no other load on the computer changes."""
    file = tmp_path / "graph.db"
    store = open_sqlite(f"sqlite:///{file}")
    said = [Said(f"this is remark number {n}!", SPEAKER, ("chips",)) for n in range(240)]
    put(store, batch("a", said))
    statements = sorted(u for u in uris(around(store, CHIPS, 1, 1000)) if "/statement/" in u)
    store.close()

    def steps(count: int) -> int:
        taken: list[int] = []
        connection = sqlite3.connect(file)
        connection.set_progress_handler(lambda: taken.append(1), 100)
        edges = SqliteReading(connection).among([CHIPS, *statements[:count]], hubs=[])
        connection.close()
        assert len(edges) == count
        return len(taken)

    assert steps(240) < 6 * steps(60)
