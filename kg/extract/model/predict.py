"""The attribution model: text in, attributions out. Torch is not needed.

`AttributionModel.load()` reads the network and `config.json` of a folder (default: the weights in
this package).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.extract.model import tags
from kg.extract.model.bind import bind
from kg.extract.model.confidence import confidence
from kg.extract.model.decode import Span, probabilities, spans, viterbi
from kg.extract.model.encode import Word, hide, new_paragraphs, words
from kg.extract.model.join import Joined, join
from kg.extract.model.layout import layout
from kg.extract.model.network import WEIGHTS, Network

Ranges = tuple[tuple[int, int], ...]


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

    def __init__(self, network: Network, settings: Settings) -> None:
        self.network, self._settings = network, settings

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> AttributionModel:
        """The model of a folder; without one that of this package."""
        folder = path or WEIGHTS
        return cls(Network.load(folder, threads=threads), Settings.read(folder / "config.json"))

    def with_settings(self, settings: Settings) -> AttributionModel:
        """The same network decoded otherwise."""
        return AttributionModel(self.network, settings)

    def predict(self, text: str, masked: Sequence[tuple[int, int]] = ()) -> list[RawAttribution]:
        """The attributions of the text outside the masked regions, by place of their content."""
        visible = hide(text, masked)
        return self.attributions(visible, *self.read(visible))

    def read(self, text: str) -> tuple[list[Word], np.ndarray]:
        """The words of the text and the network's scores of their tags: nearly all of the work."""
        found = words(text, self.network.tokenizer)
        return found, self.network.read(found).scores

    def attributions(
        self, text: str, found: Sequence[Word], scores: np.ndarray
    ) -> list[RawAttribution]:
        """What the scores of the text's words say."""
        joined, likely = self.decode(text, found, scores)
        return self.rate(found, joined, likely)

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
