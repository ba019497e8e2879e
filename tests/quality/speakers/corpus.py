"""The documents of the gold, with what a linker gets: gold attributions, real mentions and offices.

Comes in: the shared data folder. Goes out: Documents and Extractions. Called by `score`. All
attributions that the corpus annotates are given, not only those in the gold: whom a pronoun means
depends on who spoke before.
"""

from collections.abc import Iterator
from pathlib import Path

from kg.extract.attributions.modes import mode_of
from kg.extract.meaning.acts import act_of
from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.read.reading import Reading
from kg.read.reading import read as read_document
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


def read(shared: Path, names: frozenset[str]) -> Iterator[tuple[str, Reading, Extraction]]:
    """The named documents in order, as they were read, each with its extraction."""
    for annotated in brat.read_corpus(folder(shared)):
        if annotated.name in names:
            document = load_document(folder(shared) / "text" / f"{annotated.name}.txt")
            if document.text != annotated.text:
                raise DocumentError(f"{annotated.name}: the loader changed the text")
            reading = read_document(document)
            yield annotated.name, reading, _extraction(reading, annotated.attributions)


def _extraction(reading: Reading, annotated: tuple[brat.Attribution, ...]) -> Extraction:
    names = Names.of(reading)
    return Extraction(
        tool="gold",
        attributions=tuple(_attribution(reading, a) for a in annotated),
        offices=find_offices(reading, names),
        mentions=find_mentions(reading, names),
    )


def _attribution(reading: Reading, annotated: brat.Attribution) -> Attribution:
    source, cue, content = (
        tuple(Span(*s) for s in role)
        for role in (annotated.source, annotated.cue, annotated.content)
    )
    act, negated = act_of(" ".join(s.of(reading.text) for s in cue))
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        mode=mode_of(reading.text, reading.quoted, content),
        act=act,
        negated=negated,
    )
