"""The SPARQL copy: whatever is deleted or damaged of it, the answer is right."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.sparql import SparqlService
from tests.replica.conftest import store  # noqa: F401
from tests.replica.served import counted, expected
from tests.stores.graphs import Said, batch, run


def change(file: Path) -> None:
    """Other bytes at ten places: blocks whose checksums fail, at once or when they are read."""
    data = bytearray(file.read_bytes())
    for place in range(0, len(data), max(1, len(data) // 10)):
        data[place : place + 20] = bytes(20)
    file.write_bytes(data)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "emptied": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "overwritten": lambda file: file.write_bytes(b"\xff\x00 no database" * 1000),
    "deleted": lambda file: file.unlink(),
    "changed inside": lambda file: change(file),
}


def ask(store: Store, folder: Path) -> int:  # noqa: F811
    service = SparqlService(store.view, folder, timeout=60, max_rows=10)
    try:
        return counted(service)
    finally:
        service.close()


def test_a_deleted_copy_is_made_again(store: Store, tmp_path: Path) -> None:  # noqa: F811
    assert ask(store, tmp_path) == expected(store)
    shutil.rmtree(tmp_path / "1" / "data")
    assert ask(store, tmp_path) == expected(store)


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("kind", ["CURRENT", "MANIFEST-*", "*.sst", "*.log"])
def test_a_damaged_copy_is_made_again(
    store: Store,  # noqa: F811
    tmp_path: Path,
    kind: str,
    damage: str,
) -> None:
    ask(store, tmp_path)
    files = sorted((tmp_path / "1" / "data").glob(kind))
    assert files
    for file in files:
        DAMAGE[damage](file)
    assert ask(store, tmp_path) == expected(store)
    assert [x.name for x in tmp_path.iterdir()] == ["1"]  # no second copy beside a damaged one


def test_damage_that_is_met_while_it_follows_is_mended(store: Store, tmp_path: Path) -> None:  # noqa: F811
    ask(store, tmp_path)
    for file in (tmp_path / "1" / "data").glob("*.sst"):
        change(file)
    with store.writer() as writer:
        writer.replace(batch("three", [Said("Something else", speaker="Bo Lin")]), run=run(1))
    assert ask(store, tmp_path) == expected(store)


def test_a_copy_is_built_once_for_all_that_met_its_damage(
    store: Store,  # noqa: F811
    tmp_path: Path,
) -> None:
    service = SparqlService(store.view, tmp_path, timeout=60, max_rows=10)
    with service._replica.snapshot() as damaged:
        service._replica.rebuild(damaged)
        with service._replica.snapshot() as rebuilt:
            service._replica.rebuild(damaged)
            with service._replica.snapshot() as still:
                assert still == rebuilt
    service.close()
