"""From scores to spans: `kg.read.network.decode`."""

import itertools

import numpy as np
import pytest

from kg.read.network import tags
from kg.read.network.decode import Tagged, probabilities, tagged_spans, viterbi

STEP = np.random.default_rng(1).normal(size=(tags.COUNT, tags.COUNT))
LEGAL = tags.legal()


def _legal(path: tuple[int, ...], fresh: np.ndarray) -> bool:
    pairs = zip((tags.OUTSIDE, *path), path, strict=False)
    return all(
        LEGAL[a, b] and not (f and tags.is_inside(b))
        for (a, b), f in zip(pairs, fresh, strict=True)
    )


def _score(path: tuple[int, ...], scores: np.ndarray, fresh: np.ndarray) -> float:
    steps = zip(itertools.pairwise(path), fresh[1:], strict=True)
    return sum(scores[t, tag] for t, tag in enumerate(path)) + sum(
        STEP[a, b] for (a, b), new in steps if not new
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_search_finds_what_trying_all_legal_sequences_finds(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=3, size=(4, tags.COUNT))
    fresh = np.array([True, False, seed % 2 == 0, False])
    legal = [p for p in itertools.product(range(tags.COUNT), repeat=4) if _legal(p, fresh)]
    best = max(legal, key=lambda p: _score(p, scores, fresh))
    assert tuple(viterbi(scores, STEP, fresh)) == best


@pytest.mark.parametrize("seed", range(3))
def test_probabilities_are_those_of_all_legal_sequences(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, tags.COUNT))
    fresh = np.array([True, False, seed % 2 == 0, False])
    expected = np.zeros_like(scores)
    for path in itertools.product(range(tags.COUNT), repeat=4):
        if _legal(path, fresh):
            expected[range(4), path] += np.exp(_score(path, scores, fresh))
    expected /= expected.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(probabilities(scores, STEP, fresh), expected, atol=1e-9)


def test_long_random_scores_decode_legally() -> None:
    scores = np.random.default_rng(0).normal(scale=20, size=(500, tags.COUNT)).astype(np.float32)
    fresh = np.arange(500) % 50 == 0
    path = viterbi(scores, STEP, fresh)
    assert _legal(tuple(path), fresh)


def test_spans_of_a_sequence() -> None:
    path = np.array([0, 1, 2, 3, 5, 6, 5, 0])
    assert tagged_spans(path) == [
        Tagged(0, 1, 3),
        Tagged(1, 3, 4),
        Tagged(2, 4, 6),
        Tagged(2, 6, 7),
    ]
