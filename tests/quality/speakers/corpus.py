"""The documents of the gold, with what a linker gets: gold attributions, real mentions and offices.

Comes in: the shared data folder. Goes out: Documents and Extractions. Called by `score`. All
attributions that the corpus annotates are given, not only those in the gold: whom a pronoun means
depends on who spoke before.
"""

from collections.abc import Iterator
from pathlib import Path

from kg.extract.acts import act_of
from kg.extract.mentions import find_mentions
from kg.extract.modes import mode_of, quoted_mask
from kg.extract.names import Names
from kg.extract.nlp import analyse
from kg.extract.offices import find_offices
from loaders.base import Skipped
from loaders.sources import open_sources
from schema.attribution import Attribution, Extraction
from schema.document import Document
from schema.errors import DocumentError
from schema.span import Span
from training import brat


def folder(shared: Path) -> Path:
    """The annotated corpus in the shared data."""
    return shared / "data" / "polnear" / "dev"


def load_document(path: Path) -> Document:
    """One text as plain paragraphs. Raises DocumentError when it cannot be read."""
    (found,) = open_sources([str(path)], raw=True)
    if isinstance(found, Skipped):
        raise DocumentError(f"{path}: {found.reason}")
    return found


def read(shared: Path, names: frozenset[str]) -> Iterator[tuple[str, Document, Extraction]]:
    """The named documents in order, each with its extraction."""
    for annotated in brat.read_corpus(folder(shared)):
        if annotated.name in names:
            document = load_document(folder(shared) / "text" / f"{annotated.name}.txt")
            if document.text != annotated.text:
                raise DocumentError(f"{annotated.name}: the loader changed the text")
            yield annotated.name, document, _extraction(document, annotated.attributions)


def _extraction(document: Document, annotated: tuple[brat.Attribution, ...]) -> Extraction:
    paragraphs = analyse(document)
    names = Names.of(document, paragraphs)
    mask = quoted_mask(document)
    return Extraction(
        tool="gold",
        attributions=tuple(_attribution(document.text, mask, a) for a in annotated),
        offices=find_offices(document, paragraphs, names),
        mentions=find_mentions(document, paragraphs, names),
    )


def _attribution(text: str, mask: bytearray, annotated: brat.Attribution) -> Attribution:
    source, cue, content = (
        tuple(Span(*s) for s in role)
        for role in (annotated.source, annotated.cue, annotated.content)
    )
    act, negated = act_of(" ".join(s.of(text) for s in cue))
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        mode=mode_of(text, mask, content),
        act=act,
        negated=negated,
    )
