"""Attributions as the network tags them: who, by which words, what.

Comes in: a Reading, whose words carry the network's scores. Goes out: Candidates with a calibrated
confidence. What was learned beside the weights, and chosen on held-out documents, is in their
`config.json`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from kg.extract.attributions.confidence import confidence
from kg.extract.attributions.join import Joined, join
from kg.extract.attributions.layout import layout
from kg.extract.candidate import Candidate
from kg.read.network import tags
from kg.read.network.decode import Tagged, probabilities, tagged_spans, viterbi
from kg.read.network.encode import Word, hide, new_paragraphs, words
from kg.read.network.network import WEIGHTS, Network
from kg.read.reading import Reading, network
from schema.span import Span


@dataclass(frozen=True)
class Decoding:
    """What turns scores into attributions: the step from tag to tag, a bias of words outside of any
    attribution, and the weights of `confidence`."""

    transitions: tuple[tuple[float, ...], ...]
    outside_bias: float
    confidence: tuple[float, ...]

    @classmethod
    def load(cls, folder: Path) -> Decoding:
        """That of a folder's `config.json`; raises KeyError naming what it lacks."""
        given = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        steps = tuple(tuple(map(float, row)) for row in given["transitions"])
        return cls(steps, float(given["outside_bias"]), tuple(map(float, given["confidence"])))


@dataclass(frozen=True)
class Tagger:
    """A network with its decoding: text in, Candidates out."""

    network: Network
    decoding: Decoding

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int = 1) -> Tagger:
        """The tagger of a folder; without one that of this package."""
        return cls(Network.load(folder, threads=threads), Decoding.load(folder))

    def predict(self, text: str, masked: Sequence[tuple[int, int]] = ()) -> list[Candidate]:
        """The attributions of the text outside the masked regions, by place of their content."""
        visible = hide(text, masked)
        found, scores = self.read(visible)
        return self.rate(found, *self.decode(visible, found, scores))

    def read(self, text: str) -> tuple[list[Word], np.ndarray]:
        """The words of the text and the network's scores of their tags: nearly all of the work."""
        found = words(text, self.network.tokenizer)
        return found, self.network.read(found).tags

    def decode(
        self, text: str, found: Sequence[Word], scores: np.ndarray
    ) -> tuple[list[Joined], np.ndarray]:
        """Joined spans and the probabilities of the words' tags, which make the confidence."""
        if not found:
            return [], scores
        biased = scores.copy()
        biased[:, tags.OUTSIDE] += self.decoding.outside_bias
        step, fresh = np.array(self.decoding.transitions), new_paragraphs(found)
        joined = join(tagged_spans(viterbi(biased, step, fresh)), layout(text, found))
        return joined, probabilities(biased, step, fresh)

    def rate(
        self, found: Sequence[Word], joined: Sequence[Joined], likely: np.ndarray
    ) -> list[Candidate]:
        """The joined spans as passages of the text, each with its confidence."""
        weights = self.decoding.confidence
        return [_candidate(found, j, confidence(j, likely, weights)) for j in joined]


@cache
def _shipped() -> Decoding:
    return Decoding.load(WEIGHTS)


def tagged(reading: Reading) -> list[Candidate]:
    """What the network says of attributions in the content of a document."""
    content = tuple(reading.content())
    if not content:
        return []
    found = [w for p in content for w in p.words]
    scores = np.concatenate([p.scores for p in content])
    tagger = Tagger(network(), _shipped())
    return tagger.rate(found, *tagger.decode(reading.shown, found, scores))


def _candidate(found: Sequence[Word], joined: Joined, sure: float) -> Candidate:
    def passages(*parts: Tagged) -> tuple[Span, ...]:
        return tuple(Span(found[p.begin].start, found[p.end - 1].end) for p in parts)

    source = passages(joined.source) if joined.source else ()
    return Candidate(source, passages(joined.cue), passages(*joined.contents), sure)
