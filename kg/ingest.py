"""Ingest: Documents through the pipeline into a store, side by side in several processes.

Takes any iterable of Documents; what is stored and unchanged is not read again. Each document is
written as one unit, in the order it came. A document on which the pipeline fails is reported and
left out; the others are loaded.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context

import structlog

from kg.pipeline import Pipeline
from kg.protocols import Outcome, Store, Writer
from kg.settings import Settings
from schema.document import Document
from schema.graph import DocumentGraph
from schema.run import Run

_log = structlog.get_logger()
AHEAD = 4  # documents in flight for each process: enough to keep it busy, few enough for memory


@dataclass
class Summary:
    """What an ingest did: documents by outcome, and for each one left out the reason.

    `skipped` could not be loaded; on `failed` the pipeline broke.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


@cache
def _pipeline(settings_json: str) -> Pipeline:
    return Pipeline.from_settings(Settings.model_validate_json(settings_json))


def _read(settings_json: str, document: Document) -> DocumentGraph:
    """One document, in a worker process: each builds its pipeline once."""
    return _pipeline(settings_json)(document)


@contextmanager
def reading_here() -> Iterator[Executor]:
    """An executor of one thread: for a few documents, processes are not worth their start."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@contextmanager
def reading_processes(workers: int) -> Iterator[Executor]:
    """An executor of `workers` processes, spawned so that threads of the caller do no harm."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        yield executor


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
        self._settings = settings.model_dump_json()
        self._run = run
        self._executor = executor
        self._on_document = on_document
        self._limit = AHEAD * settings.workers
        self.summary = Summary()

    def __call__(self, documents: Iterable[Document], store: Store) -> Summary:
        """Read and write all documents. Raises StoreError; what was written until then stays."""
        waiting: deque[tuple[Document, Future[DocumentGraph]]] = deque()
        with store.writer() as writer:
            for document in documents:
                settled = self._settled(writer, document)
                if settled is not None:
                    self._note(document, settled)
                    continue
                waiting.append((document, self._submit(document)))
                if len(waiting) >= self._limit:
                    self._write(writer, *waiting.popleft())
            while waiting:
                self._write(writer, *waiting.popleft())
        return self.summary

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

    def _submit(self, document: Document) -> Future[DocumentGraph]:
        return self._executor.submit(_read, self._settings, document)

    def _write(self, writer: Writer, document: Document, read: Future[DocumentGraph]) -> None:
        error = read.exception()
        if isinstance(error, BrokenExecutor):
            raise error  # a worker died: no document after this one can be read either
        if error is None:
            self._note(document, writer.replace(read.result(), run=self._run))
        else:
            self._fail(document, error)

    def _fail(self, document: Document, error: BaseException) -> None:
        _log.error("cannot read a document", source=document.source, exc_info=error)
        self.summary.failed.append((document.source, f"{type(error).__name__}: {error}"))
        if self._on_document is not None:
            self._on_document(document, None)

    def _note(self, document: Document, outcome: Outcome) -> None:
        self.summary.outcomes[outcome] += 1
        if self._on_document is not None:
            self._on_document(document, outcome)
