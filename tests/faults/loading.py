"""What the tests of faults in loading share: one bad source among good ones, as a user has them."""

from collections.abc import Iterable
from pathlib import Path

from loaders.base import Loaded, Note, Skipped
from loaders.sources import open_sources
from schema.document import Document

GOOD = '"We agree with the plan," said Mara Lind, the regulator, on Monday.\n'


def with_a_good_one(folder: Path, name: str, content: str | bytes) -> list[Loaded]:
    """What a folder gives that holds a bad file and, after it, a good one."""
    write(folder, name, content)
    write(folder, "zz-good.txt", GOOD)
    return list(open_sources([str(folder)]))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def documents(loaded: Iterable[Loaded]) -> list[Document]:
    """The documents among what was loaded."""
    return [x for x in loaded if isinstance(x, Document)]


def reasons(loaded: Iterable[Loaded]) -> dict[str, str]:
    """Why sources were left out."""
    return {x.source: x.reason for x in loaded if isinstance(x, Skipped)}


def notes(loaded: Iterable[Loaded]) -> list[str]:
    """What was told of sources that were loaded."""
    return [x.text for x in loaded if isinstance(x, Note)]
