"""Linked F1. In: annotated and predicted attributions of a document. Out: which predictions are
right.

A prediction with a source is right when its content shares at least half of the words (Jaccard)
with an annotated content and its source shares a word with that attribution's source; each
annotation counts once, closest first. Annotations without a source are no misses; what is predicted
inside discarded regions is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.candidate import Candidate
from training.brat import Attribution, Document, Spans

_WORD = re.compile(r"\w+(?:['’]\w+)*")
OVERLAP = 0.5


@dataclass(frozen=True)
class Counts:
    """Predictions with a source, annotations with one, and how many of them met."""

    predicted: int = 0
    annotated: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.predicted + other.predicted,
            self.annotated + other.annotated,
            self.right + other.right,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.predicted + self.annotated)


@dataclass(frozen=True)
class _Held:
    content: frozenset[int]
    source: frozenset[int]


def judge(document: Document, predicted: Sequence[Candidate]) -> tuple[Counts, list[bool | None]]:
    """The counts, and for each prediction whether it is right: None if it is left out.

    A prediction without a source is not counted; it is right when an annotation has its content.
    """
    word_at = _index(document.text)
    discarded = _words(word_at, document.discarded)
    annotated = [h for a in document.attributions if (h := _held(word_at, a, discarded))]
    given = [_held(word_at, p, discarded) for p in predicted]
    met = _match(given, annotated)
    right = [None if held is None else k in met for k, held in enumerate(given)]
    with_source = [k for k, held in enumerate(given) if held and held.source]
    counts = Counts(
        len(with_source), sum(bool(a.source) for a in annotated), sum(k in met for k in with_source)
    )
    return counts, right


def _match(given: Sequence[_Held | None], annotated: Sequence[_Held]) -> set[int]:
    pairs = []
    for k, p in enumerate(given):
        for n, a in enumerate(annotated):
            if p and (shared := len(p.content & a.content)):
                overlap = shared / len(p.content | a.content)
                if overlap >= OVERLAP and (p.source & a.source or not p.source):
                    pairs.append((not p.source, -overlap, k, n))
    met: set[int] = set()
    used: set[int] = set()
    for _, _, k, n in sorted(pairs):
        if k not in met and n not in used:
            met.add(k)
            used.add(n)
    return met


def _index(text: str) -> list[int]:
    word_at = [-1] * (len(text) + 1)
    for number, match in enumerate(_WORD.finditer(text)):
        word_at[match.start() : match.end()] = [number] * (match.end() - match.start())
    return word_at


def _held(
    word_at: list[int], attribution: Attribution | Candidate, discarded: frozenset[int]
) -> _Held | None:
    content = _words(word_at, attribution.content)
    if not content or 2 * len(content & discarded) > len(content):
        return None
    return _Held(content, _words(word_at, attribution.source))


def _words(word_at: list[int], spans: Spans | Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(w for start, end in spans for w in word_at[start:end] if w >= 0)
