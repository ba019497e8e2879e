"""Writes of Neo4j within one transaction, in batches of rows.

Implements `kg.stores.ledger.Books`; called by the writer through the engine. Labels and types in
the texts come from the vocabulary, everything else is a parameter.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from neo4j import ManagedTransaction

from kg.stores.claims import Batch, Claim, Header, Triple, claim_from_body
from kg.stores.delta import Delta
from kg.stores.fold import Folded
from kg.stores.neo4j_reading import Neo4jReading
from kg.stores.neo4j_values import RESOURCE, native
from schema.errors import StoreError, VocabularyError
from schema.vocabulary import NODE_TYPE, RELATION_TYPE

_ROWS = 5000  # rows of one UNWIND


class Neo4jBooks(Neo4jReading):
    """Reads and writes in one transaction, which holds the lock of all writers until it ends."""

    def __init__(self, tx: ManagedTransaction) -> None:
        super().__init__(tx)
        lock = "MATCH (s:Store) SET s.watermark = s.watermark RETURN s.watermark AS watermark"
        self._watermark = int(self._run(lock)[0]["watermark"])

    def _each(self, query: str, rows: Sequence[Any], **parameters: Any) -> None:
        for start in range(0, len(rows), _ROWS):
            self._run(query, rows=rows[start : start + _ROWS], **parameters)

    def stated(self, uris: Collection[str]) -> dict[str, list[Claim]]:
        """The contents on these nodes."""
        query = (
            "UNWIND $uris AS uri MATCH (c:Claim {uri: uri}) "
            "RETURN uri, c.body AS body, c.rank AS rank"
        )
        found: dict[str, list[Claim]] = {}
        for r in self._run(query, uris=sorted(uris)):
            found.setdefault(r["uri"], []).append(claim_from_body(r["uri"], r["body"], r["rank"]))
        return found

    def put(self, batches: Sequence[Batch]) -> None:
        """Replace headers and claims."""
        self._forget([b.header.graph for b in batches])
        self._put_headers([b.header for b in batches])
        self._each(
            "UNWIND $rows AS row MERGE (c:Claim {key: row.key}) "
            "ON CREATE SET c.uri = row.uri, c.body = row.body, c.rank = row.rank "
            "ON MATCH SET c.rank = CASE WHEN row.rank < c.rank THEN row.rank ELSE c.rank END "
            "WITH c, row MATCH (b:Batch {graph: row.graph}) CREATE (b)-[:STATES]->(c)",
            [_claim_row(b.header.graph, c) for b in batches for c in b.claims],
        )

    def _forget(self, graphs: Sequence[str]) -> None:
        """Delete the claims of some graphs: contents that nobody states, and stale ranks."""
        held = self._run(
            "UNWIND $graphs AS graph MATCH (b:Batch {graph: graph})-[s:STATES]->(c:Claim) "
            "DELETE s RETURN DISTINCT c.key AS key, b.rank AS rank",
            graphs=list(graphs),
        )
        rows = [{"key": r["key"], "rank": r["rank"]} for r in held]
        self._each(
            "UNWIND $rows AS key MATCH (c:Claim {key: key}) "
            "WHERE NOT EXISTS { (:Batch)-[:STATES]->(c) } DELETE c",
            sorted({row["key"] for row in rows}),
        )
        self._each(
            "UNWIND $rows AS row MATCH (c:Claim {key: row.key}) WHERE c.rank = row.rank "
            "MATCH (b:Batch)-[:STATES]->(c) WITH c, min(b.rank) AS rank SET c.rank = rank",
            rows,
        )

    def _put_headers(self, headers: Sequence[Header]) -> None:
        marks = self._take_watermarks(len(headers))
        rows = [{**asdict(h), "watermark": m} for h, m in zip(headers, marks, strict=True)]
        self._each("UNWIND $rows AS row MERGE (b:Batch {graph: row.graph}) SET b = row", rows)

    def _take_watermarks(self, count: int) -> range:
        first = self._watermark + 1
        self._watermark += count
        self._run("MATCH (s:Store) SET s.watermark = $watermark", watermark=self._watermark)
        return range(first, first + count)

    def redate(self, graph: str, modified: str) -> None:
        """Note a later time of modification."""
        query = "MATCH (b:Batch {graph: $graph}) SET b.modified = $modified"
        self._run(query, graph=graph, modified=modified)

    def touch(self, contents: Collection[str], *, but: Collection[str]) -> None:
        """New watermarks for the batches that hold these contents, in the order of their graphs."""
        found = self._run(
            "UNWIND $keys AS key MATCH (b:Batch)-[:STATES]->(:Claim {key: key}) "
            "WHERE NOT b.graph IN $but RETURN DISTINCT b.graph AS graph ORDER BY graph",
            keys=sorted(contents),
            but=list(but),
        )
        marks = self._take_watermarks(len(found)) if found else range(0)
        rows = [{"graph": r["graph"], "mark": m} for r, m in zip(found, marks, strict=True)]
        query = "UNWIND $rows AS row MATCH (b:Batch {graph: row.graph}) SET b.watermark = row.mark"
        self._each(query, rows)

    def apply(self, delta: Delta) -> None:
        """Write the visible graph."""
        for kind, rows in _by_type(delta.dropped):
            self._each(
                "UNWIND $rows AS row MATCH (:Resource {uri: row[0]})"
                f"-[r:{kind}]->(:Resource {{uri: row[1]}}) DELETE r",
                rows,
            )
        # Not DETACH: an edge that is still there would be a fault of the fold, and fails loudly.
        query = "UNWIND $rows AS uri MATCH (n:Resource {uri: uri}) DELETE n"
        self._each(query, delta.deleted)
        self._write(delta.written)
        for kind, rows in _by_type(delta.added):
            self._add(kind, rows)

    def _write(self, written: Sequence[tuple[Folded | None, Folded]]) -> None:
        by_labels: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        lost: dict[str, list[str]] = {}
        for old, new in written:
            by_labels.setdefault(new.labels, []).append(native(new))
            for label in set(old.labels) - set(new.labels) if old else ():
                lost.setdefault(label, []).append(new.uri)
        for label, uris in sorted(lost.items()):
            query = "UNWIND $rows AS uri MATCH (n:Resource {uri: uri}) REMOVE n:"
            self._each(query + _known(label, NODE_TYPE), uris)
        for labels, rows in sorted(by_labels.items()):
            names = ":".join(_known(label, NODE_TYPE) for label in labels)
            query = f"UNWIND $rows AS row MERGE (n:{RESOURCE} {{uri: row.uri}}) SET n = row"
            self._each(f"{query}, n:{names}", rows)

    def _add(self, kind: str, rows: Sequence[Any]) -> None:
        query = (
            "UNWIND $rows AS row MATCH (a:Resource {uri: row[0]}) MATCH (b:Resource {uri: row[1]}) "
            f"CREATE (a)-[r:{kind}]->(b) RETURN count(r) AS n"
        )
        for start in range(0, len(rows), _ROWS):
            chunk = rows[start : start + _ROWS]
            if self._run(query, rows=chunk)[0]["n"] != len(chunk):
                raise StoreError(f"a relationship {kind} points to no node")


def _known(name: str, declared: Collection[str]) -> str:
    """The name, if the vocabulary declares it: only such names get into the text of a query."""
    if name not in declared:
        raise VocabularyError(f"{name!r} is not in the vocabulary")
    return name


def _by_type(triples: Iterable[Triple]) -> Iterator[tuple[str, list[list[str]]]]:
    found: dict[str, list[list[str]]] = {}
    for source, kind, target in triples:
        found.setdefault(_known(kind, RELATION_TYPE), []).append([source, target])
    yield from sorted(found.items())


def _claim_row(graph: str, claim: Claim) -> dict[str, str]:
    return {
        "graph": graph,
        "key": claim.key,
        "uri": claim.uri,
        "body": claim.body,
        "rank": claim.rank,
    }
