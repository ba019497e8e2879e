"""kg.replica.replica: follows changes, survives restarts, and is never a second truth."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.protocols import Change
from kg.rdf import change_quads
from kg.replica.replica import POSITION, Locked, Position, Replica
from schema.errors import StoreError
from tests.export.changes import ODD, article, history, sample, topics
from tests.export.strategies import changes

ROOT = Path(__file__).parents[2]


def _quads(found: list[Change]) -> set[Quad]:
    """What a replica holds after these changes: the last one of each graph, and their union."""
    last = {change.graph: change for change in found}
    named = {quad for change in last.values() for quad in change_quads(change)}
    return named | {Quad(*quad.triple) for quad in named}


def _held(replica: Replica) -> set[Quad]:
    """What it holds but for its position."""
    return {quad for quad in replica.store if quad.graph_name != POSITION}


def _filled(folder: Path | None, found: list[Change]) -> Replica:
    replica = Replica.open(folder)
    replica.start_over("store 1")
    replica.load(found)
    return replica


@st.composite
def _histories(draw: st.DrawFn) -> list[list[Change]]:
    """Parts of changes of three graphs, which come again and again, also empty."""
    found = draw(st.lists(changes(), min_size=1, max_size=6))
    named = [
        change.model_copy(
            update={"graph": f"urn:graph:{draw(st.integers(0, 2))}", "watermark": number}
        )
        for number, change in enumerate(found, start=1)
    ]
    cut = draw(st.integers(0, len(named)))
    return [part for part in (named[:cut], named[cut:]) if part]


@settings(deadline=None)
@given(_histories(), st.integers(0, 2))
def test_following_gives_the_last_state_of_each_graph(
    parts: list[list[Change]], first: int
) -> None:
    replica = Replica.open(None)
    replica.start_over("store 1")
    for number, part in enumerate(parts):
        (replica.load if number < first else replica.apply)(part)
    flat = [change for part in parts for change in part]
    assert _held(replica) == _quads(flat)
    assert replica.position == Position(identity="store 1", watermark=flat[-1].watermark)


@pytest.mark.parametrize("method", ["load", "apply"])
def test_odd_characters_arrive_as_they_are(method: str) -> None:
    everything = [*sample(), history(watermark=4)]
    replica = Replica.open(None)
    replica.start_over("store 1")
    getattr(replica, method)(everything)
    assert _held(replica) == _quads(everything)
    assert any(getattr(quad.object, "value", "") == ODD for quad in replica.store)


def test_a_restart_goes_on_where_it_was(tmp_path: Path) -> None:
    _filled(tmp_path, sample())
    again = Replica.open(tmp_path)
    assert again.position == Position(identity="store 1", watermark=3)
    assert _held(again) == _quads(sample())


def test_an_empty_change_drops_the_graph(tmp_path: Path) -> None:
    replica = _filled(tmp_path, sample())
    gone = sample()[1].model_copy(update={"watermark": 4, "nodes": (), "edges": ()})
    replica.apply([gone])
    assert _held(replica) == _quads([*sample(), gone])
    assert not replica.store.contains_named_graph(NamedNode(gone.graph))


@pytest.mark.parametrize("method", ["load", "apply"])
def test_a_part_that_comes_again_after_a_crash_changes_nothing(tmp_path: Path, method: str) -> None:
    replica = _filled(tmp_path, sample())
    getattr(replica, method)(sample()[1:])
    assert _held(replica) == _quads(sample())


def test_a_position_is_written_with_what_it_speaks_of(tmp_path: Path) -> None:
    _filled(tmp_path, sample()[:1]).apply(sample()[1:])
    again = Replica.open(tmp_path)
    assert again.position == Position(identity="store 1", watermark=3)
    assert [x.name for x in tmp_path.iterdir()] == ["data"]


def test_without_a_position_it_starts_over(tmp_path: Path) -> None:
    replica = _filled(tmp_path, [article("lost", watermark=1)])
    replica.store.remove_graph(POSITION)
    del replica
    again = Replica.open(tmp_path)
    assert again.position is None
    with pytest.raises(StoreError, match="starts over"):
        again.apply(sample())
    again.start_over("store 1")
    again.apply(sample())
    assert _held(again) == _quads(sample())


@pytest.mark.parametrize(("old", "new"), [('"mapping":"', '"mapping":"older'), ("{", "[")])
def test_another_mapping_or_an_unreadable_position_is_none(
    tmp_path: Path, old: str, new: str
) -> None:
    replica = _filled(tmp_path, sample())
    [quad] = replica.store.quads_for_pattern(None, None, None, POSITION)
    assert isinstance(quad.object, Literal)
    replica.store.remove(quad)
    changed = Literal(quad.object.value.replace(old, new, 1))
    replica.store.add(Quad(quad.subject, quad.predicate, changed, POSITION))
    del replica
    assert Replica.open(tmp_path).position is None


def test_a_snapshot_has_the_graphs_and_no_position(tmp_path: Path) -> None:
    replica = _filled(tmp_path, sample())
    replica.snapshot(tmp_path / "snapshot")
    replica.start_over("store 2")
    assert set(Store.read_only(str(tmp_path / "snapshot"))) == _quads(sample())


def test_a_damaged_replica_is_built_again(tmp_path: Path) -> None:
    _filled(tmp_path, sample())
    (tmp_path / "data" / "CURRENT").write_text("no such manifest\n")
    again = Replica.open(tmp_path)
    assert again.position is None
    assert not _held(again)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder that another process holds."""
    code = f"import pyoxigraph, sys; s = pyoxigraph.Store({str(tmp_path / 'data')!r}); "
    command = [sys.executable, "-c", code + "print('open', flush=True); sys.stdin.read()"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield tmp_path
        process.kill()


def test_a_folder_that_another_process_holds_is_locked(held: Path) -> None:
    with pytest.raises(Locked, match="another process"):
        Replica.open(held)


def test_a_later_part_is_seen_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    """The text that follows the first load is one update, which Oxigraph runs as a transaction."""
    replica = _filled(tmp_path, sample())
    broken = article("new", watermark=5).model_copy(update={"graph": "not an IRI"})
    fine = topics(watermark=4).model_copy(update={"nodes": (), "edges": ()})
    with pytest.raises(ValueError, match="IRI"):
        replica.apply([fine, broken])
    assert _held(replica) == _quads(sample())
    assert replica.position == Position(identity="store 1", watermark=3)


def test_a_store_in_memory_leaves_nothing_behind(tmp_path: Path) -> None:
    replica = _filled(None, sample())
    assert isinstance(replica.store, Store)
    assert list(tmp_path.iterdir()) == []
