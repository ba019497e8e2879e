"""Joins loaders, pipeline, store and replica: the one place that knows all of them.

Called by the command line and by the service. What is heavy to import (the parser, HTML reading,
rdflib) is imported where it is first needed, so that a question is answered without it.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg import registry
from kg.ingest import Ingest, Summary
from kg.pipeline import Pipeline
from kg.protocols import Outcome, Store
from kg.reading import (
    failure,
    in_order,
    linked_of,
    reading_here,
    reading_processes,
    reason,
)
from kg.settings import Settings
from kg.stores.sqlite import check_exists
from kg.topics import load_scheme, scheme_nodes
from schema.document import Document
from schema.linked import Linked
from schema.run import Run

if TYPE_CHECKING:
    from kg.replica.sparql import SparqlService
    from loaders.base import Loaded, Note, Skipped

FEW = 4  # documents that one process reads sooner than new processes start


class Runtime:
    """Everything that one process needs, opened when it is first asked for.

    Without `create`, a store that is not there is an error: who only asks must not make one.
    """

    def __init__(self, settings: Settings, *, create: bool = True) -> None:
        self.settings = settings
        self._create = create

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline of the settings."""
        return Pipeline.from_settings(self.settings)

    @cached_property
    def store(self) -> Store:
        """The store of the settings, migrated, with the topic scheme in it."""
        if not self._create:
            check_exists(self.settings.store_url)
        opened = registry.store(self.settings)
        opened.set_topics(*scheme_nodes(load_scheme(self.settings.topics)))
        return opened

    @cached_property
    def sparql(self) -> "SparqlService":
        """SPARQL over the local replica of the store."""
        from kg.replica.sparql import SparqlService

        return SparqlService(
            self.store.view,
            self.settings.replica,
            timeout=self.settings.sparql_timeout,
            max_rows=self.settings.sparql_max_rows,
            memory=self.settings.sparql_memory,
        )

    def ingest(
        self,
        sources: Iterable[str],
        *,
        total: int | None = None,
        on_source: Callable[[str, Outcome | None], None] | None = None,
    ) -> Summary:
        """Load, read and store all sources; `on_source(name, outcome)` is called for each.

        The outcome is None for a source that could not be loaded or read. `total` (documents
        expected) decides whether processes are worth their start.
        """
        from loaders.base import Skipped

        aside = Summary()

        def note(source: str, outcome: Outcome | None) -> None:
            if on_source is not None:
                on_source(source, outcome)

        def put_aside(found: "Skipped | Note") -> None:
            if isinstance(found, Skipped):
                aside.skip(found.source, found.reason, missing=found.missing)
                note(found.source, None)
            else:
                aside.notes.append((found.source, found.text))

        few = total is not None and total <= FEW
        with self._readers(few=few) as executor:
            ingest = Ingest(
                self.settings,
                self._run(),
                executor=executor,
                on_document=lambda document, outcome: note(document.source, outcome),
            )
            summary = ingest(_loaded(self.documents(sources), put_aside), self.store)
        summary.skipped, summary.notes = aside.skipped, aside.notes
        summary.missing = aside.missing
        return summary

    def read(
        self, sources: Iterable[str], *, raw: bool = False, total: int | None = None
    ) -> "Iterator[tuple[Document, Linked] | Skipped | Note]":
        """Who said what in each document of some sources, in their order, without storing it.

        What could not be loaded or read is Skipped, with the reason, after the documents that were
        being read then; Notes come so, too. `total` as for `ingest`.
        """
        from loaders.base import Skipped

        aside: list[Skipped | Note] = []
        documents = _loaded(self.documents(sources, raw=raw), aside.append)
        with self._readers(few=total is not None and total <= FEW) as executor:
            for document, reading in in_order(executor, self.settings, linked_of, documents):
                error = failure(reading)
                if error is None:
                    yield document, reading.result()
                else:
                    why = reason(document, error)
                    aside.append(Skipped(source=document.source, reason=why))
                while aside:
                    yield aside.pop(0)
        yield from aside

    def count(self, sources: Iterable[str]) -> int:
        """How many documents to expect, without loading them: for a progress bar."""
        from loaders.sources import count_sources

        return count_sources(sources, loaders=registry.loaders())

    def _readers(self, *, few: bool) -> AbstractContextManager[Executor]:
        if few or self.settings.workers == 1:
            return reading_here()
        return reading_processes(self.settings.workers)

    def _run(self) -> Run:
        return Run(
            tool="policykg",
            tool_version=version("policykg"),
            fingerprint=self.pipeline.fingerprint,
            started_at=datetime.now(UTC),
        )

    def close(self) -> None:
        """Release what was opened."""
        for name in ("sparql", "store"):
            if name in self.__dict__:
                self.__dict__[name].close()

    def documents(self, sources: Iterable[str], *, raw: bool = False) -> "Iterator[Loaded]":
        """The documents of some sources, without storing them."""
        from loaders.sources import open_sources

        return open_sources(
            sources, raw=raw, loaders=registry.loaders(), private=self.settings.fetch_private
        )


def _loaded(
    found: "Iterable[Loaded]", put_aside: "Callable[[Skipped | Note], None]"
) -> Iterator[Document]:
    """The documents among what was found; `put_aside` is told of the rest, when it comes."""
    for one in found:
        if isinstance(one, Document):
            yield one
        else:
            put_aside(one)
