"""The replica: an Oxigraph store in a folder, and how far it has followed the store of record.

Comes in: changes, in parts. Goes out: an Oxigraph store to query. Runs inside the worker process
(`kg.replica.worker`), which alone holds the folder's lock.

The default graph is kept as the set union of the named graphs. Oxigraph's own union of them gives a
triple that n documents assert n times: counts are wrong and joins take n to the power of their
patterns (58 s against 12 ms for the question who_said_what on 1,000 triples of 9 documents).
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from kg.generate.context import context
from kg.protocols import Change
from kg.rdf import change_quads
from schema.base import Frozen
from schema.errors import StoreError
from schema.ids import digest

# Of the mapping: a replica written under another one is built again. The number counts changes of
# `kg.rdf` that the vocabulary does not show.
MAPPING = digest("2", context())


class Locked(StoreError):
    """Another process holds the replica's folder."""


class Position(Frozen):
    """How far a replica has come: which store's data, written how, up to which watermark."""

    identity: str
    watermark: int
    mapping: str = MAPPING


class Replica:
    """An open Oxigraph store; without a folder it lives in memory."""

    def __init__(self, store: Store, file: Path | None) -> None:
        self.store = store
        self._file = file
        self.position = _read(file) if file else None

    @classmethod
    def open(cls, folder: Path | None) -> Self:
        """Open or create the replica in a folder. Raises Locked when another process has it."""
        if folder is None:
            return cls(Store(), None)
        data, file = folder / "data", folder / "position.json"
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return cls(Store(str(data)), file)
        except (OSError, RuntimeError) as error:
            if "lock" in str(error).replace(str(folder), "").lower():
                raise Locked(f"{folder}: another process holds this replica") from error
            # Damaged: the store of record still has all of it.
            file.unlink(missing_ok=True)
            shutil.rmtree(data)
            return cls(Store(str(data)), file)

    def start_over(self, identity: str) -> Position:
        """Forget everything and follow the store of that identity from its beginning."""
        if self._file:
            self._file.unlink(missing_ok=True)
        self.store.clear()
        return self._move(Position(identity=identity, watermark=0))

    def load(self, changes: Sequence[Change]) -> None:
        """Take a part of a first load, as fast as can be; nobody may be asking meanwhile."""
        latest = _latest(changes)
        if self._has_any(latest):
            # Written again while it was being loaded.
            self.apply(changes)
            return
        self.store.bulk_extend(_with_union(latest))
        self._reach(changes[-1].watermark)

    def apply(self, changes: Sequence[Change]) -> None:
        """Replace the named graphs of some changes; queries see all of it or nothing.

        After a crash the same part may come again and gives the same graphs. Of two changes of one
        graph the later one holds.
        """
        self.store.update("".join(_replacement(change) for change in _latest(changes)))
        self._reach(changes[-1].watermark)

    def _reach(self, watermark: int) -> None:
        if self.position is None:
            raise StoreError("a replica starts over before it follows changes")
        self._move(Position(identity=self.position.identity, watermark=watermark))

    def _has_any(self, changes: Sequence[Change]) -> bool:
        return any(self.store.contains_named_graph(NamedNode(c.graph)) for c in changes)

    def _move(self, position: Position) -> Position:
        self.position = position
        if self._file is not None:
            self._write(self._file, position)
        return position

    def _write(self, file: Path, position: Position) -> None:
        self.store.flush()
        part = file.with_suffix(".part")
        with part.open("w", encoding="utf-8") as written:
            written.write(position.model_dump_json())
            written.flush()
            os.fsync(written.fileno())
        part.replace(file)


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


def _read(file: Path) -> Position | None:
    if not file.exists():
        return None
    position = Position.model_validate(json.loads(file.read_text("utf-8")))
    return position if position.mapping == MAPPING else None
