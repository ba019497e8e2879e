"""Documents as labelled words. In: brat documents. Out: words and tags, encoded exactly as at run
time.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from kg.read.network import tags
from kg.read.network.encode import Word, hide, words
from training.brat import Document, Spans


@dataclass(frozen=True)
class Labelled:
    """The words of a document outside its discarded regions, their tags and spelling."""

    name: str
    words: list[Word]
    tags: list[int]
    spelt: list[str]


def load_tokenizer(path: Path) -> Tokenizer:
    """The encoder's tokenizer without its truncation and padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def label(document: Document, tokenizer: Tokenizer) -> Labelled:
    """Tag the words. Where roles overlap, 1 word in 4,000, the later of ROLES wins."""
    found = words(hide(document.text, document.discarded), tokenizer)
    given = [tags.OUTSIDE] * len(found)
    for number, role in enumerate(tags.ROLES):
        for attribution in document.attributions:
            _mark(found, given, getattr(attribution, role), number)
    return Labelled(
        document.name, found, given, [document.text[w.start : w.end].lower() for w in found]
    )


def _mark(found: list[Word], given: list[int], spans: Spans, role: int) -> None:
    last = None
    for start, end in spans:
        for k in _covered(found, start, end):
            given[k] = tags.inside(role) if last == k - 1 else tags.begin(role)
            last = k


def _covered(found: list[Word], start: int, end: int) -> Iterable[int]:
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if found[middle].end <= start else (low, middle)
    while low < len(found) and found[low].start < end:
        yield low
        low += 1


def split(
    documents: list[Document], held_out: int, seed: int
) -> tuple[list[Document], list[Document]]:
    """(for training, held out): the latter calibrate confidence and choose between settings."""
    rng = random.Random(seed)  # noqa: S311
    chosen = set(rng.sample([d.name for d in documents], held_out))
    kept = [d for d in documents if d.name not in chosen]
    return kept, [d for d in documents if d.name in chosen]


def seeded(*parts: object) -> random.Random:
    """A generator that repeats for the same parts. Chance in training needs no secrecy."""
    return random.Random("-".join(map(str, parts)))  # noqa: S311
