"""From scores to dependency trees. In: for each word scores of every word as its head. Out: one
head a word, such that every sentence is one tree in one piece whose arcs do not cross.

Words are numbered within one paragraph.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

NEVER = -1e9


def trees(scores: np.ndarray, roots: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Heads of the words of a paragraph; a root is its own head.

    `scores[i, j]` is how much j looks like the head of i, `roots[i]` how much i looks like a root;
    both float, of n x n and n; a sentence may end with the words of `ends` only, and with the last.
    The best head of each word is taken where that gives sentences in one piece without circles or
    crossing arcs; where not, the best that does.
    """
    count = len(roots)
    whole = scores.copy()
    whole[np.arange(count), np.arange(count)] = roots
    heads = whole.argmax(axis=1)
    own = np.arange(count)
    if not (heads == own).any():
        first = int(roots.argmax())
        heads[first] = first
    _join(heads, whole, ends)
    starts = _boundaries(heads, ends)
    sentence = np.searchsorted(starts, own, side="right")
    astray = sentence[heads] != sentence
    if astray.any():
        near = np.where(sentence[None, :] == sentence[astray][:, None], whole[astray], NEVER)
        near[np.arange(len(near)), np.flatnonzero(astray)] = NEVER  # each sentence has its root
        heads[astray] = near.argmax(axis=1)
    return _without_crossings(_without_circles(heads, whole, sentence), whole, sentence)


def _join(heads: np.ndarray, scores: np.ndarray, ends: np.ndarray) -> None:
    """Of two roots between which no sentence can end the one that is less sure gets a head."""
    own = np.arange(len(heads))
    while True:
        roots = np.flatnonzero(heads == own)
        joined = [(a, b) for a, b in pairwise(roots) if not ends[a:b].any()]
        if not joined:
            return
        weaker = min(joined[0], key=lambda k: scores[k, k] - np.delete(scores[k], k).max())
        heads[weaker] = int(np.where(own == weaker, NEVER, scores[weaker]).argmax())


def _boundaries(heads: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The first word of each sentence but the first: between two roots, behind a word that may end
    a sentence, where the fewest arcs cross.
    """
    own = np.arange(len(heads))
    roots = np.flatnonzero(heads == own)
    if len(roots) < 2:
        return np.zeros(0, dtype=np.int64)
    change = np.zeros(len(heads) + 1, dtype=np.int64)
    # An arc from a to b crosses the boundaries before the words a+1 to b.
    np.add.at(change, np.minimum(own, heads) + 1, 1)
    np.add.at(change, np.maximum(own, heads) + 1, -1)
    crossing = change.cumsum()
    crossing[1:] += len(heads) * ~ends
    return np.array([a + 1 + int(crossing[a + 1 : b + 1].argmin()) for a, b in pairwise(roots)])


def _without_circles(heads: np.ndarray, scores: np.ndarray, sentence: np.ndarray) -> np.ndarray:
    """The same heads, with each circle broken at the word that loses least by another head."""
    own = np.arange(len(heads))
    root_of = {int(sentence[k]): int(k) for k in np.flatnonzero(heads == own)}
    while True:
        above = heads
        for _ in range(max(1, len(heads).bit_length())):
            above = above[above]
        lost = np.flatnonzero(heads[above] != above)
        if not len(lost):
            return heads
        circle = _circle(heads, int(lost[0]))
        free = (sentence == sentence[circle[0]]) & ~_below(heads, circle)
        free[root_of[int(sentence[circle[0]])]] = True
        given = np.where(free[None, :], scores[circle], NEVER)
        given[:, circle] = NEVER
        loss = scores[circle, heads[circle]] - given.max(axis=1)
        best = int(loss.argmin())
        heads[circle[best]] = int(given[best].argmax())


def _without_crossings(heads: np.ndarray, scores: np.ndarray, sentence: np.ndarray) -> np.ndarray:
    """The same heads, with words moved to heads that no other arc keeps them from: what hangs on a
    word is to be one piece of text. English hardly ever crosses, so an arc that does is a mistake;
    of two the one that crosses more, or is less sure, is moved.
    """
    for number in np.unique(sentence[_crossing(heads).any(axis=1)]):
        inside = np.flatnonzero(sentence == number)
        first = int(inside[0])
        part = slice(first, first + len(inside))
        heads[part] = first + _uncrossed(heads[part] - first, scores[part, part])
    return heads


def _uncrossed(heads: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """The heads of one sentence, none of whose arcs cross."""
    moved = np.zeros(len(heads), dtype=bool)
    # Of two arcs that cross one at most ends at the root, and stays.
    while (crossing := _crossing(heads).sum(axis=1) * (heads[heads] != heads)).any():
        often = np.flatnonzero(crossing == crossing.max())
        child = int(often[scores[often, heads[often]].argmin()])
        free = ~_below(heads, [child]) & ~_kept_from(heads, child)
        if free.any() and not moved[child]:
            heads[child] = int(np.where(free, scores[child], NEVER).argmax())
            moved[child] = True
        else:  # nearer to the root, so that this ends (Nivre and Nilsson 2005)
            heads[child] = heads[heads[child]]
    return heads


def _crossing(heads: np.ndarray) -> np.ndarray:
    """Which arcs cross, each named by its child."""
    left, right = _reach(heads)
    starts_inside = (left[:, None] < left) & (left < right[:, None]) & (right[:, None] < right)
    crossing: np.ndarray = starts_inside | starts_inside.T
    return crossing


def _kept_from(heads: np.ndarray, child: int) -> np.ndarray:
    """From which heads the arcs of all other words keep a word."""
    left, right = (np.delete(ends, child) for ends in _reach(heads))
    own = np.arange(len(heads))
    near, far = np.minimum(own, child)[:, None], np.maximum(own, child)[:, None]
    starts_inside = (near < left) & (left < far) & (far < right)
    ends_inside = (left < near) & (near < right) & (right < far)
    return np.asarray((starts_inside | ends_inside).any(axis=1))


def _reach(heads: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both ends of each word's arc. That of a root comes from before the text, so that no arc may
    pass over it.
    """
    own = np.arange(len(heads))
    above = np.where(heads == own, -1, heads)
    return np.minimum(own, above), np.maximum(own, above)


def _circle(heads: np.ndarray, start: int) -> list[int]:
    """The words of the circle above `start`."""
    seen: list[int] = []
    while start not in seen:
        seen.append(start)
        start = int(heads[start])
    return seen[seen.index(start) :]


def _below(heads: np.ndarray, circle: list[int]) -> np.ndarray:
    """Which words hang on the circle or are in it."""
    held = np.zeros(len(heads), dtype=bool)
    held[circle] = True
    while True:
        more = held | held[heads]
        if (more == held).all():
            return held
        held = more
