"""Markdown files -> Documents.

Comes in: a `.md` file, with or without YAML front matter. Goes out: one Document; its text is the
whole decoded file, in which the front matter is a block that is never content.
"""

from collections.abc import Iterator
from pathlib import Path

from loaders.assemble import assemble
from loaders.base import Note
from loaders.decode import read_text
from loaders.formats import front_matter
from loaders.formats.markdown_blocks import segment
from loaders.moments import modified
from loaders.page.blocks import block
from schema.document import BlockKind, Document


class MarkdownLoader:
    """Loads Markdown; markup stays in the text, so offsets count in the file as it is."""

    def accepts(self, path: Path) -> bool:
        """Whether the file is Markdown by its name."""
        return path.suffix.lower() in {".md", ".markdown"}

    def load(self, path: Path, *, source: str) -> Iterator[Document | Note]:
        """The one Document of a file, and Notes. Raises DocumentError, naming source and line."""
        text = read_text(path, source=source)
        facts, start = front_matter.read(text, source=source)
        blocks = [
            *block(text, 0, start, BlockKind.FRONT_MATTER),
            *segment(text, start=start),
        ]
        yield assemble(text, blocks, facts, source=source, modified=modified(path, source=source))
        yield from (Note(source=source, text=note) for note in facts.notes)
