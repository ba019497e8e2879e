"""A store: an engine with the writer and the view that are the same for all engines.

Made by `open_store` of `kg.stores.sqlite`, `memory` and `neo4j`; called by the runtime.
"""

from collections.abc import Iterable

from kg.protocols import View, WriterContext
from kg.stores.ledger import Engine
from kg.stores.replacing import SCHEME, same_topics, store_topics, topics_batch
from kg.stores.view import StoreView
from kg.stores.writer import StoreWriter
from schema.graph import Edge, Node


class EngineStore:
    """A `kg.protocols.Store`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.language = engine.language

    def writer(self) -> WriterContext:
        """A new writer, for one thread."""
        return StoreWriter(self._engine)

    def view(self) -> View:
        """A view; any number of threads may share it."""
        return StoreView(self._engine)

    def set_topics(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Make this the topic scheme; writes nothing when it is already."""
        batch = topics_batch(nodes, edges)
        # Looked up without the writer's lock first: every start of a program comes through here.
        stored = self._engine.read(lambda reading: reading.headers([SCHEME]))
        if not same_topics(stored, batch):
            self._engine.write(lambda books: store_topics(books, batch))

    def close(self) -> None:
        """Release connections and files."""
        self._engine.close()
