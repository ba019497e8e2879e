"""spaCy documents made of what the network says: `kg.read.syntax`."""

import re

import numpy as np
from spacy.tokens import Doc

from kg.read.network.network import Labels as Names
from kg.read.network.parse import Parse
from kg.read.syntax import Labels, filled, lemma, place_of, tokenized

NAMES = Names(
    relations=("ROOT", "nsubj", "aux", "dobj", "punct"),
    tags=("NNP|PROPN", "MD|AUX", "VB|VERB", "NNS|NOUN", ".|PUNCT"),
    entities=("O", "B-PERSON", "I-PERSON"),
)
TEXT = "Ada Roe cannot change rules.  "
# Ada Roe cannot change rules .
HEADS, RELATIONS, TAGS, KINDS = (
    [1, 3, 3, 3, 3, 3],
    [1, 1, 2, 0, 3, 4],
    [0, 0, 1, 2, 3, 4],
    [1, 2, 0, 0, 0, 0],
)


def _words(text: str) -> tuple[np.ndarray, np.ndarray]:
    found = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    return np.array([a for a, _ in found]), np.array([b for _, b in found])


def _parsed(kinds: list[int] = KINDS) -> Doc:
    doc = tokenized(TEXT)
    place = place_of(doc, 0, *_words(TEXT))
    parse = Parse(*(np.array(x) for x in (HEADS, RELATIONS, TAGS, kinds)))
    return filled(doc, place, parse, Labels.of(NAMES))


def test_tokens_take_the_labels_of_their_words() -> None:
    doc = _parsed()
    assert [t.text for t in doc] == ["Ada", "Roe", "can", "not", "change", "rules", ".", " "]
    assert [t.tag_ for t in doc][:3] == ["NNP", "NNP", "MD"]
    assert [t.head.text for t in doc][:3] == ["Roe", "change", "change"]
    assert [t.dep_ for t in doc][4:7] == ["ROOT", "dobj", "punct"]
    assert [(e.text, e.label_) for e in doc.ents] == [("Ada Roe", "PERSON")]


def test_the_second_token_of_a_word_hangs_where_the_first_does() -> None:
    negation = _parsed()[3]
    assert (negation.dep_, negation.tag_, negation.head.text) == ("neg", "RB", "change")


def test_white_space_belongs_to_what_stands_before_it() -> None:
    space = _parsed()[7]
    assert (space.pos_, space.head.text) == ("SPACE", ".")
    assert len(list(_parsed().sents)) == 1


def test_an_entity_always_begins() -> None:
    assert [e.text for e in _parsed([2, 2, 0, 0, 2, 0]).ents] == ["Ada Roe", "rules"]


def test_lemmas_follow_the_tags() -> None:
    doc = _parsed()
    assert (lemma(doc[4]), lemma(doc[5])) == ("change", "rule")


def test_offsets_count_from_where_the_text_begins() -> None:
    starts, ends = _words(TEXT)
    assert place_of(tokenized(TEXT), 40, starts + 40, ends + 40).tolist() == [
        *[0, 1, 2, 2, 3, 4, 5, -1],
    ]


def test_a_text_without_words_is_a_sentence_of_white_space() -> None:
    doc = tokenized("  ")
    none = np.zeros(0, dtype=np.int64)
    place = place_of(doc, 0, none, none)
    assert place.tolist() == [-1]
    filled(doc, place, Parse(none, none, none, none), Labels.of(NAMES))
    assert [t.pos_ for t in doc] == ["SPACE"]
    assert len(list(doc.sents)) == 1
