"""How sure an attribution is. In: word probabilities and a joined attribution. Out: a calibrated
probability.

The weights come from documents held out of the training: a logistic regression on whether the
attribution was right (content half shared with an annotated one and the source on its source).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kg.extract.attributions.join import Joined
from kg.read.network import tags
from kg.read.network.decode import Tagged

SIGNS = (
    "bias",
    "content",
    "content_begin",
    "content_end",
    "cue",
    "source",
    "inherited",
    "no_source",
    "short",
    "pieces",
)


def signs(joined: Joined, likely: np.ndarray) -> np.ndarray:
    """What speaks for and against the attribution, in the order of SIGNS."""
    contents = joined.contents
    content = _mean([_role(likely, c) for c in contents])
    begin = _mean([likely[c.begin, tags.begin(c.role)] for c in contents])
    end = _mean([1 - likely[c.end, tags.inside(c.role)] for c in contents if c.end < len(likely)])
    cue = _role(likely, joined.cue)
    source = _role(likely, joined.source) if joined.source else 0.5
    words = sum(c.end - c.begin for c in contents)
    logits = [_logit(p) for p in (content, begin, end, cue, source)]
    flags = [
        float(joined.inherited),
        float(joined.source is None),
        float(words <= 3),
        float(len(contents) - 1),
    ]
    return np.array([1.0, *logits, *flags])


def confidence(joined: Joined, likely: np.ndarray, weights: Sequence[float]) -> float:
    """Probability that the attribution is right."""
    return float(1 / (1 + np.exp(-np.dot(signs(joined, likely), weights))))


def _role(likely: np.ndarray, span: Tagged) -> float:
    """Mean probability of the span's role over its words."""
    both = likely[span.begin : span.end, [tags.begin(span.role), tags.inside(span.role)]]
    return float(both.sum(axis=1).mean())


def _mean(values: Sequence[float]) -> float:
    return float(sum(values) / len(values)) if values else 1.0


def _logit(p: float) -> float:
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))
