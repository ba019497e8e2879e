"""Documents built by hand for the extraction tests, and their attributions as plain words."""

from datetime import UTC, datetime
from typing import NamedTuple

from kg.extract.candidate import Candidate
from kg.extract.compose import build_extractor
from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.read.reading import read
from kg.settings import Settings
from kg.topics import load_scheme
from schema.attribution import Mention, OfficeMention
from schema.document import Block, BlockKind, Document, DocumentKind
from schema.span import Span

DAY = datetime(2026, 1, 1, tzinfo=UTC)


class Said(NamedTuple):
    """An attribution in words: source, cue and contents as they stand in the text."""

    source: str
    cue: str
    content: tuple[str, ...]


def written(
    *paragraphs: str | tuple[str, BlockKind], kind: DocumentKind = DocumentKind.NEWS_ARTICLE
) -> Document:
    """A document of these paragraphs; a pair says what kind of block one is."""
    text, blocks = "", []
    for paragraph in paragraphs:
        words, block = (paragraph, BlockKind.PARAGRAPH) if isinstance(paragraph, str) else paragraph
        blocks.append(Block(start=len(text), end=len(text) + len(words), kind=block))
        text += words + "\n\n"
    return Document(source="written", text=text, kind=kind, modified=DAY, blocks=tuple(blocks))


def mentions_in(document: Document) -> tuple[Mention, ...]:
    """The names in a document."""
    reading = read(document)
    return find_mentions(reading, Names.of(reading))


def offices_in(document: Document) -> tuple[OfficeMention, ...]:
    """The offices in a document."""
    reading = read(document)
    return find_offices(reading, Names.of(reading))


def said(document: Document) -> list[Said]:
    """Who said what, in text order, turns included."""

    def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(s.of(document.text) for s in spans)

    found = build_extractor(Settings(), load_scheme())(read(document)).attributions
    return [
        Said(" ".join(words(a.source)), " ".join(words(a.cue)), words(a.content)) for a in found
    ]


def candidate(document: Document, *, source: str = "", cue: str, content: str) -> Candidate:
    """A candidate whose parts are the first places of some words in the document."""

    def passage(words: str) -> tuple[Span, ...]:
        at = document.text.index(words)
        return (Span(at, at + len(words)),) if words else ()

    return Candidate(passage(source), passage(cue), passage(content), confidence=0.9)
