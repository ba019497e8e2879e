"""Any text file -> one Document of plain paragraphs, read as nothing but text.

Comes in: a text file of any name. Goes out: one Document whose blocks are its paragraphs and list
items, all of them content. Used where a corpus is to be read as it is, and scored so.
"""

from collections.abc import Iterator
from pathlib import Path

from loaders.decode import read_text
from loaders.language import language_of
from loaders.moments import modified
from loaders.page.blocks import segment
from schema.document import Document


class RawTextLoader:
    """Loads a file without looking for furniture, headings or metadata."""

    def accepts(self, path: Path) -> bool:
        """Every file: one that is not text is refused when it is read."""
        return path.is_file()

    def load(self, path: Path, *, source: str) -> Iterator[Document]:
        """The one Document of a file. Raises DocumentError when it is not text."""
        text = read_text(path, source=source)
        blocks = tuple(segment(text))
        yield Document(
            source=source,
            text=text,
            language=language_of(text),
            modified=modified(path, source=source),
            blocks=blocks,
        )
