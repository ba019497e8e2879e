"""From scores to spans. In: a row of tag scores for each word. Out: tagged spans and probabilities.

Called by `predict`. In each paragraph the best legal sequence of tags is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.extract.model import tags

FORBIDDEN = -1e4


@dataclass(frozen=True)
class Span:
    """Words `begin:end` in one role (an index into tags.ROLES)."""

    role: int
    begin: int
    end: int


def viterbi(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """The best sequence of tags; where `fresh` holds (a new paragraph) no span goes on."""
    rows, sizes = _by_paragraph(scores, fresh)
    step, each = _ruled(step), np.arange(len(sizes))
    best, back = _start() + rows[:, 0], np.zeros(rows.shape, dtype=np.int64)
    for t in range(1, rows.shape[1]):
        paths = best[:, :, None] + step
        back[:, t] = paths.argmax(axis=1)
        goes_on = (t < sizes)[:, None]
        best = np.where(goes_on, paths.max(axis=1) + rows[:, t], best)
    path, tag = np.zeros(rows.shape[:2], dtype=np.int64), best.argmax(axis=1)
    for t in range(rows.shape[1] - 1, -1, -1):
        path[:, t] = tag
        tag = np.where(t < sizes, back[each, t, tag], tag)
    whole: np.ndarray = path[np.arange(rows.shape[1]) < sizes[:, None]]
    return whole


def probabilities(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """How likely each tag is for each word, over all legal sequences."""
    rows, sizes = _by_paragraph(scores.astype(np.float64), fresh)
    moves = np.exp(_ruled(step).astype(np.float64))
    local = np.exp(rows - rows.max(axis=2, keepdims=True))
    forward, backward = np.empty_like(local), np.ones_like(local)
    forward[:, 0] = _normal(np.exp(_start()) * local[:, 0])
    for t in range(1, rows.shape[1]):
        forward[:, t] = _normal((forward[:, t - 1] @ moves) * local[:, t])
    for t in range(rows.shape[1] - 2, -1, -1):
        before = _normal((backward[:, t + 1] * local[:, t + 1]) @ moves.T)
        backward[:, t] = np.where((t + 1 < sizes)[:, None], before, 1.0)
    both: np.ndarray = (forward * backward)[np.arange(rows.shape[1]) < sizes[:, None]]
    both /= both.sum(axis=1, keepdims=True)
    return both


def _by_paragraph(rows: np.ndarray, fresh: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows of each paragraph, filled up with zeros, and the paragraphs' sizes. What is searched
    for ends with its paragraph, so all of them are searched at once.
    """
    begin = np.flatnonzero(fresh)
    sizes = np.diff(begin, append=len(rows))
    table = np.zeros((len(sizes), int(sizes.max()), rows.shape[1]), dtype=rows.dtype)
    table[np.arange(table.shape[1]) < sizes[:, None]] = rows
    return table, sizes


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
    row /= row.sum(axis=1, keepdims=True)
    return row
