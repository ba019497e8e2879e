"""A Document: what a loader makes of a source, and what everything later points into."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum

from pydantic import Field, field_validator, model_validator

from schema import ids
from schema.address import web_address
from schema.base import Frozen
from schema.span import Span

# A tag (BCP 47, also with "_") or the name of the language.
_ENGLISH = re.compile(r"(?:en|eng|english)(?:[-_].*)?$", re.I)


def is_english(language: str) -> bool:
    """Whether a tag or name stands for English ("en-GB", "English")."""
    return bool(_ENGLISH.match(language))


class DocumentKind(StrEnum):
    """The second label of a Document; `document` when nothing says more."""

    DOCUMENT = "Document"
    NEWS_ARTICLE = "NewsArticle"
    REPORT = "Report"
    LEGISLATION = "Legislation"
    PROPOSAL = "Proposal"
    TRANSCRIPT = "Transcript"


class BlockKind(StrEnum):
    """What a block of text is. Statements, offices and topics come from CONTENT kinds only."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    HEADLINE = "headline"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    FURNITURE = "furniture"
    FRONT_MATTER = "front_matter"


CONTENT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Block(Frozen):
    """One block of the text: `text[start:end]`, without the white space around it."""

    start: int = Field(ge=0)
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def span(self) -> Span:
        """The block's passage."""
        return Span(self.start, self.end)


class DateSource(StrEnum):
    """Where a date came from, from the most to the least telling."""

    METADATA = "metadata"
    PAGE = "page"
    BYLINE = "byline"
    DATELINE = "dateline"
    FILENAME = "filename"
    UNKNOWN = "unknown"


class Document(Frozen):
    """A text with what is known about it.

    `text` is the decoded file without newline translation (for HTML: the extracted article);
    furniture is marked in `blocks`, never deleted, so every offset stays true to the file.
    `blocks` are ordered and do not overlap; what lies between them is white space or markup.
    `source` is the name relative to the folder that was loaded; `modified` decides between two
    versions of one document (a file's modification time, or what the record says).
    """

    source: str = Field(min_length=1)
    text: str
    kind: DocumentKind = DocumentKind.DOCUMENT
    headline: str | None = None
    url: str | None = None
    language: str | None = None
    outlet: str | None = Field(default=None, description="who carries the text")
    agency: str | None = Field(default=None, description="who it is credited to")
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    published: date | None = None
    published_source: DateSource = DateSource.UNKNOWN
    modified: datetime
    blocks: tuple[Block, ...] = ()

    @field_validator(
        "text", "source", "headline", "url", "language", "outlet", "agency", "dateline", "authors"
    )
    @classmethod
    def _can_be_stored(cls, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
        """Half of a surrogate pair (from a broken JSON escape) has no UTF-8 form."""
        try:
            "".join(value or ()).encode()
        except UnicodeEncodeError as error:
            raise ValueError("holds half of a surrogate pair, which no store can keep") from error
        return value

    @field_validator("url")
    @classmethod
    def _is_an_identity(cls, url: str | None) -> str | None:
        """A URL names the document for everybody: "/news/1" of two outlets would be one."""
        return web_address(url) if url is not None else None

    @field_validator("modified")
    @classmethod
    def _is_an_instant(cls, moment: datetime) -> datetime:
        """Stores compare instants in UTC, which ends before the year 10000."""
        if moment.tzinfo is None:
            raise ValueError("has no time zone")
        try:
            moment.astimezone(UTC)
        except OverflowError as error:
            raise ValueError("lies outside the years 1 to 9999") from error
        return moment

    @model_validator(mode="after")
    def _blocks_fit(self) -> "Document":
        last = 0
        for block in self.blocks:
            if not last <= block.start < block.end <= len(self.text):
                raise ValueError(
                    f"{self.source}: block {block.start}:{block.end} overlaps or is out of range"
                )
            last = block.end
        return self

    @property
    def uri(self) -> str:
        """The document's key in the graph."""
        return ids.document_uri(url=self.url, source=self.source)

    @property
    def sha256(self) -> str:
        """The digest of all that the graph derives from: the text and what is known about it."""
        content = self.model_dump_json(exclude={"modified"})
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def is_english(self) -> bool:
        """Whether statements can be read from it; a text of an unknown language is read."""
        return self.language is None or is_english(self.language)

    def content(self) -> Iterator[Block]:
        """The blocks that may carry statements, in order."""
        return (b for b in self.blocks if b.kind in CONTENT)
