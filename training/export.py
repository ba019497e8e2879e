"""Export a trained run for use without torch: `python -m training.export --run DIR --encoder DIR
--out DIR`.

In: `checkpoint.pt` of a run. Out: `model.onnx` (int8, per channel, reduced range),
`tokenizer.json`, `config.json`. The outside bias and the weights of confidence are neutral until
`python -m training.calibrate` has fitted them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.extract.attributions.confidence import SIGNS
from kg.read.network.network import KINDS
from training.data import load_tokenizer
from training.network import HEAD_WIDTH, Tagger
from training.reader import Reader

OPSET = 17
CARD = Path(__file__).parent / "MODEL_CARD.md"
OUTPUTS = ("scores", *KINDS, "heads")
_LABELS = "labels.json"
AXES = {0: "batch", 1: "length"}
SQUARE = AXES | {2: "length"}


def arguments() -> argparse.Namespace:
    """The options with their documented defaults."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--run", type=Path, required=True, help="folder of `training.train`")
    add("--encoder", type=Path, required=True, help="folder with tokenizer.json")
    add("--out", type=Path, required=True, help="folder for the exported model")
    add("--weights", choices=("average", "model"), default="average")
    add("--float32", action="store_true", help="no quantisation (90 MB), to measure what it costs")
    return parser.parse_args()


def labels(run: Path) -> dict[str, list[str]]:
    """The labels of syntax of a run of `training.distil`; empty for the other stages."""
    path = run / _LABELS
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def keep_labels(names: dict[str, list[str]], run: Path) -> None:
    """Note the labels of syntax beside a run's weights; none for the other stages."""
    if names:
        (run / _LABELS).write_text(json.dumps(names), encoding="utf-8")


def trained(run: Path, weights: str = "average") -> Tagger:
    """The network of a run, ready to predict."""
    whole = torch.load(run / "checkpoint.pt", weights_only=True)
    names = labels(run)
    mixed, up = (whole["model"][f"layers.0.{name}.weight"] for name in ("mixed", "up"))
    shape = {"heads": mixed.shape[1] // HEAD_WIDTH, "inner": up.shape[0]}
    counts = [len(names[kind]) for kind in KINDS] if names else []
    tagger = Reader(*counts, **shape) if names else Tagger(**shape)
    tagger.load_state_dict(whole["model"])
    if weights == "average":
        tagger.load_state_dict(whole["average"], strict=False)
    return tagger.eval()


class OneWindow(nn.Module):
    """The network without padding, as onnxruntime runs it."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """The OUTPUTS for each sub-word of each window, or the first alone."""
        if not isinstance(self.tagger, Reader):
            return (self.tagger(ids, features),)
        read = self.tagger.read(ids, features)
        return tuple(getattr(read, name) for name in OUTPUTS)


def write_onnx(tagger: Tagger, path: Path, *, quantised: bool) -> None:
    """Trace the network and, if asked, quantise its matrices and embeddings to eight bits."""
    example = torch.ones(1, 16, dtype=torch.long)
    outputs = OUTPUTS if isinstance(tagger, Reader) else OUTPUTS[:1]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx" if quantised else path
        torch.onnx.export(
            OneWindow(tagger).eval(),  # the exporter restores the mode it finds
            (example, torch.zeros_like(example)),
            str(full),
            input_names=["ids", "features"],
            output_names=list(outputs),
            dynamic_axes={
                n: SQUARE if n == "heads" else AXES for n in ("ids", "features", *outputs)
            },
            opset_version=OPSET,
            dynamo=False,
        )
        if quantised:
            # Reduced range: older processors add two products in 16 bits, which may overflow.
            quantize_dynamic(
                full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
            )


def main() -> None:
    """Write the files."""
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    tagger = trained(options.run, options.weights)
    write_onnx(tagger, options.out / "model.onnx", quantised=not options.float32)
    load_tokenizer(options.encoder / "tokenizer.json").save(str(options.out / "tokenizer.json"))
    neutral = {
        "transitions": [[round(float(x), 5) for x in row] for row in tagger.transitions.detach()],
        "outside_bias": 0.0,
        "confidence": [0.0] * len(SIGNS),
    }
    neutral |= labels(options.run)
    shutil.copy(CARD, options.out / CARD.name)
    (options.out / "config.json").write_text(json.dumps(neutral, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
