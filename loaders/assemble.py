"""Text + blocks + Facts -> Document: the last step of every loader.

Comes in: what a format gives. Goes out: a Document whose furniture is marked, whose dateline is a
block of its own, and whose metadata is completed by what the text says. Called by each loader.
"""

from collections.abc import Sequence
from datetime import datetime

from loaders.facts import Facts
from loaders.language import language_of
from loaders.page import datelines, furniture, metadata
from schema.document import CONTENT, Block, Document, DocumentKind


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
        language=language_of(_words(text, marked), stated=known.language),
        outlet=known.outlet,
        agency=known.agency,
        authors=known.authors,
        dateline=dateline.text if dateline else None,
        published=known.published,
        published_source=known.published_source,
        modified=modified,
        blocks=tuple(marked),
    )


def _words(text: str, blocks: Sequence[Block]) -> str:
    """What people wrote: the furniture of a page may be in another language than the article."""
    return "\n".join(b.span.of(text) for b in blocks if b.kind in CONTENT)
