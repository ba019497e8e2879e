"""From scores to spans. In: the network's scores of overlapping windows. Out: tagged spans and word
probabilities.

Called by `predict`. A window's scores are poorest at its edges, so each word takes those of the
window in which it lies deepest; one search over the whole document then finds the best legal
sequence of tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.extract.model import tags
from kg.extract.model.encode import Window

FORBIDDEN = -1e4


@dataclass(frozen=True)
class Span:
    """Words `begin:end` in one role (an index into tags.ROLES)."""

    role: int
    begin: int
    end: int


def stitch(windows: Sequence[Window], scores: Sequence[np.ndarray], count: int) -> np.ndarray:
    """One row of tag scores for each of `count` words; `scores[k]` has a row for each sub-word of
    window k.
    """
    merged = np.zeros((count, tags.COUNT), dtype=np.float32)
    depth = np.full(count, -1)
    for window, rows in zip(windows, scores, strict=True):
        size = len(window.first)
        left, right = np.arange(size), np.arange(size)[::-1]
        # The edges of the document are no cut: nothing is missing beyond them.
        reach = np.minimum(
            left if window.begin else np.full(size, count),
            right if window.begin + size < count else count,
        )
        part = slice(window.begin, window.begin + size)
        better = reach > depth[part]
        merged[part][better] = rows[window.first][better]
        depth[part][better] = reach[better]
    return merged


def viterbi(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """The best sequence of tags; where `fresh` holds (a new paragraph) no span goes on."""
    start, step = _start(), _ruled(step)
    best, back = start + scores[0], np.zeros(scores.shape, dtype=np.int64)
    across = step + start
    for t in range(1, len(scores)):
        paths = best[:, None] + (across if fresh[t] else step)
        back[t] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[t]
    path = [int(best.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return np.array(path[::-1])


def probabilities(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """How likely each tag is for each word, over all legal sequences."""
    step = _ruled(step).astype(np.float64)
    across = step + _start()
    moves = [np.exp(across), np.exp(step)]
    shifted = scores.astype(np.float64) - scores.max(axis=1, keepdims=True)
    local = np.exp(shifted)
    forward, backward = np.empty_like(local), np.ones_like(local)
    forward[0] = _normal(np.exp(_start()) * local[0])
    for t in range(1, len(local)):
        forward[t] = _normal((forward[t - 1] @ moves[0 if fresh[t] else 1]) * local[t])
    for t in range(len(local) - 2, -1, -1):
        backward[t] = _normal(moves[0 if fresh[t + 1] else 1] @ (backward[t + 1] * local[t + 1]))
    both: np.ndarray = forward * backward
    both /= both.sum(axis=1, keepdims=True)
    return both


def spans(path: np.ndarray) -> list[Span]:
    """The spans of a legal sequence of tags."""
    found: list[Span] = []
    for k, tag in enumerate(map(int, path)):
        if tags.is_inside(tag):
            last = found[-1]
            found[-1] = Span(last.role, last.begin, k + 1)
        elif tag != tags.OUTSIDE:
            found.append(Span(tags.role_of(tag), k, k + 1))
    return found


def _start() -> np.ndarray:
    """Scores of a first tag: anything but the inside of a span."""
    return np.array([FORBIDDEN if tags.is_inside(tag) else 0.0 for tag in range(tags.COUNT)])


def _ruled(step: np.ndarray) -> np.ndarray:
    return np.where(tags.legal(), step, FORBIDDEN)


def _normal(row: np.ndarray) -> np.ndarray:
    row /= row.sum()
    return row
