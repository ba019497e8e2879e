"""From a network's outputs to syntax: `kg.read.network.parse`."""

import numpy as np

from kg.read.network.encode import Window, Word, window
from kg.read.network.parse import CLS, Parse, parse

RELATIONS = ("ROOT", "nsubj", "dobj")


def _words(*paragraphs: int) -> list[Word]:
    return [Word(k, k + 1, (k + 200, k + 300), 0, p) for k, p in enumerate(paragraphs)]


def _says(given: Window, heads: dict[int, int | None], relation: int = 1) -> dict[str, np.ndarray]:
    """Outputs in which each word of the window has this head, None for the root of a sentence."""
    size = len(given.ids)
    scores = np.full((size, size), -5.0)
    scores[:, CLS] = -9.0
    for child, head in heads.items():
        scores[given.first[child], CLS if head is None else given.first[head]] = 5.0
    labels = np.zeros((size, len(RELATIONS)))
    labels[:, relation] = 1.0
    return {"heads": scores, "relations": labels, "tags": labels, "entities": labels}


def _parsed(found: list[Word], heads: dict[int, int | None], tokens: list[bool]) -> Parse:
    one = window(found, 0, len(found))
    return parse(found, np.array(tokens), [one], [_says(one, heads)], root=0)


def test_heads_are_those_of_first_sub_words() -> None:
    made = _parsed(_words(0, 0, 0), {0: 1, 1: None, 2: 1}, [True] * 3)
    assert made.heads.tolist() == [1, 1, 1]
    assert made.relations.tolist() == [1, 0, 1]
    assert made.tags.tolist() == [1, 1, 1]


def test_no_head_lies_in_another_paragraph() -> None:
    made = _parsed(_words(0, 0, 1, 1), {0: None, 1: 0, 2: 0, 3: None}, [True] * 4)
    assert made.heads.tolist() == [0, 0, 3, 3]


def test_a_word_that_begins_no_token_is_nobodys_head() -> None:
    made = _parsed(_words(0, 0, 0), {0: 2, 1: None, 2: 1}, [True, True, False])
    assert made.heads.tolist()[:2] == [1, 1]


def test_only_roots_are_called_so() -> None:
    found = _words(0, 0)
    one = window(found, 0, 2)
    given = _says(one, {0: None, 1: 0}, relation=0)
    made = parse(found, np.array([True, True]), [one], [given], root=0)
    assert made.relations.tolist()[0] == 0
    assert made.relations.tolist()[1] != 0


def test_windows_are_parsed_apart() -> None:
    found = _words(0, 1)
    cut = [window(found, 0, 1), window(found, 1, 2)]
    given = [_says(w, {0: None}) for w in cut]
    assert parse(found, np.array([True, True]), cut, given, root=0).heads.tolist() == [0, 1]
