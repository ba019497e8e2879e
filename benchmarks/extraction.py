"""Extraction: documents and words a second, beside bare spaCy on the same text."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import documents
from benchmarks.timing import Comparison, compare
from kg.extract.nlp import language
from kg.pipeline import Pipeline
from kg.settings import Settings
from schema.ids import WORD


def measure(folder: Path, *, most: int) -> Iterator[Comparison]:
    """One process, one thread: from a Document to typed triples."""
    pipeline = Pipeline.from_settings(Settings(store="memory://"))
    found = documents(folder)[:most]
    texts = [b.span.of(d.text) for d in found for b in d.content()]
    words = sum(len(WORD.findall(t)) for t in texts)
    nlp = language()

    def ours() -> None:
        for document in found:
            pipeline(document)

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=64):
            pass

    bare_name = "bare spaCy, same text"
    line = compare("extract, link, build", "words", words, ours, bare_name, bare)
    yield line
    yield Comparison(line.what, "documents", len(found), line.seconds, bare_name, line.bare_seconds)
