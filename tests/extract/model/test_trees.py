"""Trees from scores of heads: `kg.read.network.trees`."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.read.network.trees import trees as constrained

LOW = -9.0


def trees(scores: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """Trees where a sentence may end with any word."""
    return constrained(scores, roots, np.ones(len(roots), dtype=bool))


def _scores(count: int, heads: dict[int, int]) -> np.ndarray:
    scores = np.full((count, count), LOW)
    for child, head in heads.items():
        scores[child, head] = 5.0
    return scores


def _sentences(heads: np.ndarray) -> list[int]:
    """The root above each word."""
    found = []
    for k in range(len(heads)):
        steps = 0
        while heads[k] != k:
            k, steps = int(heads[k]), steps + 1
            assert steps <= len(heads), "a circle"
        found.append(k)
    return found


def _projective(heads: np.ndarray) -> bool:
    """Whether all words between a word and its head hang on that head."""
    for k, head in enumerate(map(int, heads)):
        for between in range(min(k, head) + 1, max(k, head)):
            above = between
            while above not in {head, int(heads[above])}:
                above = int(heads[above])
            if above != head:
                return False
    return True


def test_a_plain_tree_is_taken_as_it_is() -> None:
    roots = np.array([LOW, 5.0, LOW, LOW])
    assert trees(_scores(4, {0: 1, 2: 3, 3: 1}), roots).tolist() == [1, 1, 3, 1]


def test_two_sentences_are_two_trees() -> None:
    roots = np.array([LOW, 5.0, LOW, LOW, 5.0])
    scores = _scores(5, {0: 1, 2: 1, 3: 4})
    assert trees(scores, roots).tolist() == [1, 1, 1, 4, 4]


def test_no_arc_crosses_the_end_of_a_sentence() -> None:
    # Word 0 wants the root of the second sentence; its own is next best.
    scores = _scores(5, {0: 4, 2: 1, 3: 4})
    scores[0, 1] = 4.0
    assert trees(scores, np.array([LOW, 5.0, LOW, LOW, 5.0])).tolist() == [1, 1, 1, 4, 4]


def test_no_sentence_ends_within() -> None:
    # Words 1 and 2 both look like roots, 1 more so; a sentence may end with word 3 only.
    roots = np.array([LOW, 6.0, 5.0, LOW])
    scores = _scores(4, {0: 1, 3: 2})
    ends = np.array([False, False, False, True])
    assert constrained(scores, roots, ends).tolist() == [1, 1, 1, 2]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    scores = _scores(4, {0: 1, 1: 0, 2: 3})
    scores[1, 3], scores[0, 3] = 4.0, 1.0
    assert trees(scores, np.array([LOW, LOW, LOW, 5.0])).tolist() == [1, 3, 3, 3]


def test_a_word_that_crosses_another_arc_is_moved() -> None:
    # Word 0 wants word 3, over the root of the sentence; word 1 is next best.
    scores = _scores(5, {0: 3, 2: 1, 3: 2, 4: 1})
    scores[0, 3], scores[0, 1] = 4.0, 3.0
    heads = trees(scores, np.array([LOW, 5.0, LOW, LOW, LOW]))
    assert heads.tolist() == [1, 1, 1, 2, 1]


def test_a_text_without_a_root_gets_the_likeliest() -> None:
    assert trees(_scores(2, {0: 1, 1: 0}), np.array([-2.0, -1.0])).tolist() == [1, 1]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_whatever_the_scores_sentences_are_trees_in_one_piece(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    ends = chance.random(count) < 0.5
    heads = constrained(chance.normal(size=(count, count)), chance.normal(size=count), ends)
    above = _sentences(heads)
    assert _projective(heads)
    changes = sum(a != b for a, b in pairwise(above))
    assert changes == len(set(above)) - 1
    assert all(a == b or end for (a, b), end in zip(pairwise(above), ends, strict=False))
