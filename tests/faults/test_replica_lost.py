"""The SPARQL copy: whatever is deleted or damaged of it, the answer is right."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.sparql import SparqlService
from tests.replica.conftest import store  # noqa: F401
from tests.replica.served import counted, expected

DAMAGE: dict[str, Callable[[Path], object]] = {
    "emptied": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "overwritten": lambda file: file.write_bytes(b"\xff\x00 no database" * 1000),
    "deleted": lambda file: file.unlink(),
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
