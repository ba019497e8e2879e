"""The writer: gathers documents and commits a few at a time, each old or new, never half.

Comes in: batches from `kg.ingest`. Goes out: transactions on an `Engine`. Called through
`Store.writer()`.
"""

from datetime import datetime
from time import monotonic

from kg.protocols import Known, Outcome, Writer
from kg.stores.claims import Header, Kind, live_header
from kg.stores.ledger import Engine
from kg.stores.replacing import decide, remove_document, store_documents
from schema.errors import StoreError
from schema.graph import DocumentGraph
from schema.run import Run

DOCUMENTS = 25  # a commit has this many at most: enough to make its cost small
SECONDS = 1.0  # and waits for at most this long, so that a killed load loses little


class StoreWriter:
    """A `kg.protocols.WriterContext` for one thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pending: dict[str, tuple[DocumentGraph, Run]] = {}
        self._since = 0.0

    def known(self, document: str) -> Known | None:
        """What is stored of a document, or waits to be."""
        header = self._header(document)
        if header is None or header.kind is not Kind.LIVE:
            return None
        return Known(
            sha256=header.sha256,
            fingerprint=header.fingerprint,
            modified=datetime.fromisoformat(header.modified),
        )

    def replace(self, graph: DocumentGraph, *, run: Run) -> Outcome:
        """Write a document, now or within the batch. Raises StoreError when the store fails.

        The outcome is what the store held when asked; if another writer comes between, the later
        version of the two still wins.
        """
        outcome = decide(self._header(graph.document), graph)
        if outcome is Outcome.OLDER:
            return outcome
        if graph.document in self._pending:
            self.flush()
        if not self._pending:
            self._since = monotonic()
        self._pending[graph.document] = (graph, run)
        if len(self._pending) >= DOCUMENTS or monotonic() - self._since >= SECONDS:
            self.flush()
        return outcome

    def remove(self, document: str, *, at: datetime) -> bool:
        """Retire a document at once; whether there was one."""
        self.flush()
        return self._engine.write(lambda books: remove_document(books, document, at))

    def flush(self) -> None:
        """Commit what waits. Raises StoreError; then it still waits."""
        if self._pending:
            documents = list(self._pending.values())
            self._engine.write(lambda books: store_documents(books, documents))
            self._pending.clear()

    def _header(self, document: str) -> Header | None:
        if document in self._pending:
            graph, _ = self._pending[document]
            return live_header(graph, modified=graph.modified)
        return self._engine.read(
            lambda reading: reading.headers([document]).get(document), patient=True
        )

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *exc: object) -> None:
        # Whole documents are kept when the caller fails; a store that failed is not asked twice.
        if not isinstance(exc[1], StoreError):
            self.flush()
