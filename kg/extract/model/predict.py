"""The attribution model: text in, attributions out. Runs on onnxruntime with one thread; torch is
not needed.

`AttributionModel.load()` reads `model.onnx`, `tokenizer.json` and `config.json` of a folder
(default: the weights in this package). A prediction depends on the text alone: windows are scored
one by one, because dynamic quantisation takes its scale from all of a batch.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from kg.extract.model import tags
from kg.extract.model.bind import bind
from kg.extract.model.confidence import confidence
from kg.extract.model.decode import Span, probabilities, spans, stitch, viterbi
from kg.extract.model.encode import Window, Word, hide, new_paragraphs, windows, words
from kg.extract.model.join import Joined, join
from kg.extract.model.layout import layout

WEIGHTS = Path(__file__).parent / "weights"
Ranges = tuple[tuple[int, int], ...]
Score = Callable[[Window], np.ndarray]
"""Tag scores of a window: one row for each sub-word."""


@dataclass(frozen=True)
class RawAttribution:
    """Who, by which words, what, as half-open code-point ranges of the text; `confidence` is
    calibrated.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    confidence: float


@dataclass(frozen=True)
class Settings:
    """`config.json`: what the network learned beside its weights, and what was chosen on held-out
    documents.
    """

    transitions: tuple[tuple[float, ...], ...]
    outside_bias: float
    confidence: tuple[float, ...]

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Settings of a file; raises KeyError naming what it lacks."""
        given = json.loads(path.read_text(encoding="utf-8"))
        steps = tuple(tuple(map(float, row)) for row in given["transitions"])
        return cls(steps, float(given["outside_bias"]), tuple(map(float, given["confidence"])))


class AttributionModel:
    """Predicts the attributions of a text."""

    def __init__(self, tokenizer: Tokenizer, score: Score, settings: Settings) -> None:
        self.tokenizer, self._score, self._settings = tokenizer, score, settings

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> AttributionModel:
        """The model of a folder; without one that of this package."""
        folder = path or WEIGHTS
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return cls(
            tokenizer,
            _session(folder / "model.onnx", threads),
            Settings.read(folder / "config.json"),
        )

    def with_settings(self, settings: Settings) -> AttributionModel:
        """The same network decoded otherwise."""
        return AttributionModel(self.tokenizer, self._score, settings)

    def predict(self, text: str, masked: Sequence[tuple[int, int]] = ()) -> list[RawAttribution]:
        """The attributions of the text outside the masked regions, by place of their content."""
        visible = hide(text, masked)
        found, scores = self.read(visible)
        joined, likely = self.decode(visible, found, scores)
        return self.rate(found, joined, likely)

    def read(self, text: str) -> tuple[list[Word], np.ndarray]:
        """The words of the text and the network's scores of their tags: nearly all of the work."""
        found = words(text, self.tokenizer)
        cut = windows(found)
        return found, stitch(cut, [self._score(w) for w in cut], len(found))

    def decode(
        self, text: str, found: Sequence[Word], scores: np.ndarray
    ) -> tuple[list[Joined], np.ndarray]:
        """Joined spans and the probabilities of the words' tags, which make the confidence."""
        if not found:
            return [], scores
        biased = scores.copy()
        biased[:, tags.OUTSIDE] += self._settings.outside_bias
        bound = bind(text, found, biased)
        step, fresh = np.array(self._settings.transitions), new_paragraphs(found)
        joined = join(spans(viterbi(bound, step, fresh)), layout(text, found))
        return joined, probabilities(bound, step, fresh)

    def rate(
        self, found: Sequence[Word], joined: Sequence[Joined], likely: np.ndarray
    ) -> list[RawAttribution]:
        """The joined spans as ranges of the text, each with its confidence."""
        weights = self._settings.confidence
        return [_raw(found, j, confidence(j, likely, weights)) for j in joined]


def _raw(found: Sequence[Word], joined: Joined, sure: float) -> RawAttribution:
    source = (_range(found, joined.source),) if joined.source else ()
    content = tuple(_range(found, c) for c in joined.contents)
    return RawAttribution(source, (_range(found, joined.cue),), content, sure)


def _range(found: Sequence[Word], span: Span) -> tuple[int, int]:
    return found[span.begin].start, found[span.end - 1].end


def _session(path: Path, threads: int) -> Score:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def score(window: Window) -> np.ndarray:
        given = {
            "ids": window.ids[None].astype(np.int64),
            "features": window.features[None].astype(np.int64),
        }
        rows: np.ndarray = session.run(None, given)[0][0]
        return rows

    return score
