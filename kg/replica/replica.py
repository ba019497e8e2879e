"""The replica: an Oxigraph store in a folder, and how far it has followed the store of record.

Comes in: changes, in parts. Goes out: snapshots to query. Runs inside the keeper process
(`kg.replica.keeper`), which alone holds the folder's lock.

The default graph is kept as the set union of the named graphs. Oxigraph's own union of them gives a
triple that n documents assert n times: counts are wrong and joins take n to the power of their
patterns (58 s against 12 ms for the question who_said_what on 1,000 triples of 9 documents).

The position is a triple of the store itself: it is written in one transaction with what it speaks
of, and whoever deletes or damages the data loses both.
"""

import fcntl
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from kg.generate.context import context
from kg.private import private_folder
from kg.protocols import Change
from kg.rdf import change_quads
from schema.base import Frozen
from schema.errors import StoreError
from schema.ids import BASE, NS, digest

# Of the mapping: a replica written under another one is built again. The number counts changes of
# `kg.rdf` that the vocabulary does not show.
MAPPING = digest("2", context())
# RocksDB's words; "block checksum mismatch" is another matter.
_LOCKED = re.compile(r"lock (?:file|hold)", re.I)
POSITION = NamedNode(BASE + "replica")  # the graph of the position, and its one subject
_REACHED = NamedNode(NS + "reached")


class Locked(StoreError):
    """Another process holds the replica's folder."""


class Position(Frozen):
    """How far a replica has come: which store's data, written how, up to which watermark."""

    identity: str
    watermark: int
    mapping: str = MAPPING


class Replica:
    """An open Oxigraph store; without a folder it lives in memory."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.position = _read(store)

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """Open or create the replica in a folder. Raises Locked when another process has it.

        What cannot be read is deleted: the store of record still has all of it.
        """
        if folder is None:
            return cls(Store())
        data = folder / "data"
        private_folder(folder)
        try:
            return cls(Store(str(data)))
        except (OSError, RuntimeError) as error:
            if _LOCKED.search(str(error)):
                raise Locked(f"{folder}: another process holds this replica") from error
        shutil.rmtree(data)
        return cls(Store(str(data)))

    def start_over(self, identity: str) -> Position:
        """Forget everything and follow the store of that identity from its beginning."""
        self.store.clear()
        return self._move(Position(identity=identity, watermark=0))

    def load(self, changes: Sequence[Change]) -> None:
        """Take a part of a first load, as fast as can be; nobody may be asking meanwhile."""
        latest = _latest(changes)
        if self._has_any(latest):
            # Written again while it was being loaded, or the same part after a crash.
            self.apply(changes)
            return
        self.store.bulk_extend(_with_union(latest))
        self._move(self._reached(changes))

    def apply(self, changes: Sequence[Change]) -> None:
        """Replace the named graphs of some changes; queries see all of it or nothing.

        Of two changes of one graph the later one holds.
        """
        reached = self._reached(changes)
        parts = (_replacement(change) for change in _latest(changes))
        self.store.update("".join((*parts, _moved(reached))))
        self.position = reached

    def snapshot(self, folder: Path) -> None:
        """A copy of all but the position in a new folder; what both have is stored once."""
        self.store.backup(str(folder))
        copy = Store(str(folder))
        copy.remove_graph(POSITION)
        copy.flush()

    def _reached(self, changes: Sequence[Change]) -> Position:
        if self.position is None:
            raise StoreError("a replica starts over before it follows changes")
        return Position(identity=self.position.identity, watermark=changes[-1].watermark)

    def _has_any(self, changes: Sequence[Change]) -> bool:
        return any(self.store.contains_named_graph(NamedNode(c.graph)) for c in changes)

    def _move(self, position: Position) -> Position:
        self.store.update(_moved(position))
        self.position = position
        return position


def forget(folder: Path) -> None:
    """Delete the data of a replica without opening it. Raises Locked when a process holds it."""
    try:
        with (folder / "data" / "LOCK").open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the lock that RocksDB takes
    except FileNotFoundError:
        pass
    except OSError as error:
        raise Locked(f"{folder}: another process holds this replica") from error
    shutil.rmtree(folder / "data", ignore_errors=True)


def _read(store: Store) -> Position | None:
    """The position of a store; None where there is none that can be read, or an older mapping."""
    found = next(iter(store.quads_for_pattern(POSITION, _REACHED, None, POSITION)), None)
    if found is None or not isinstance(found.object, Literal):
        return None
    try:
        position = Position.model_validate_json(found.object.value)
    except ValueError:
        return None
    return position if position.mapping == MAPPING else None


def _moved(position: Position) -> str:
    reached = f"{POSITION} {_REACHED} {Literal(position.model_dump_json())}"
    return f"DROP SILENT GRAPH {POSITION};\nINSERT DATA {{ GRAPH {POSITION} {{ {reached} }} }};\n"


def _latest(changes: Sequence[Change]) -> Sequence[Change]:
    return list({change.graph: change for change in changes}.values())


def _with_union(changes: Iterable[Change]) -> Iterator[Quad]:
    for change in changes:
        for quad in change_quads(change):
            yield quad
            yield Quad(quad.subject, quad.predicate, quad.object)


def _replacement(change: Change) -> str:
    # One update is one transaction: no query sees a document half replaced. What no other graph
    # says leaves the default graph, before the graph itself is replaced.
    graph = NamedNode(change.graph)
    alone = (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} FILTER NOT EXISTS "
        f"{{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }} }};\n"
    )
    triples = (quad.triple for quad in change_quads(change))
    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    added = text.decode()
    insert = f"INSERT DATA {{ {added} GRAPH {graph} {{\n{added}}} }};\n" if added else ""
    return f"{alone}DROP SILENT GRAPH {graph};\n{insert}"
