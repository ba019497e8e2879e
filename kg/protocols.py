"""The seams: small Protocols; that of stores has a contract suite under tests/contracts.

A new format, extractor or store is one file and one entry point; the built-in ones use the same
door (`kg.registry`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from schema.attribution import Extraction
from schema.base import Frozen
from schema.document import Document
from schema.graph import DocumentGraph, Edge, Node
from schema.linked import Linked
from schema.run import Run

if TYPE_CHECKING:  # the network behind it takes half a second to import
    from kg.read.reading import Reading

Row = dict[str, str | int | float | bool | None]
"""One row of an answer. Dates are ISO strings, so that three languages give equal rows."""


class Loader(Protocol):
    """Turns one kind of source into Documents. Raises DocumentError, naming the source."""

    def accepts(self, path: Path) -> bool: ...

    def load(self, path: Path, *, source: str) -> Iterator[Document]: ...


class Extractor(Protocol):
    """Finds attributions, offices, mentions and topics in one document.

    The result depends on the document alone, never on batch size, threads or order.
    """

    @property
    def name(self) -> str: ...

    def __call__(self, reading: "Reading") -> Extraction: ...


class Linker(Protocol):
    """Resolves mentions to actors and sources to speakers, within one document."""

    def __call__(self, reading: "Reading", extraction: Extraction) -> Linked: ...


class Outcome(StrEnum):
    """What `Writer.replace` did with a document."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    OLDER = "older"


class Known(Frozen):
    """What a store holds of a document: enough to tell whether to read it again."""

    sha256: str
    fingerprint: str
    modified: datetime


class Subgraph(Frozen):
    """A piece of the graph: nodes and the edges among them, both sorted.

    `truncated`: there is more around than was asked for, or than one answer may look at.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    truncated: bool = False


class Change(Frozen):
    """What the replica must do to catch up: one named graph, to be replaced by these claims.

    `graph` is the document's URI (live), a version's URI (history) or the topic scheme's URI;
    `watermark` grows with every write. Empty `nodes` and `edges`: drop the named graph.
    A value that another document's claim outranks (`schema.terms.Fold`) is left out, so that
    the union of all named graphs is the graph. `history`: claims of a replaced version.
    """

    graph: str
    watermark: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    history: bool = False


class Writer(Protocol):
    """Replaces one document's graph as a unit; readers see the old or the new, never half.

    `replace` may delay up to a batch of documents; `flush` (and leaving the `with` block) commits.
    """

    def known(self, document: str) -> Known | None: ...

    def replace(self, graph: DocumentGraph, *, run: Run) -> Outcome: ...

    def remove(self, document: str, *, at: datetime) -> bool: ...

    def flush(self) -> None: ...


class View(Protocol):
    """Reads. All results are in a fixed order."""

    def ask(
        self, question: str, parameters: Mapping[str, Any], *, limit: int, skip: int = 0
    ) -> list[Row]: ...

    def get(self, uri: str) -> Node | None: ...

    def neighbours(self, uri: str, *, depth: int = 1, limit: int = 200) -> Subgraph | None: ...

    def search(self, text: str, *, limit: int) -> list[Node]: ...  # all words, the best first

    def identity(self) -> str: ...  # of the data: a store deleted and made again has another one

    def changes(self, since: int) -> Iterator[Change]: ...

    def counts(self) -> dict[str, int]: ...


class Store(Protocol):
    """A place for the graph. `close` releases it; `language` names the query files it answers."""

    language: str

    def writer(self) -> "WriterContext": ...

    def view(self) -> View: ...

    def set_topics(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None: ...

    def close(self) -> None: ...


class WriterContext(Writer, Protocol):
    """A Writer used in a `with` block."""

    def __enter__(self) -> Writer: ...

    def __exit__(self, *exc: object) -> None: ...


class Exporter(Protocol):
    """Writes a stream of named graphs in one format."""

    suffix: str
    media_type: str

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None: ...
