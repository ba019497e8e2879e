"""Reads of the embedded store within one transaction.

Implements `kg.stores.ledger.Reading` on a connection; called by the view through the engine. Lists
of URIs go in as one JSON parameter, so that no query text depends on data.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any

from kg.stores.claims import Claim, Header, Kind, Triple, claim_from_body
from kg.stores.fold import Folded
from kg.stores.sqlite_schema import columns
from schema.terms import Datatype, Fold
from schema.vocabulary import NODE_TYPE, RELATION_TYPE

_COLUMNS = columns()
_TYPES = json.dumps(sorted(RELATION_TYPE))
_HEADER = "graph, kind, rank, document, version, sha256, fingerprint, modified, watermark"
_NODES = (
    "SELECT n.uri, (SELECT group_concat(label) FROM node_labels AS l WHERE l.id = n.id), "  # noqa: S608
    + ", ".join(f'n."{name}"' for name in _COLUMNS)
    + " FROM json_each(?) AS j CROSS JOIN nodes AS n ON n.uri = j.value"
)
_SEEDS = "SELECT n.id FROM json_each(:uris) AS j CROSS JOIN nodes AS n ON n.uri = j.value"
_NEAR = """
        SELECT e.target AS id FROM seeds AS s CROSS JOIN json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.source = s.id
        UNION ALL
        SELECT e.source FROM seeds AS s CROSS JOIN json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.target = s.id
        LIMIT :edges"""
_REACH = f"""
    WITH seeds AS MATERIALIZED ({_SEEDS}), near AS ({_NEAR}),
    others AS MATERIALIZED (SELECT DISTINCT id FROM near)
    SELECT n.uri FROM others CROSS JOIN nodes AS n ON n.id = others.id
    ORDER BY n.uri LIMIT :limit"""  # noqa: S608
_DEGREES = """
    SELECT n.uri, (SELECT count(*) FROM (
        SELECT 1 FROM json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.source = n.id
        UNION ALL
        SELECT 1 FROM json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.target = n.id
        LIMIT :most))
    FROM json_each(:uris) AS j CROSS JOIN nodes AS n ON n.uri = j.value"""
# From the ends that have few edges; two ends that have many are looked up as a pair. A join, not
# `IN (SELECT ...)`: then SQLite would look up every pair.
_AMONG = f"""
    WITH seeds AS MATERIALIZED ({_SEEDS}),
    hubs AS MATERIALIZED (SELECT n.id FROM json_each(:hubs) AS j
        CROSS JOIN nodes AS n ON n.uri = j.value),
    few AS MATERIALIZED (SELECT id FROM seeds EXCEPT SELECT id FROM hubs),
    found AS (
        SELECT e.source, e.type, e.target FROM few AS s CROSS JOIN json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.source = s.id
            JOIN seeds AS o ON o.id = e.target
        UNION
        SELECT e.source, e.type, e.target FROM few AS s CROSS JOIN json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.target = s.id
            JOIN hubs AS o ON o.id = e.source
        UNION
        SELECT e.source, e.type, e.target FROM hubs AS s CROSS JOIN hubs AS o
            CROSS JOIN json_each(:types) AS t
            CROSS JOIN edges AS e ON e.type = t.value AND e.source = s.id AND e.target = o.id)
    SELECT a.uri, f.type, b.uri FROM found AS f
        CROSS JOIN nodes AS a ON a.id = f.source CROSS JOIN nodes AS b ON b.id = f.target"""  # noqa: S608


class SqliteReading:
    """Reads on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _all(self, query: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, parameters).fetchall()

    def identity(self) -> str:
        """The name that the file was given when it was made."""
        return str(self._all("SELECT value FROM meta WHERE key = 'identity'")[0][0])

    def headers(self, graphs: Collection[str]) -> dict[str, Header]:
        """The headers of those graphs that there are."""
        rows = self._all(
            f"SELECT {_HEADER} FROM batches WHERE graph IN (SELECT value FROM json_each(?))",  # noqa: S608
            [json.dumps(list(graphs))],
        )
        return {row[0]: _header(row) for row in rows}

    def headers_after(self, watermark: int, *, limit: int) -> list[Header]:
        """The next headers in the order of watermarks."""
        query = f"SELECT {_HEADER} FROM batches WHERE watermark > ? ORDER BY watermark LIMIT ?"  # noqa: S608
        return [_header(row) for row in self._all(query, [watermark, limit])]

    def claims(self, graphs: Collection[str]) -> dict[str, list[Claim]]:
        """The claims of each graph."""
        rows = self._all(
            "SELECT b.graph, n.uri, c.body, b.rank FROM json_each(?) AS j "
            "CROSS JOIN batches AS b ON b.graph = j.value "
            "CROSS JOIN claims AS k ON k.batch = b.id CROSS JOIN contents AS c ON c.id = k.content "
            "CROSS JOIN nodes AS n ON n.id = c.node",
            [json.dumps(list(graphs))],
        )
        found: dict[str, list[Claim]] = {graph: [] for graph in graphs}
        for graph, uri, body, rank in rows:
            found[graph].append(claim_from_body(uri, body, rank))
        return found

    def nodes(self, uris: Collection[str]) -> dict[str, Folded]:
        """Those of the nodes that there are."""
        rows = self._all(_NODES, [json.dumps(list(uris))])
        return {row[0]: _folded(row) for row in rows if row[1] is not None}

    def reach(self, uris: Collection[str], *, limit: int, edges: int) -> list[str]:
        """The URIs one step away from any of these."""
        given = {"uris": json.dumps(list(uris)), "types": _TYPES, "limit": limit, "edges": edges}
        return [uri for (uri,) in self._all(_REACH, given)]

    def degrees(self, uris: Collection[str], *, most: int) -> dict[str, int]:
        """How many edges each has; who has more has `most`."""
        given = {"uris": json.dumps(list(uris)), "types": _TYPES, "most": most}
        return dict(self._all(_DEGREES, given))

    def among(self, uris: Collection[str], *, hubs: Collection[str]) -> list[Triple]:
        """The edges among these nodes."""
        given = {"uris": json.dumps(list(uris)), "types": _TYPES, "hubs": json.dumps(list(hubs))}
        return [(s, t, o) for s, t, o in self._all(_AMONG, given)]

    def counts(self) -> dict[str, int]:
        """Nodes by label and edges by type."""
        found = dict.fromkeys((*sorted(NODE_TYPE), *sorted(RELATION_TYPE)), 0)
        found |= dict(self._all("SELECT label, count(*) FROM node_labels GROUP BY label"))
        return found | dict(self._all("SELECT type, count(*) FROM edges GROUP BY type"))

    def search(self, words: Sequence[str], *, limit: int) -> list[str]:
        """The nodes that have all the words, by BM25."""
        query = " ".join(f'"{word}"' for word in words)
        rows = self._all(
            "SELECT n.uri FROM search_words AS w JOIN nodes AS n ON n.id = w.rowid "
            "WHERE search_words MATCH ? ORDER BY w.rank, n.uri LIMIT ?",
            [query, limit],
        )
        return [uri for (uri,) in rows]

    def rows(
        self, query: str, parameters: Mapping[str, Any], *, limit: int, skip: int
    ) -> list[dict[str, Any]]:
        """Rows of an answer."""
        cursor = self._connection.execute(query, parameters)
        names = [name for name, *_ in cursor.description]
        chosen = islice(cursor, skip, skip + limit)
        return [dict(zip(names, row, strict=True)) for row in chosen]


def _header(row: tuple[Any, ...]) -> Header:
    graph, kind, *rest = row
    return Header(graph, Kind(kind), *rest)


def _folded(row: tuple[Any, ...]) -> Folded:
    uri, labels, *values = row
    properties = {
        name: _from_column(name, value)
        for name, value in zip(_COLUMNS, values, strict=True)
        if value is not None
    }
    return Folded(uri, tuple(sorted(labels.split(","))), properties)


def _from_column(name: str, value: Any) -> Any:
    if _COLUMNS[name].fold is Fold.UNION:
        return json.loads(value)
    return bool(value) if _COLUMNS[name].datatype is Datatype.BOOLEAN else value
