"""What a parser says of the words the network reads. In: spaCy's analysis of a text, the network's
words. Out: for each word a head, a relation, a tag and an entity label.

The network learns all of these from spaCy's own small pipeline, so that one run of the network can
stand for both. A word that begins no token of spaCy carries no labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.read.network.encode import Word
from training.data import Labelled

if TYPE_CHECKING:
    from spacy.tokens import Doc  # which the training itself does without

UNKNOWN = -1  # tag of a word of a text without annotation
NONE, ROOT = -2, -1
"""Instead of a head: the word has no labels; the word is the root of its sentence."""


@dataclass(frozen=True)
class Syntax:
    """One entry for each word of a document; `heads` are word numbers, ROOT or NONE.

    A tag joins the fine tag and the part of speech; entities are in BIO form.
    """

    heads: np.ndarray
    relations: list[str]
    tags: list[str]
    entities: list[str]


@dataclass(frozen=True)
class Silver:
    """A document to learn from; its tags are UNKNOWN throughout where nobody annotated.

    `teacher` has a row of tag scores for each word.
    """

    labelled: Labelled
    teacher: np.ndarray
    syntax: Syntax


def syntax_of(found: Sequence[Word], parsed: Iterable[tuple[Doc, np.ndarray]]) -> Syntax:
    """The labels of the words of one document; each parsed text comes with the word that stands for
    each of its tokens (`place_of`).
    """
    heads = np.full(len(found), NONE, dtype=np.int32)
    relations, tags, entities = ([""] * len(found) for _ in range(3))
    for doc, place in parsed:
        for token, k in zip(doc, place, strict=True):
            if k < 0 or heads[k] != NONE or token.is_space:
                continue
            head = ROOT if token.head.i == token.i else int(place[token.head.i])
            if head == k or (head < 0 and token.head.i != token.i):
                continue
            heads[k] = head
            relations[k] = token.dep_
            tags[k] = f"{token.tag_}|{token.pos_}"
            entities[k] = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    return Syntax(heads, relations, tags, entities)


def place_of(doc: Doc, offset: int, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """For each of spaCy's tokens the word that stands for it, -1 for none: the first word to begin
    in it, else the one it lies in. Words lie at `starts`:`ends`, the text of `doc` begins at
    `offset` there; `kg.read.tokens` joins words the other way round.
    """
    begin = np.array([t.idx for t in doc], dtype=np.int64) + offset
    end = begin + np.array([len(t) for t in doc], dtype=np.int64)
    at = np.searchsorted(starts, begin)
    follows, ended = np.append(starts, end.max() + 1)[at], np.insert(ends, 0, 0)[at]
    return np.where(follows < end, at, np.where(ended > begin, at - 1, -1))
