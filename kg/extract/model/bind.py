"""Keep direct quotations whole. In: tag scores. Out: the same, with all tags ruled out that would
split a quotation.

In the training corpus 98.6% of the closed quotations of six words or more lie inside one content
and next to none lies there in part: no cue, source or second content begins within one. The network
knows that only roughly. Shorter ones are often titles or scare quotes and stay its own decision.
Called by `predict` before the search for the best tags.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from kg.extract.model import tags
from kg.extract.model.decode import FORBIDDEN
from kg.extract.model.encode import Word
from kg.extract.quotes import quotations

SHORTEST = 6  # words
_CONTENT = tags.ROLES.index("content")


def bind(text: str, words: Sequence[Word], scores: np.ndarray) -> np.ndarray:
    """Scores under which each long quotation is content from its first word to its last."""
    bound = scores.copy()
    starts = [w.start for w in words]
    for quote in quotations(text):
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        spoken = sum(text[w.start].isalnum() for w in words[first:last])
        if quote.closed and spoken >= SHORTEST:
            _only_content(words, bound, first, last)
    return bound


def _only_content(words: Sequence[Word], scores: np.ndarray, first: int, last: int) -> None:
    for k in range(first, last):
        begins = k == first or words[k].paragraph != words[k - 1].paragraph
        kept = scores[k, tags.inside(_CONTENT)], scores[k, tags.begin(_CONTENT)]
        scores[k] = FORBIDDEN
        scores[k, tags.inside(_CONTENT)] = kept[0]
        if begins:
            scores[k, tags.begin(_CONTENT)] = kept[1]
