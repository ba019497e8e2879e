"""Fit what decoding needs: `python -m training.calibrate --model DIR --train DIR`.

In: an exported model and the corpus it was trained on. Out: `outside_bias` and `confidence` in its
`config.json`. Both are fitted on the documents that `training.train` held out (same seed and
number), never on the development set.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path

import numpy as np

from kg.extract.attributions.confidence import SIGNS, signs
from kg.extract.attributions.tag import Decoding, Tagger
from kg.read.network.encode import Word, hide
from training.brat import Document, read_corpus
from training.data import split
from training.metric import Counts, judge

BIASES = (0.5, 0.25, 0.0, -0.25, -0.5, -1.0)
RIDGE, ROUNDS = 1.0, 50
Read = tuple[Document, str, list[Word], np.ndarray]
"""A document, its visible text, words and scores."""


def arguments() -> argparse.Namespace:
    """The options with their documented defaults."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--model", type=Path, required=True, help="exported model, whose config.json is rewritten")
    add("--train", type=Path, required=True, help="corpus folder given to training.train")
    add("--held-out", type=int, default=40)
    add("--seed", type=int, default=7)
    return parser.parse_args()


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method with a ridge on all but the bias."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (rows.shape[1] - 1)])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - ridge @ weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def read(model: Tagger, documents: list[Document]) -> list[Read]:
    """Run the network once over each document."""
    visible = [(d, hide(d.text, d.discarded)) for d in documents]
    return [(d, text, *model.read(text)) for d, text in visible]


def best_bias(model: Tagger, settings: Decoding, held: list[Read]) -> float:
    """The bias with the highest linked F1; the smaller of equals."""
    scored = []
    for bias in BIASES:
        changed = Tagger(model.network, dataclasses.replace(settings, outside_bias=bias))
        counts = Counts()
        for document, text, found, scores in held:
            joined, likely = changed.decode(text, found, scores)
            counts += judge(document, changed.rate(found, joined, likely))[0]
        sys.stdout.write(f"outside bias {bias}: linked F1 {100 * counts.f1:.2f}\n")
        scored.append((-counts.f1, abs(bias), bias))
    return min(scored)[2]


def collect(model: Tagger, held: list[Read]) -> tuple[np.ndarray, np.ndarray]:
    """Signs of each prediction on the held-out documents and whether it was right."""
    rows, right = [], []
    for document, text, found, scores in held:
        joined, likely = model.decode(text, found, scores)
        verdicts = judge(document, model.rate(found, joined, likely))[1]
        for one, verdict in zip(joined, verdicts, strict=True):
            if verdict is not None:
                rows.append(signs(one, likely))
                right.append(float(verdict))
    return np.array(rows), np.array(right)


def main() -> None:
    """Fit both and rewrite the configuration."""
    options = arguments()
    held = split(list(read_corpus(options.train)), options.held_out, options.seed)[1]
    path = options.model / "config.json"
    settings = Decoding.load(options.model)
    model = Tagger.load(options.model)
    known = read(model, held)
    bias = best_bias(model, settings, known)
    model = Tagger(model.network, dataclasses.replace(settings, outside_bias=bias))
    weights = fit(*collect(model, known))
    config = json.loads(path.read_text(encoding="utf-8"))
    config |= {"outside_bias": bias, "confidence": [round(float(w), 4) for w in weights]}
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(dict(zip(SIGNS, config["confidence"], strict=True))) + "\n")


if __name__ == "__main__":
    main()
