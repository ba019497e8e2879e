"""Claims: what one batch says of one node, in plain values that JSON, SQLite and Neo4j can hold.

Comes in: DocumentGraphs. Goes out: `Claim`s and the `Header` of their batch for `kg.stores.ledger`,
and back to typed nodes and edges for the views. Called by every store.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from schema.errors import StoreError, VocabularyError
from schema.graph import DocumentGraph, Edge, Node
from schema.ids import digest
from schema.terms import Datatype, Fold, Property
from schema.values import instant, plain
from schema.vocabulary import RELATION_TYPE, properties_of

Triple = tuple[str, str, str]  # source, type, target
ARCHIVED = "archived "  # ranks of history start with it, so that they sort after every date


class Kind(StrEnum):
    """What a batch is: a document as it is, as it was, the topic scheme, or a removed document."""

    LIVE = "live"
    HISTORY = "history"
    TOPICS = "topics"
    GONE = "gone"


@dataclass(frozen=True)
class Header:
    """What a store keeps of a batch beside its claims. `modified` is an instant as text."""

    graph: str
    kind: Kind
    rank: str = ""
    document: str = ""
    version: str = ""
    sha256: str = ""
    fingerprint: str = ""
    modified: str = ""
    watermark: int = 0  # given by the store


@dataclass(frozen=True)
class Claim:
    """One node as one batch has it, with the edges that the node owns as (type, other end)."""

    uri: str
    labels: tuple[str, ...]
    properties: dict[str, Any] = field(default_factory=dict)
    edges: tuple[tuple[str, str], ...] = ()
    rank: str = ""

    @property
    def history(self) -> bool:
        """Whether only replaced or removed versions say so."""
        return self.rank.startswith(ARCHIVED)

    def triples(self) -> frozenset[Triple]:
        """The owned edges as source, type, target."""
        return frozenset(
            (self.uri, kind, other)
            if RELATION_TYPE[kind].owner == "source"
            else (other, kind, self.uri)
            for kind, other in self.edges
        )

    @cached_property
    def body(self) -> str:
        """All but URI and rank as JSON: two batches that say the same share one body."""
        content = [self.labels, self.properties, sorted(self.edges)]
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @cached_property
    def key(self) -> str:
        """The key of URI and body. Raises StoreError for text that is no Unicode (surrogates)."""
        try:
            return digest(self.uri, self.body, size=32)
        except UnicodeEncodeError as error:
            raise StoreError(f"{self.uri}: text with a lone surrogate, {error.reason}") from error


@dataclass(frozen=True)
class Batch:
    """A header and its claims; no claims when the document is gone."""

    header: Header
    claims: tuple[Claim, ...] = ()


def claim_from_body(uri: str, body: str, rank: str) -> Claim:
    """The claim that `Claim.body` wrote."""
    labels, properties, edges = json.loads(body)
    return Claim(uri, tuple(labels), properties, tuple((k, o) for k, o in edges), rank)


def claims_of(graph: DocumentGraph, *, rank: str | None = None) -> tuple[Claim, ...]:
    """The batch of a document, one claim a node; `rank` replaces the document's own."""
    owned: dict[str, list[tuple[str, str]]] = {}
    for edge in graph.edges:
        other = edge.target if edge.owner == edge.source else edge.source
        owned.setdefault(edge.owner, []).append((edge.type, other))
    return tuple(
        Claim(
            node.uri,
            node.labels,
            {name: plain(value) for name, value in node.properties.items()},
            tuple(sorted(owned.get(node.uri, ()))),
            graph.rank if rank is None else rank,
        )
        for node in graph.nodes
    )


@lru_cache(maxsize=1024)
def declared(labels: tuple[str, ...]) -> Mapping[str, Property]:
    """The properties of these labels by name. Raises VocabularyError for an unknown label."""
    try:
        return properties_of(labels)
    except KeyError as error:
        raise VocabularyError(f"unknown label {error}") from error


def typed(prop: Property, value: Any) -> Any:
    """A plain value as the graph model has it: dates and times as such, lists as tuples."""
    if prop.fold is Fold.UNION:
        return tuple(value)
    if prop.datatype is Datatype.DATE:
        return date.fromisoformat(value)
    if prop.datatype is Datatype.DATETIME:
        return datetime.fromisoformat(value)
    return value


def typed_node(uri: str, labels: tuple[str, ...], properties: Mapping[str, Any]) -> Node:
    """A node of the model from plain values."""
    known = declared(labels)
    values = {name: typed(known[name], properties[name]) for name in sorted(properties)}
    return Node(uri=uri, labels=labels, properties=values)


def typed_edges(triples: Iterable[Triple]) -> tuple[Edge, ...]:
    """Edges of the model, sorted."""
    return tuple(Edge(source=s, type=t, target=o) for s, t, o in sorted(triples))


def live_header(graph: DocumentGraph, *, modified: datetime) -> Header:
    """The header of a document's batch."""
    return Header(
        graph=graph.document,
        kind=Kind.LIVE,
        rank=graph.rank,
        document=graph.document,
        version=graph.version,
        sha256=graph.sha256,
        fingerprint=graph.fingerprint,
        modified=instant(modified),
    )
