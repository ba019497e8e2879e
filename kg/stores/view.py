"""The view: all reads of a store, the same rules for every engine.

Comes in: URIs, questions, watermarks. Goes out: typed nodes, rows, changes. Called by the service,
the command line, the replica and the exporters, from any thread.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.protocols import Change, Row, Subgraph
from kg.query.question import load_question
from kg.stores.around import around
from kg.stores.claims import Claim, Header, Kind, typed_edges, typed_node
from kg.stores.fold import Folded, visible
from kg.stores.ledger import Engine, Reading
from schema.graph import Node
from schema.ids import WORD

_PAGE = 50  # graphs read in one transaction: a few thousand nodes


class StoreView:
    """A `kg.protocols.View`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ask(
        self, question: str, parameters: Mapping[str, Any], *, limit: int, skip: int = 0
    ) -> list[Row]:
        """Answer a named question. Raises QuestionError for an unknown name or bad parameters."""
        asked = load_question(question)
        query, bound = asked.text(self._engine.language), asked.bind(parameters)
        rows = self._engine.read(lambda r: r.rows(query, bound, limit=limit, skip=skip))
        return [asked.row(row) for row in rows]

    def get(self, uri: str) -> Node | None:
        """The node, or None."""
        found = self._engine.read(lambda reading: reading.nodes([uri]))
        return _node(found[uri]) if uri in found else None

    def search(self, text: str, *, limit: int) -> list[Node]:
        """Statements, documents and actors that have all the words of `text`, the best first."""
        words = WORD.findall(text)
        return self._engine.read(lambda reading: _search(reading, words, limit)) if words else []

    def neighbours(self, uri: str, *, depth: int = 1, limit: int = 200) -> Subgraph | None:
        """The node with what is up to `depth` steps away: at most `limit` nodes, the nearest first.

        Within a step, nodes come in the order of their URIs. None when there is no such node.
        The work is bounded (`kg.stores.around`); `truncated` says that something was left out.
        """
        return self._engine.read(lambda reading: around(reading, uri, depth=depth, limit=limit))

    def identity(self) -> str:
        """Names this data: a store that was deleted and made again has another identity."""
        return self._engine.read(lambda reading: reading.identity())

    def changes(self, since: int) -> Iterator[Change]:
        """What changed after a watermark, in the order of watermarks; 0 gives everything.

        Reads page by page: what is written meanwhile comes at the end.
        """
        reached: int | None = since
        while reached is not None:
            reached, page = self._page(reached)
            yield from page

    def _page(self, since: int) -> tuple[int | None, list[Change]]:
        return self._engine.read(lambda reading: _changes(reading, since))

    def counts(self) -> dict[str, int]:
        """How many nodes of each label and edges of each type there are, zeros too."""
        return self._engine.read(lambda reading: reading.counts())


def _node(found: Folded) -> Node:
    return typed_node(found.uri, found.labels, found.properties)


def _search(reading: Reading, words: list[str], limit: int) -> list[Node]:
    uris = reading.search(words, limit=limit)
    nodes = reading.nodes(uris)
    return [_node(nodes[uri]) for uri in uris if uri in nodes]


def _changes(reading: Reading, since: int) -> tuple[int | None, list[Change]]:
    """A page, and the watermark it reaches to; None at the end."""
    headers = reading.headers_after(since, limit=_PAGE)
    if not headers:
        return None, []
    claims = reading.claims([h.graph for h in headers])
    nodes = reading.nodes({c.uri for several in claims.values() for c in several})
    # Neo4j's transactions read no snapshot: what was written meanwhile is left for a later page,
    # where it comes under its new watermark.
    now = reading.headers([h.graph for h in headers])
    same = [h for h in headers if h.graph in now and now[h.graph].watermark == h.watermark]
    return headers[-1].watermark, [_change(h, claims[h.graph], nodes) for h in same]


def _change(header: Header, claims: list[Claim], nodes: Mapping[str, Folded]) -> Change:
    shown = [v for c in claims if c.uri in nodes and (v := visible(c, nodes[c.uri]))]
    return Change(
        graph=header.graph,
        watermark=header.watermark,
        nodes=tuple(
            typed_node(c.uri, c.labels, c.properties) for c in sorted(shown, key=lambda c: c.uri)
        ),
        edges=typed_edges({t for c in claims for t in c.triples()}),
        history=header.kind is Kind.HISTORY,
    )
