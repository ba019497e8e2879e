"""Batches for the last stage of the training. In: silver documents and cuts of them. Out: tensors
with what is known, what the teacher says and what the parser says.

Called by `distil`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from kg.read.network import tags
from kg.read.network.encode import Word
from kg.read.network.network import KINDS, Labels
from kg.read.network.parse import CLS
from training.augment import Augmenter
from training.batches import Batch, Cut, batch
from training.data import Labelled
from training.syntax import ROOT, Silver

IGNORED = -100  # what cross_entropy leaves out


@dataclass(frozen=True)
class Learnt:
    """A document as numbers; every array has a row for each word."""

    teacher: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    tags: np.ndarray
    entities: np.ndarray


def labels_of(documents: Sequence[Silver]) -> Labels:
    """All labels that occur, sorted; the network's outputs are in this order."""
    return Labels(
        *(tuple(sorted({x for d in documents for x in getattr(d.syntax, k)} - {""})) for k in KINDS)
    )


def learnt(silver: Silver, labels: Labels) -> Learnt:
    """A document as numbers."""
    numbers = (_numbers(getattr(labels, k), getattr(silver.syntax, k)) for k in KINDS)
    return Learnt(silver.teacher, silver.syntax.heads, *numbers)


def _numbers(names: tuple[str, ...], given: list[str]) -> np.ndarray:
    known = {name: number for number, name in enumerate(names)}
    return np.array([known.get(g, IGNORED) for g in given], dtype=np.int64)


@dataclass(frozen=True)
class Lesson(Batch):
    """A batch with what parser and teacher say.

    `place[b, i]` is the number of the paragraph of the word that begins at sub-word i, or -1. The
    labels of syntax (relation, part of speech, entity) stand at the words' first sub-words, and
    `heads` has the sub-word at which a word's head begins, CLS for the root.
    """

    teacher: Tensor
    real: Tensor
    place: Tensor
    heads: Tensor
    labels: tuple[Tensor, ...]


def lesson(
    documents: Sequence[Labelled],
    known: Sequence[Learnt],
    cuts: Sequence[Cut],
    augment: Augmenter,
    rng: random.Random,
) -> Lesson:
    """The cuts as padded tensors."""
    plain = batch(documents, cuts, augment, rng)
    by_word, by_piece = plain.gold.shape, plain.ids.shape
    made = Lesson(
        **vars(plain),
        teacher=torch.zeros(*by_word, tags.COUNT),
        real=torch.zeros(by_word, dtype=torch.bool),
        place=torch.full(by_piece, -1),
        heads=torch.full(by_piece, IGNORED),
        labels=tuple(torch.full(by_piece, IGNORED) for _ in range(3)),
    )
    for row, (d, begin, end) in enumerate(cuts):
        _fill(made, row, documents[d].words[begin:end], known[d], begin)
    return made


def _fill(made: Lesson, row: int, found: Sequence[Word], known: Learnt, begin: int) -> None:
    """Write what is known of the words of a window, the first of which is word `begin`."""
    size = len(found)
    inside = slice(begin, begin + size)
    first = made.first[row, :size].numpy()
    made.teacher[row, :size] = torch.from_numpy(known.teacher[inside].astype(np.float32))
    made.real[row, :size] = True
    heads = known.heads[inside]
    labelled = heads >= ROOT
    paragraph = np.array([w.paragraph for w in found])
    made.place[row, first[labelled]] = torch.from_numpy(paragraph[labelled])
    for table, values in zip(
        made.labels, (known.relations, known.tags, known.entities), strict=True
    ):
        table[row, first[labelled]] = torch.from_numpy(values[inside][labelled])
    at = heads - begin
    near = (heads >= 0) & (at >= 0) & (at < size)
    at = np.where(near, at, 0)
    near &= labelled[at] & (paragraph[at] == paragraph)
    made.heads[row, first[near]] = torch.from_numpy(first[at[near]])
    made.heads[row, first[heads == ROOT]] = CLS
