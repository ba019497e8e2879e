"""Reads of Neo4j within one transaction.

Implements `kg.stores.ledger.Reading`; called by the view through the engine. The books are kept in
the same database: (:Batch)-[:STATES]->(:Claim), where batches that say the same of a node share one
Claim; none of these has the label Resource.

Neo4j reads what is committed, not a snapshot: what a writer deletes while a row is being made comes
back without its properties. Such rows are left out, as they would be a moment later; who needs the
whole of a graph compares its header before and after (`kg.stores.view`).
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any

from neo4j import ManagedTransaction, Record

from kg.stores.claims import Claim, Header, Kind, Triple, claim_from_body
from kg.stores.fold import Folded
from kg.stores.neo4j_schema import SEARCH_INDEX
from kg.stores.neo4j_values import folded
from schema.vocabulary import NODE_TYPE, RELATION_TYPE

# A union of these is answered from Neo4j's count store, whatever the size of the graph.
_COUNTS = " UNION ALL ".join(
    f"CALL () {{ MATCH {pattern} RETURN count(*) AS n }} RETURN '{name}' AS name, n"
    for name, pattern in (
        *((x, f"(:{x})") for x in sorted(NODE_TYPE)),
        *((x, f"()-[:{x}]->()") for x in sorted(RELATION_TYPE)),
    )
)
# From the ends that have few edges; two ends that have many are looked up as a pair.
_AMONG = """
UNWIND $few AS uri MATCH (n:Resource {uri: uri})-[r]-(m:Resource) WHERE m.uri IN $uris
RETURN DISTINCT startNode(r).uri AS source, type(r) AS type, endNode(r).uri AS target
UNION
UNWIND $hubs AS one UNWIND $hubs AS other
MATCH (a:Resource {uri: one}) MATCH (b:Resource {uri: other}) MATCH (a)-[r]->(b)
RETURN a.uri AS source, type(r) AS type, b.uri AS target"""


class Neo4jReading:
    """Reads in one transaction."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def _run(self, query: str, **parameters: Any) -> list[Record]:
        return list(self._tx.run(query, parameters))

    def identity(self) -> str:
        """The name that the database was given when it was first used."""
        return str(self._run("MATCH (s:Store) RETURN s.identity AS identity")[0]["identity"])

    def headers(self, graphs: Collection[str]) -> dict[str, Header]:
        """The headers of those graphs that there are."""
        query = "UNWIND $graphs AS graph MATCH (b:Batch {graph: graph}) RETURN properties(b) AS b"
        found = _headers(self._run(query, graphs=list(graphs)))
        return {header.graph: header for header in found}

    def headers_after(self, watermark: int, *, limit: int) -> list[Header]:
        """The next headers in the order of watermarks."""
        query = (
            "MATCH (b:Batch) WHERE b.watermark > $after "
            "RETURN properties(b) AS b ORDER BY b.watermark LIMIT $limit"
        )
        return _headers(self._run(query, after=watermark, limit=limit))

    def claims(self, graphs: Collection[str]) -> dict[str, list[Claim]]:
        """The claims of each graph."""
        found: dict[str, list[Claim]] = {graph: [] for graph in graphs}
        query = (
            "UNWIND $graphs AS graph MATCH (b:Batch {graph: graph})-[:STATES]->(c:Claim) "
            "RETURN graph, c.uri AS uri, c.body AS body, b.rank AS rank"
        )
        for r in self._run(query, graphs=list(graphs)):
            if None not in (r["uri"], r["body"], r["rank"]):
                found[r["graph"]].append(claim_from_body(r["uri"], r["body"], r["rank"]))
        return found

    def nodes(self, uris: Collection[str]) -> dict[str, Folded]:
        """Those of the nodes that there are."""
        query = (
            "UNWIND $uris AS uri MATCH (n:Resource {uri: uri}) "
            "RETURN labels(n) AS labels, properties(n) AS properties"
        )
        rows = [r for r in self._run(query, uris=list(uris)) if r["labels"] and r["properties"]]
        found = [folded(r["labels"], r["properties"]) for r in rows]
        return {node.uri: node for node in found}

    def reach(self, uris: Collection[str], *, limit: int, edges: int) -> list[str]:
        """The URIs one step away from any of these."""
        query = (
            "UNWIND $uris AS uri MATCH (:Resource {uri: uri})--(m:Resource) WITH m LIMIT $edges "
            "RETURN DISTINCT m.uri AS uri ORDER BY uri LIMIT $limit"
        )
        found = self._run(query, uris=list(uris), limit=limit, edges=edges)
        return [r["uri"] for r in found if r["uri"]]

    def degrees(self, uris: Collection[str], *, most: int) -> dict[str, int]:
        """How many edges each has; who has more has `most`."""
        query = (
            "UNWIND $uris AS uri MATCH (n:Resource {uri: uri}) RETURN uri, COUNT { (n)--() } AS n"
        )
        return {r["uri"]: min(most, r["n"]) for r in self._run(query, uris=list(uris))}

    def among(self, uris: Collection[str], *, hubs: Collection[str]) -> list[Triple]:
        """The edges among these nodes."""
        found = self._run(
            _AMONG, uris=list(uris), few=sorted(set(uris) - set(hubs)), hubs=list(hubs)
        )
        return [(r["source"], r["type"], r["target"]) for r in found if r["source"] and r["target"]]

    def counts(self) -> dict[str, int]:
        """Nodes by label and edges by type."""
        return {r["name"]: r["n"] for r in self._run(_COUNTS)}

    def search(self, words: Sequence[str], *, limit: int) -> list[str]:
        """The nodes that have all the words, by Lucene's score."""
        query = (
            "CALL db.index.fulltext.queryNodes($index, $wanted) YIELD node, score "
            "WHERE node.retractedAt IS NULL "
            "RETURN node.uri AS uri ORDER BY score DESC, uri LIMIT $limit"
        )
        wanted = " ".join(f'+"{word}"' for word in words)
        found = self._run(query, index=SEARCH_INDEX, wanted=wanted, limit=limit)
        return [r["uri"] for r in found]

    def rows(
        self, query: str, parameters: Mapping[str, Any], *, limit: int, skip: int
    ) -> list[dict[str, Any]]:
        """Rows of an answer."""
        result = self._tx.run(query, dict(parameters))
        rows = [record.data() for record in islice(result, skip, skip + limit)]
        result.consume()
        return rows


def _headers(rows: Sequence[Record]) -> list[Header]:
    found = (r["b"] for r in rows if r["b"])
    return [Header(**{**b, "kind": Kind(b["kind"])}) for b in found]
