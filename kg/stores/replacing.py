"""What it means to replace, remove or load again: the rules, within one transaction.

Comes in: documents' batches with their run. Goes out: batches for `kg.stores.ledger`. Called by
`kg.stores.writer` and `kg.stores.store`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from kg.protocols import Outcome
from kg.stores.claims import Batch, Header, Kind, claims_of, live_header
from kg.stores.history import retire, stamp
from kg.stores.ledger import Books, put_batches
from schema import ids
from schema.graph import DocumentGraph, Edge, Node
from schema.run import Run
from schema.values import instant

SCHEME = ids.BASE + "topic/"  # the graph of whatever topic scheme is in use: there is one at a time
_FIRST = "0000-00-00 " + SCHEME  # the scheme's word on its topics counts before any document's
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def decide(stored: Header | None, graph: DocumentGraph) -> Outcome:
    """What to do with a document. The same text is never older: then the fingerprint decides."""
    if stored is None or stored.kind is not Kind.LIVE:
        return Outcome.LOADED
    if stored.sha256 == graph.sha256:
        same = stored.fingerprint == graph.fingerprint
        return Outcome.UNCHANGED if same else Outcome.REPLACED
    older = (stored.modified, stored.sha256) > (instant(graph.modified), graph.sha256)
    return Outcome.OLDER if older else Outcome.REPLACED


def store_documents(books: Books, documents: Sequence[tuple[DocumentGraph, Run]]) -> None:
    """Write documents, each one once; what another writer stored meanwhile is taken into account.

    A later time of modification of the same text is noted, or else a text in between could win.
    """
    headers = books.headers([graph.document for graph, _ in documents])
    batches: list[Batch] = []
    for graph, run in documents:
        stored = headers.get(graph.document)
        outcome = decide(stored, graph)
        if outcome is Outcome.UNCHANGED and stored and stored.modified < instant(graph.modified):
            books.redate(graph.document, instant(graph.modified))
        if outcome in (Outcome.LOADED, Outcome.REPLACED):
            batches += _replacement(books, stored, graph, run)
    put_batches(books, batches)


def _replacement(
    books: Books, stored: Header | None, graph: DocumentGraph, run: Run
) -> Iterable[Batch]:
    modified = graph.modified
    if stored is not None and stored.kind is Kind.LIVE:
        yield from _archived(books, stored, run.started_at)
        if stored.sha256 == graph.sha256:
            modified = max(modified, datetime.fromisoformat(stored.modified))
    yield Batch(live_header(graph, modified=modified), claims_of(stamp(graph, run)))


def _archived(books: Books, stored: Header, at: datetime) -> Iterable[Batch]:
    archived = retire(stored, books.claims([stored.graph])[stored.graph], at)
    return () if archived is None else (archived,)


def remove_document(books: Books, document: str, at: datetime) -> bool:
    """Retire a document; whether there was one."""
    stored = books.headers([document]).get(document)
    if stored is None or stored.kind is not Kind.LIVE:
        return False
    gone = replace(stored, kind=Kind.GONE)
    put_batches(books, [*_archived(books, stored, at), Batch(gone)])
    return True


def topics_batch(nodes: Iterable[Node], edges: Iterable[Edge]) -> Batch:
    """The topic scheme as a batch. Raises VocabularyError when an edge points to no node."""
    graph = DocumentGraph(
        document=SCHEME,
        version=SCHEME,
        sha256="",
        fingerprint="",
        modified=_EPOCH,
        nodes=tuple(nodes),
        edges=tuple(edges),
    )
    claims = claims_of(graph, rank=_FIRST)
    content = ids.digest(*sorted(c.key for c in claims), size=64)
    header = live_header(graph, modified=_EPOCH)
    return Batch(replace(header, kind=Kind.TOPICS, rank=_FIRST, sha256=content), claims)


def store_topics(books: Books, batch: Batch) -> None:
    """Write the topic scheme, if it differs from the one that is stored."""
    if not same_topics(books.headers([SCHEME]), batch):
        put_batches(books, [batch])


def same_topics(headers: dict[str, Header], batch: Batch) -> bool:
    """Whether the stored scheme is this one."""
    stored = headers.get(SCHEME)
    return stored is not None and stored.sha256 == batch.header.sha256
