"""Ingest: Documents through the pipeline into a store, side by side in several processes.

Takes any iterable of Documents; what is stored and unchanged is not read again. Each document is
written as one unit, in the order it came. A document on which the pipeline fails is reported and
left out; the others are loaded.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

from kg.protocols import Outcome, Store, Writer
from kg.reading import failure, graph_of, in_order, reason
from kg.settings import Settings
from schema.document import Document
from schema.graph import DocumentGraph
from schema.run import Run


@dataclass
class Summary:
    """What an ingest did: documents by outcome, and for each one left out the reason.

    `skipped` could not be loaded, `missing` of them since nothing is there; on `failed` the
    pipeline broke. `older` were left out, since a newer version is stored. Of those `foreign` (with
    their language) no statements are read. `notes` tell what of a source was not used.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    foreign: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    missing: int = 0

    def skip(self, source: str, why: str, *, missing: bool) -> None:
        """Note a source that became no document."""
        self.skipped.append((source, why))
        self.missing += missing

    def note_language(self, document: Document) -> None:
        """Note a document that is not English."""
        if not document.is_english:
            self.foreign.append((document.source, document.language or ""))


class Ingest:
    """One ingest into one store; `executor` reads the documents.

    `on_document(document, outcome)` is called for every document once it is handed to the store,
    with None for one on which the pipeline failed.
    """

    def __init__(
        self,
        settings: Settings,
        run: Run,
        *,
        executor: Executor,
        on_document: Callable[[Document, Outcome | None], None] | None = None,
    ) -> None:
        self._settings = settings
        self._run = run
        self._executor = executor
        self._on_document = on_document
        self.summary = Summary()

    def __call__(self, documents: Iterable[Document], store: Store) -> Summary:
        """Read and write all documents. Raises StoreError; what was written until then stays."""
        with store.writer() as writer:
            unsettled = self._unsettled(writer, documents)
            for document, read in in_order(self._executor, self._settings, graph_of, unsettled):
                self._write(writer, document, read)
        return self.summary

    def _unsettled(self, writer: Writer, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents that have to be read; of the others the outcome is noted."""
        for document in documents:
            settled = self._settled(writer, document)
            if settled is None:
                yield document
            else:
                self._note(document, settled)

    def _settled(self, writer: Writer, document: Document) -> Outcome | None:
        """The outcome, where it is known without reading the document."""
        known = writer.known(document.uri)
        if known is None:
            return None
        same = known.sha256 == document.sha256
        if same and known.fingerprint == self._run.fingerprint:
            return Outcome.UNCHANGED
        older = (known.modified, known.sha256) > (document.modified, document.sha256)
        return Outcome.OLDER if older and not same else None

    def _write(self, writer: Writer, document: Document, read: Future[DocumentGraph]) -> None:
        error = failure(read)
        if error is None:
            self._note(document, writer.replace(read.result(), run=self._run))
        else:
            self._fail(document, error)

    def _fail(self, document: Document, error: BaseException) -> None:
        self.summary.failed.append((document.source, reason(document, error)))
        if self._on_document is not None:
            self._on_document(document, None)

    def _note(self, document: Document, outcome: Outcome) -> None:
        self.summary.outcomes[outcome] += 1
        if outcome is Outcome.OLDER:
            self.summary.older.append(document.source)
        self.summary.note_language(document)
        if self._on_document is not None:
            self._on_document(document, outcome)
