"""Cut labelled documents into batches. In: documents, a seed and an epoch. Out: tensors.

An epoch's plan follows from seed and epoch alone, so that a run can resume in the middle of one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from kg.read.network.encode import WINDOW, costs, packed, window
from training.augment import Augmenter
from training.data import Labelled, seeded

# A window has this to WINDOW sub-words, at random, so that cuts differ from epoch to epoch.
SHORTEST = 80
POOLED = 8  # batches sorted by length together: little padding and still random


@dataclass(frozen=True)
class Batch:
    """One step's input for one process."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    gold: Tensor


Cut = tuple[int, int, int]  # document, first word, end


def anywhere(document: Labelled, rng: random.Random) -> list[tuple[int, int, int]]:
    """Windows of random length, one behind the other."""
    total = costs(document.words)
    begin, found = 0, []
    while begin < len(document.words):
        room = total[begin] + rng.randint(SHORTEST, WINDOW)
        if total[-1] - total[begin] <= WINDOW:
            room = total[-1]
        end = max(begin + 1, int(np.searchsorted(total, room, side="right")) - 1)
        found.append((begin, end, int(total[end] - total[begin])))
        begin = end
    return found


def plan(
    documents: list[Labelled],
    size: int,
    processes: int,
    seed: int,
    epoch: int,
    *,
    cut: Callable[[Labelled, random.Random], list[tuple[int, int, int]]] = anywhere,
) -> list[list[list[Cut]]]:
    """Steps of an epoch: for each step one list of cuts a process; processes get cuts of like
    length. `cut` gives (first word, end, sub-words); by default cuts fall anywhere.
    """
    rng = seeded(seed, epoch)
    cuts = [(d, a, b, cost) for d, doc in enumerate(documents) for a, b, cost in cut(doc, rng)]
    rng.shuffle(cuts)
    together = size * processes
    steps: list[list[list[Cut]]] = []
    for at in range(0, len(cuts), together * POOLED):
        pool = sorted(cuts[at : at + together * POOLED], key=lambda c: c[3])
        for begin in range(0, len(pool) - together + 1, together):
            chosen = [c[:3] for c in pool[begin : begin + together]]
            steps.append([chosen[p::processes] for p in range(processes)])
    rng.shuffle(steps)
    return steps


def at_paragraphs(document: Labelled, rng: random.Random) -> list[tuple[int, int, int]]:
    """Windows of random length that begin with a paragraph where they can, as at run time."""
    total = costs(document.words)
    found = packed(document.words, lambda: rng.randint(SHORTEST, WINDOW))
    return [(a, b, int(total[b] - total[a])) for a, b in found]


def batch(
    documents: Sequence[Labelled], cuts: Sequence[Cut], augment: Augmenter, rng: random.Random
) -> Batch:
    """The cuts as padded tensors."""
    made, gold = [], []
    for d, a, b in cuts:
        found = augment(documents[d].words[a:b], documents[d].spelt[a:b], rng)
        made.append(window(found, 0, b - a))
        gold.append(np.array(documents[d].tags[a:b]))
    ids = _padded([w.ids for w in made], 0)
    lengths = torch.tensor([len(w.ids) for w in made])
    mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
    features, first = _padded([w.features for w in made], 0), _padded([w.first for w in made], 0)
    return Batch(ids, features, mask, first, _padded(gold, -1))


def _padded(rows: list[np.ndarray], fill: int) -> Tensor:
    width = max(len(row) for row in rows)
    table = np.full((len(rows), width), fill, dtype=np.int64)
    for k, row in enumerate(rows):
        table[k, : len(row)] = row
    return torch.from_numpy(table)
