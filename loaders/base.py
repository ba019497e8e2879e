"""The seam that `loaders.sources` works through, and what it yields beside Documents.

`FileLoader` is what `kg.protocols.Loader` says (loaders never import kg); a loader from another
package fits by having the two methods.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from schema.base import Frozen
from schema.document import Document


class FileLoader(Protocol):
    """Turns one kind of file into Documents.

    Raises DocumentError, naming the source; RecordError when only one record of it is bad and the
    iterator can go on.
    """

    def accepts(self, path: Path) -> bool: ...

    def load(self, path: Path, *, source: str) -> "Iterator[Document | Note]": ...


@runtime_checkable
class Counting(Protocol):
    """A loader whose files hold several Documents, and that can count them without loading."""

    def count(self, path: Path) -> int: ...


class Skipped(Frozen):
    """A source, or a record of one, that became no Document, and why.

    `missing`: a source that was named and is not there, or does not answer. `goes_on`: it is one
    record, and those after it may still be read.
    """

    source: str
    reason: str
    missing: bool = False
    goes_on: bool = False


class Note(Frozen):
    """What a user should know about a source that was loaded: something in it was not used."""

    source: str
    text: str


Loaded = Document | Skipped | Note
