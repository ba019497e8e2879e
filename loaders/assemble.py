"""Text + blocks + Facts -> Document: the last step of every loader.

Comes in: what a format gives. Goes out: a Document whose furniture is marked, whose dateline is a
block of its own, and whose metadata is completed by what the text says. Called by each loader.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from loaders import datelines, furniture, metadata
from loaders.facts import Facts
from schema.document import Block, Document, DocumentKind
from schema.errors import DocumentError


def modified(path: Path, *, source: str) -> datetime:
    """When a file was last modified, in UTC. Raises DocumentError when it cannot be asked."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    except OSError as error:
        raise DocumentError(f"{source}: {error.strerror or error}") from error


def assemble(
    text: str, blocks: Sequence[Block], facts: Facts, *, source: str, modified: datetime
) -> Document:
    """The Document of a text; `blocks` are ordered and lie where the format puts them."""
    marked = furniture.mark(text, blocks, headline=facts.headline, outlet=facts.outlet)
    marked, dateline = datelines.split(text, marked)
    page = metadata.Page.of(text, marked)
    known = metadata.complete(facts, page, dateline, source=source)
    return Document(
        source=source,
        text=text,
        kind=known.kind or DocumentKind.DOCUMENT,
        headline=known.headline,
        url=known.url,
        language=known.language,
        outlet=known.outlet,
        agency=known.agency,
        authors=known.authors,
        dateline=dateline.text if dateline else None,
        published=known.published,
        published_source=known.published_source,
        modified=modified,
        blocks=tuple(marked),
    )
