"""What a store must be able to do inside, and the one way in which batches become the graph.

`Reading` and `Books` are the inner seam: SQLite and Neo4j each implement them within a transaction;
all rules (`kg.stores.fold`, `history`, `replacing`) stand above it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from kg.stores.claims import Batch, Claim, Header, Triple
from kg.stores.delta import Delta, diff
from kg.stores.fold import Folded

T = TypeVar("T")


class Reading(Protocol):
    """Reads within one transaction. Nodes come without their edges."""

    def identity(self) -> str: ...

    def headers(self, graphs: Collection[str]) -> dict[str, Header]: ...

    def headers_after(self, watermark: int, *, limit: int) -> list[Header]: ...

    def claims(self, graphs: Collection[str]) -> dict[str, list[Claim]]: ...

    def nodes(self, uris: Collection[str]) -> dict[str, Folded]: ...

    def reach(self, uris: Collection[str], *, limit: int, edges: int) -> list[str]:
        """URIs of the nodes one step away from any of these, in order, each once.

        Looks at `edges` edges at most; where there are more, which ones is up to the store.
        """
        ...

    def degrees(self, uris: Collection[str], *, most: int) -> dict[str, int]:
        """How many edges each of these nodes has, counted up to `most`."""
        ...

    def among(self, uris: Collection[str], *, hubs: Collection[str]) -> list[Triple]:
        """The edges whose two ends are both among these nodes.

        The edges of the `hubs` among them, nodes that have very many, are not all looked at.
        """
        ...

    def counts(self) -> dict[str, int]: ...

    def search(self, words: Sequence[str], *, limit: int) -> list[str]:
        """URIs of the nodes that have all the words, the best first."""
        ...

    def rows(
        self, query: str, parameters: Mapping[str, Any], *, limit: int, skip: int
    ) -> list[dict[str, Any]]:
        """Rows of an answer, as the database has them."""
        ...


class Books(Reading, Protocol):
    """Reads and writes within one transaction, alone: no other writer is in at the same time."""

    def stated(self, uris: Collection[str]) -> dict[str, list[Claim]]:
        """The claims on these nodes; of equal contents the one of lowest rank stands for all."""
        ...

    def put(self, batches: Sequence[Batch]) -> None:
        """Replace the header and the claims of each batch, and give it a new watermark."""
        ...

    def redate(self, graph: str, modified: str) -> None:
        """Note a later time of modification; nothing of the graph changes."""
        ...

    def apply(self, delta: Delta) -> None:
        """Write the changes to the visible graph."""
        ...

    def touch(self, contents: Collection[str], *, but: Collection[str]) -> None:
        """Give new watermarks to the batches that hold these contents, but not to some graphs."""
        ...


class Engine(Protocol):
    """Runs work in transactions: all of it or nothing. `language` names the query files."""

    language: str

    def read(self, work: Callable[[Reading], T], *, patient: bool = False) -> T:
        """`patient`: rather wait for a server that is away than fail soon."""
        ...

    def write(self, work: Callable[[Books], T]) -> T: ...

    def close(self) -> None: ...


def put_batches(books: Books, batches: Sequence[Batch]) -> None:
    """Write batches, and refold exactly the nodes they touch, before or after."""
    graphs = [b.header.graph for b in batches]
    touched = {c.uri for b in batches for c in b.claims}
    touched |= {c.uri for claims in books.claims(graphs).values() for c in claims}
    before = books.stated(touched)
    books.put(batches)
    delta = diff(before, books.stated(touched))
    books.apply(delta)
    if delta.restated:
        books.touch(delta.restated, but=graphs)
