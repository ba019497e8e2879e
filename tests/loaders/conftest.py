"""Files as users have them: what a test writes is loaded through the door that the command uses."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from loaders.base import Loaded, Skipped
from loaders.sources import open_sources
from schema.document import BlockKind, Document
from tests.require import ROOT

Load = Callable[[str, str | bytes], Document]
Refused = Callable[[str, str | bytes], str]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Write a file and load the one Document it holds."""

    def load_file(name: str, content: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (document,) = open_sources([str(path)])
        assert isinstance(document, Document)
        return document

    return load_file


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """Write a file that holds no Document, and tell why it was left out."""

    def load_file(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return why(open_sources([str(path)]))

    return load_file


def why(loaded: Iterable[Loaded]) -> str:
    """The reason of the one Skipped among what was loaded."""
    (skipped,) = (x for x in loaded if isinstance(x, Skipped))
    return f"{skipped.source}: {skipped.reason}"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample articles of the project."""
    return ROOT / "samples" / "articles"


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """The passages of a document's blocks of some kinds, in order."""
    return [b.span.of(document.text) for b in document.blocks if b.kind in kinds]


def content(document: Document) -> list[str]:
    """All passages that may carry statements."""
    return [b.span.of(document.text) for b in document.content()]
