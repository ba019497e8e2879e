"""Plain text files -> Documents.

Comes in: a `.txt` file. Goes out: one Document, metadata as the text itself tells them.
"""

from collections.abc import Iterator
from pathlib import Path

from loaders.assemble import assemble
from loaders.decode import read_text
from loaders.facts import Facts
from loaders.moments import modified
from loaders.page.blocks import segment
from schema.document import Document


class TextLoader:
    """Loads plain text; the text of the Document is the decoded file."""

    def accepts(self, path: Path) -> bool:
        """Whether the file is plain text by its name."""
        return path.suffix.lower() in {".txt", ".text"}

    def load(self, path: Path, *, source: str) -> Iterator[Document]:
        """The one Document of a file. Raises DocumentError, naming the source."""
        text = read_text(path, source=source)
        blocks = list(segment(text))
        yield assemble(text, blocks, Facts(), source=source, modified=modified(path, source=source))
