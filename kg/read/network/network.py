"""The network on onnxruntime: words in, scores out. One thread unless told otherwise.

`Network.load` reads `model.onnx`, `tokenizer.json` and the labels in `config.json` of a folder.
What it says of a text depends on the text alone: windows are read one by one, because dynamic
quantisation takes its scale from all of a batch.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from kg.read.network import tags
from kg.read.network.encode import WINDOW, Window, Word, packed, window
from kg.read.network.parse import Parse, parse

# Fused with the addition before it, a normalisation takes seven times as long on a processor.
_SLOWER = ["SkipLayerNormFusion"]
WEIGHTS = Path(__file__).parent / "weights"
Run = Callable[[Window], Mapping[str, np.ndarray]]
"""Outputs of a window by name, each with one row for each sub-word."""


@dataclass(frozen=True)
class Scores:
    """What the network says of words: a row of scores of the attribution `tags` for each, and all
    it says by window.
    """

    tags: np.ndarray
    windows: tuple[Window, ...]
    outputs: tuple[Mapping[str, np.ndarray], ...]


@dataclass(frozen=True)
class Labels:
    """The names of the labels of syntax by number; a tag is `fine|coarse`, an entity in BIO form.
    All empty in a network that has not learned syntax.
    """

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    entities: tuple[str, ...]


KINDS = tuple(field.name for field in fields(Labels))


class Network:
    """Reads words in windows."""

    def __init__(self, tokenizer: Tokenizer, run: Run, labels: Labels) -> None:
        self.tokenizer, self.labels, self._run = tokenizer, labels, run

    @classmethod
    def load(cls, folder: Path, *, threads: int = 1) -> Network:
        """The network of a folder."""
        given = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return cls(
            Tokenizer.from_file(str(folder / "tokenizer.json")),
            _session(folder / "model.onnx", threads),
            Labels(*(tuple(given.get(kind, ())) for kind in KINDS)),
        )

    def read(self, found: Sequence[Word]) -> Scores:
        """Run the network over all words."""
        cut = tuple(window(found, a, b) for a, b in packed(found, lambda: WINDOW))
        outputs = tuple(self._run(w) for w in cut)
        rows = [given["scores"][w.first] for w, given in zip(cut, outputs, strict=True)]
        empty = np.zeros((0, tags.COUNT), dtype=np.float32)
        return Scores(np.concatenate([empty, *rows]), cut, outputs)

    def parse(self, found: Sequence[Word], tokens: np.ndarray, scores: Scores) -> Parse:
        """The syntax of the words that were read, of which `tokens` begin tokens of the parser."""
        root = self.labels.relations.index("ROOT")
        return parse(found, tokens, scores.windows, scores.outputs, root)


def _session(path: Path, threads: int) -> Run:
    # Its builds write down what machine this is, and send it home, unless they are told not to.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
    names = [output.name for output in session.get_outputs()]

    def run(given: Window) -> Mapping[str, np.ndarray]:
        feed = {
            "ids": given.ids[None].astype(np.int64),
            "features": given.features[None].astype(np.int64),
        }
        return {n: rows[0] for n, rows in zip(names, session.run(None, feed), strict=True)}

    return run
