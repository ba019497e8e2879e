"""From the network's scores to syntax. In: the windows of a text and what the network says of them.
Out: for each word its head, relation, tag and entity label, as numbers.

Words that lie in one paragraph of one window are parsed together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.read.network.encode import LETTERS, Window, Word
from kg.read.network.trees import NEVER, trees

CLS = 0  # where the network points for the root of a sentence


@dataclass(frozen=True)
class Parse:
    """One entry for each word: `heads` are word numbers, a root's its own; the rest number the
    labels of the model.
    """

    heads: np.ndarray
    relations: np.ndarray
    tags: np.ndarray
    entities: np.ndarray


def parse(
    found: Sequence[Word],
    tokens: np.ndarray,
    windows: Sequence[Window],
    outputs: Sequence[Mapping[str, np.ndarray]],
    root: int,
) -> Parse:
    """The syntax of the words; `tokens` says which of them begin one of the parser's tokens: the
    others are not heads, and what stands for them means nothing. `root` numbers the relation of
    roots.
    """
    count = len(found)
    ends = np.array([w.feature < LETTERS for w in found], dtype=bool)
    made = Parse(np.arange(count), *(np.zeros(count, dtype=np.int64) for _ in range(3)))
    for window, given in zip(windows, outputs, strict=True):
        inside = slice(window.begin, window.begin + len(window.first))
        relations = given["relations"][window.first]
        relations[:, root] = NEVER
        made.relations[inside] = relations.argmax(axis=1)
        for name in ("tags", "entities"):
            getattr(made, name)[inside] = given[name][window.first].argmax(axis=1)
        numbers = np.array([w.paragraph for w in found[inside]])
        for number in np.unique(numbers):
            here = np.flatnonzero((numbers == number) & tokens[inside])
            if len(here):
                rows = given["heads"][window.first[here]]
                heads = trees(rows[:, window.first[here]], rows[:, CLS], ends[inside][here])
                made.heads[window.begin + here] = window.begin + here[heads]
    made.relations[made.heads == np.arange(count)] = root
    return made
