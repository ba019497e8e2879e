"""Writes of the embedded store within one transaction.

Implements `kg.stores.ledger.Books` on a connection; called by the writer through the engine.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from kg.stores.claims import Batch, Claim, Header, Triple, claim_from_body
from kg.stores.delta import Delta
from kg.stores.fold import Folded
from kg.stores.searched import searched_text
from kg.stores.sqlite_reading import SqliteReading
from kg.stores.sqlite_schema import columns
from schema.errors import StoreError

_COLUMNS = columns()
_UPDATE = (
    "UPDATE nodes SET " + ", ".join(f'"{name}" = ?' for name in _COLUMNS) + " WHERE id = ?"  # noqa: S608
)

_FIELDS = [f.name for f in fields(Header)]
_PUT_HEADER = (
    f"INSERT INTO batches ({', '.join(_FIELDS)}) "  # noqa: S608 names of our own
    f"VALUES ({', '.join(':' + name for name in _FIELDS)}) ON CONFLICT (graph) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _FIELDS if name != "graph")
    + " RETURNING id"
)


class SqliteBooks(SqliteReading):
    """Reads and writes on one connection."""

    def stated(self, uris: Collection[str]) -> dict[str, list[Claim]]:
        """The contents on these nodes."""
        rows = self._all(
            "SELECT n.uri, c.body, c.rank FROM json_each(?) AS j "
            "CROSS JOIN nodes AS n ON n.uri = j.value CROSS JOIN contents AS c ON c.node = n.id",
            [json.dumps(sorted(uris))],
        )
        found: dict[str, list[Claim]] = {}
        for uri, body, rank in rows:
            found.setdefault(uri, []).append(claim_from_body(uri, body, rank))
        return found

    def put(self, batches: Sequence[Batch]) -> None:
        """Replace headers and claims."""
        for batch in batches:
            self._forget(batch.header.graph)
            self._state(self._put_header(batch.header), batch.claims)

    def _forget(self, graph: str) -> None:
        """Delete the claims of a graph, contents that nobody states any more, and stale ranks."""
        rows = self._all("SELECT id, rank FROM batches WHERE graph = ?", [graph])
        for batch, rank in rows:
            held = [c for (c,) in self._all("SELECT content FROM claims WHERE batch = ?", [batch])]
            given = {"held": json.dumps(held), "rank": rank}
            execute = self._connection.execute
            execute("DELETE FROM claims WHERE batch = ?", [batch])
            execute(
                "DELETE FROM contents WHERE id IN (SELECT value FROM json_each(:held)) "
                "AND NOT EXISTS (SELECT 1 FROM claims WHERE content = contents.id)",
                given,
            )
            execute(
                "UPDATE contents SET rank = (SELECT min(b.rank) FROM claims AS k "
                "JOIN batches AS b ON b.id = k.batch WHERE k.content = contents.id) "
                "WHERE id IN (SELECT value FROM json_each(:held)) AND rank = :rank",
                given,
            )

    def _put_header(self, header: Header) -> int:
        given = {**asdict(header), "watermark": self._next_watermark()}
        return int(self._all(_PUT_HEADER, given)[0][0])

    def _next_watermark(self) -> int:
        # Removed documents keep their header, so the highest watermark never goes down.
        return int(self._all("SELECT coalesce(max(watermark), 0) + 1 FROM batches")[0][0])

    def _state(self, batch: int, claims: Sequence[Claim]) -> None:
        rows = [(c.key, c.uri, c.rank, c.body) for c in claims]
        many = self._connection.executemany
        many("INSERT OR IGNORE INTO nodes (uri) VALUES (?)", ((uri,) for _, uri, _, _ in rows))
        many(
            "INSERT INTO contents (key, node, rank, body) "
            "SELECT ?1, id, ?3, ?4 FROM nodes WHERE uri = ?2 "
            "ON CONFLICT (key) DO UPDATE SET rank = min(rank, excluded.rank)",
            rows,
        )
        many(
            "INSERT INTO claims (batch, content) SELECT ?, id FROM contents WHERE key = ?",
            ((batch, key) for key, *_ in rows),
        )

    def redate(self, graph: str, modified: str) -> None:
        """Note a later time of modification."""
        self._connection.execute(
            "UPDATE batches SET modified = ? WHERE graph = ?", [modified, graph]
        )

    def touch(self, contents: Collection[str], *, but: Collection[str]) -> None:
        """New watermarks for the batches that hold these contents, in the order of their graphs."""
        rows = self._all(
            "SELECT DISTINCT b.graph, b.id FROM json_each(?) AS j "
            "CROSS JOIN contents AS c ON c.key = j.value "
            "CROSS JOIN claims AS k ON k.content = c.id "
            "CROSS JOIN batches AS b ON b.id = k.batch ORDER BY b.graph",
            [json.dumps(sorted(contents))],
        )
        ids = [batch for graph, batch in rows if graph not in but]
        first = self._next_watermark()
        self._connection.executemany(
            "UPDATE batches SET watermark = ? WHERE id = ?", enumerate(ids, start=first)
        )

    def apply(self, delta: Delta) -> None:
        """Write the visible graph."""
        self._drop(delta.dropped)
        self._delete(delta.deleted)
        self._write([node for _, node in delta.written])
        self._add(delta.added)

    def _ids(self, uris: Iterable[str]) -> dict[str, int]:
        return dict(
            self._all(
                "SELECT n.uri, n.id FROM json_each(?) AS j "
                "CROSS JOIN nodes AS n ON n.uri = j.value",
                [json.dumps(sorted(set(uris)))],
            )
        )

    def _edge_rows(self, triples: Sequence[Triple]) -> list[tuple[str, int, int]]:
        ids = self._ids(uri for s, _, o in triples for uri in (s, o))
        try:
            return [(kind, ids[s], ids[o]) for s, kind, o in triples]
        except KeyError as error:
            raise StoreError(f"an edge points to {error}, which is no node") from error

    def _drop(self, triples: Sequence[Triple]) -> None:
        rows = self._edge_rows(triples)
        query = "DELETE FROM edges WHERE type = ? AND source = ? AND target = ?"
        self._connection.executemany(query, rows)

    def _add(self, triples: Sequence[Triple]) -> None:
        rows = self._edge_rows(triples)
        self._connection.executemany("INSERT INTO edges VALUES (?, ?, ?)", rows)

    def _delete(self, uris: Sequence[str]) -> None:
        rows = [(i,) for i in self._ids(uris).values()]
        many = self._connection.executemany
        many("DELETE FROM search_words WHERE rowid = ?", rows)
        many("DELETE FROM node_labels WHERE id = ?", rows)
        many("DELETE FROM nodes WHERE id = ?", rows)

    def _write(self, nodes: Sequence[Folded]) -> None:
        ids = self._ids(n.uri for n in nodes)
        many = self._connection.executemany
        rows = [(ids[n.uri],) for n in nodes]
        many("DELETE FROM node_labels WHERE id = ?", rows)
        many("DELETE FROM search_words WHERE rowid = ?", rows)
        many(_UPDATE, ([*_to_columns(n), ids[n.uri]] for n in nodes))
        many(
            "INSERT INTO node_labels (label, id) VALUES (?, ?)",
            ((label, ids[n.uri]) for n in nodes for label in n.labels),
        )
        many(
            "INSERT INTO search_words (rowid, words) VALUES (?, ?)",
            ((ids[n.uri], text) for n in nodes if (text := searched_text(n))),
        )


def _to_columns(node: Folded) -> list[Any]:
    found = (node.properties.get(name) for name in _COLUMNS)
    return [json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for v in found]
