"""From scores to spans. In: a row of tag scores for each word. Out: tagged spans and probabilities.

In each paragraph the best legal sequence of tags is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kg.read.network import tags

FORBIDDEN = -1e4
_MOST_CELLS = 1 << 18  # paragraphs times words of the longest: some 15 MB a table
_ROUND = 16  # steps after which products are scaled, long before they become too small


@dataclass(frozen=True)
class Tagged:
    """Words `begin:end` in one role (an index into tags.ROLES)."""

    role: int
    begin: int
    end: int


def viterbi(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    """The best sequence of tags; where `fresh` holds (a new paragraph) no span goes on."""
    return np.concatenate([_viterbi(scores[a:b], step, fresh[a:b]) for a, b in _parts(fresh)])


def _viterbi(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
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
    return np.concatenate([_likely(scores[a:b], step, fresh[a:b]) for a, b in _parts(fresh)])


def _likely(scores: np.ndarray, step: np.ndarray, fresh: np.ndarray) -> np.ndarray:
    rows, sizes = _by_paragraph(scores.astype(np.float64), fresh)
    length = rows.shape[1]
    inside = np.arange(length) < sizes[:, None]
    local = np.where(inside[:, :, None], np.exp(rows - rows.max(axis=2, keepdims=True)), 1.0)
    forth = np.exp(_ruled(step).astype(np.float64))
    # Both directions at once: the second one runs from the end, where it starts with any tag.
    both = np.empty((2, length, len(sizes), tags.COUNT))
    both[0, 0], both[1, 0] = np.exp(_start()) * local[:, 0], 1.0
    moves = np.stack([forth, forth.T])
    for t in range(1, length):
        back = length - t
        before = both[:, t - 1].copy()
        before[1] *= local[:, back]
        after = before @ moves
        after[0] *= local[:, t]
        after[1][~inside[:, back]] = 1.0  # beyond the end of a paragraph
        both[:, t] = after if t % _ROUND else after / after.max(axis=2, keepdims=True)
    likely: np.ndarray = (both[0] * both[1, ::-1]).transpose(1, 0, 2)[inside]
    likely /= likely.sum(axis=1, keepdims=True)
    return likely


def _parts(fresh: np.ndarray) -> list[tuple[int, int]]:
    """Ranges of whole paragraphs, each of a table that is not too large; an article is one range.

    One paragraph of a thousand words beside ten thousand of one word would make a table that no
    memory holds.
    """
    begin = [*np.flatnonzero(fresh).tolist(), len(fresh)]
    parts, start, first, longest = [], 0, 0, 0
    for k, (a, b) in enumerate(pairwise(begin)):
        longest = max(longest, b - a)
        if k > first and (k + 1 - first) * longest > _MOST_CELLS:
            parts.append((start, a))
            start, first, longest = a, k, b - a
    return [*parts, (start, len(fresh))]


def _by_paragraph(rows: np.ndarray, fresh: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows of each paragraph, filled up with zeros, and the paragraphs' sizes. What is searched
    for ends with its paragraph, so all of them are searched at once.
    """
    begin = np.flatnonzero(fresh)
    sizes = np.diff(begin, append=len(rows))
    table = np.zeros((len(sizes), int(sizes.max()), rows.shape[1]), dtype=rows.dtype)
    table[np.arange(table.shape[1]) < sizes[:, None]] = rows
    return table, sizes


def tagged_spans(path: np.ndarray) -> list[Tagged]:
    """The spans of a legal sequence of tags."""
    found: list[Tagged] = []
    for k, tag in enumerate(map(int, path)):
        if tags.is_inside(tag):
            last = found[-1]
            found[-1] = Tagged(last.role, last.begin, k + 1)
        elif tag != tags.OUTSIDE:
            found.append(Tagged(tags.role_of(tag), k, k + 1))
    return found


def _start() -> np.ndarray:
    """Scores of a first tag: anything but the inside of a span."""
    return np.array([FORBIDDEN if tags.is_inside(tag) else 0.0 for tag in range(tags.COUNT)])


def _ruled(step: np.ndarray) -> np.ndarray:
    return np.where(tags.legal(), step, FORBIDDEN)
