"""The keeper process: owns the open replica, lets it follow the store, makes snapshots to query.

Comes in: calls over a pipe. Goes out: replies. Started by `kg.replica.following`. It never runs a
query of a user, so nothing that a query does can harm it.
"""

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.processes import begin
from kg.replica.child import Reply, serve
from kg.replica.damage import fault
from kg.replica.replica import Locked, Replica, forget
from schema.errors import StoreError

_METHODS = frozenset({"start_over", "load", "apply"})


class Keeper:
    """What the keeper can be asked to do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._replica = Replica.open(folder)
        self._number = 0

    def answer(self, method: str, *arguments: Any) -> Any:
        """Do something by name. Raises Damaged, StoreError."""
        try:
            if method == "position":
                return self._replica.position
            if method == "snapshot":
                return self._snapshot()
            if method in _METHODS:
                return getattr(self._replica, method)(*arguments)
        except (OSError, RuntimeError) as error:
            raise fault(error) from error
        except ValueError as error:
            raise StoreError(f"SPARQL copy: {error}") from error  # a term that is none
        raise StoreError(f"SPARQL copy: no method {method!r}")

    def _snapshot(self) -> Path:
        place = self.folder / "snapshots"
        place.mkdir(exist_ok=True)
        while (path := place / str(self._number)).exists():
            self._number += 1
        self._replica.snapshot(path)
        return path


def keep(pipe: Connection, folder: Path, rebuild: bool) -> None:
    """The process's main function; greets with the folder it got, or the reason why it got none."""
    begin()
    try:
        keeper = _first_free(folder, rebuild=rebuild)
    except (OSError, RuntimeError) as error:
        refusal = StoreError(f"{folder}: no replica can be kept here: {error}")
        pipe.send(Reply(error=refusal))
        return
    pipe.send(Reply(keeper.folder))
    serve(pipe, keeper.answer)


def _first_free(folder: Path, *, rebuild: bool) -> Keeper:
    """Programs side by side on one store have a copy each, in numbered folders."""
    number = 1
    while True:
        place = folder / str(number)
        try:
            if rebuild:
                forget(place)
            return Keeper(place)
        except Locked:
            number += 1
