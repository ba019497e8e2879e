"""Reading documents side by side, in one thread or several processes.

Takes documents and a way to read one; gives the results in the order of the documents, each as a
Future, since a document on which the pipeline breaks must not stop the others, nor one that ends
the process that reads it (`kg.renewing`). Called by
`kg.ingest` (documents become graphs) and by the command line (documents become attributions).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from contextlib import ExitStack, contextmanager
from functools import cache
from multiprocessing import get_context
from typing import TypeVar

import structlog

from kg.pipeline import Pipeline
from kg.processes import begin
from kg.renewing import Renewing, alone
from kg.settings import Settings
from kg.stores.claims import claims_of
from schema.document import Document
from schema.errors import ConfigurationError
from schema.failures import told
from schema.graph import DocumentGraph
from schema.linked import Linked

_log = structlog.get_logger()
AHEAD = 4  # documents in flight for each process: enough to keep it busy, few enough for memory
T = TypeVar("T")


@contextmanager
def reading_here() -> Iterator[Executor]:
    """An executor of one thread: for a few documents, processes are not worth their start."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@contextmanager
def reading_processes(workers: int) -> Iterator[Executor]:
    """An executor of `workers` processes, spawned so that threads of the caller do no harm.

    They end with this process whatever ends it, and at once when the block is left by an error.
    """
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)

    def start() -> Executor:
        return ProcessPoolExecutor(workers, context, initializer=begin, initargs=(theirs,))

    with theirs, ours:
        executor = Renewing(start)
        try:
            yield executor
        except BaseException:
            ours.close()  # what they read now is read for nobody
            raise
        finally:
            executor.shutdown(cancel_futures=True)


@cache
def _pipeline(settings_json: str) -> Pipeline:
    """Each process builds its pipeline once."""
    return Pipeline.from_settings(Settings.model_validate_json(settings_json))


def graph_of(settings_json: str, document: Document) -> DocumentGraph:
    """The claims of one document, in a worker. Raises StoreError when no store could keep them:
    here it costs this document, in a store the batch that it is written with.
    """
    graph = _pipeline(settings_json)(document)
    for claim in claims_of(graph):
        _ = claim.key
    return graph


def linked_of(settings_json: str, document: Document) -> Linked:
    """Who said what in one document, in a worker."""
    return _pipeline(settings_json).read(document)


def in_order(
    executor: Executor,
    settings: Settings,
    read: Callable[[str, Document], T],
    documents: Iterable[Document],
) -> "Iterator[tuple[Document, Future[T]]]":
    """Each document with its reading, in the order of the documents; a few are read ahead."""
    given = settings.model_dump_json()
    waiting: deque[tuple[Document, Future[T]]] = deque()
    with ExitStack() as stack:
        single = cache(lambda: stack.enter_context(reading_processes(1)))

        def settled() -> tuple[Document, Future[T]]:
            document, reading = waiting.popleft()
            if isinstance(reading.exception(), BrokenExecutor):
                reading = alone(single(), document, lambda x: x.submit(read, given, document))
            return document, reading

        for document in documents:
            waiting.append((document, executor.submit(read, given, document)))
            if len(waiting) >= AHEAD * settings.workers:
                yield settled()
        while waiting:
            yield settled()


def reason(document: Document, error: BaseException) -> str:
    """Why a document is left out, in a line; the log has the whole of it."""
    _log.error("cannot read a document", source=document.source, exc_info=error)
    return told(error)


def failure(read: "Future[T]") -> BaseException | None:
    """Why a document could not be read, or None; waits for it.

    Raises ConfigurationError when a setting does not fit: no document after this one can be read
    either.
    """
    error = read.exception()
    if isinstance(error, ConfigurationError):
        raise error
    return error
