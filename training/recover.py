"""Make a run of an exported model: `python -m training.recover --model DIR --out RUN`.

In: a folder of `training.export`. Out: a run that `training.distil --start` goes on from, with the
weights as eight bits kept them. So the network in the package can be trained on, or made smaller,
by whoever has not its runs.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from kg.read.network.network import KINDS
from training.export import keep_labels

_ROOT = "tagger."
_PRODUCT, _EMBEDDINGS = "/MatMul_quant", ("words", "features")
_PARTS = ("quantized", "scale", "point")


def arguments() -> argparse.Namespace:
    """The options."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--model", type=Path, required=True, help="folder of `training.export`")
    add("--out", type=Path, required=True, help="folder for the run")
    return parser.parse_args()


def weights(model: onnx.ModelProto) -> dict[str, torch.Tensor]:
    """The network's weights by their name in torch.

    Names of vectors are kept by the export; a matrix is known by the product that it stands in.
    """
    held = {given.name: numpy_helper.to_array(given) for given in model.graph.initializer}
    found = {n.removeprefix(_ROOT): v for n, v in held.items() if n.startswith(_ROOT)}
    found = {n: v for n, v in found.items() if n.rsplit("_", 1)[-1] not in _PARTS}
    for name in _EMBEDDINGS:
        found[f"{name}.weight"] = _restored(held, f"{_ROOT}{name}.weight")
    for node in model.graph.node:
        if node.name.endswith(_PRODUCT):
            name = node.name.removesuffix(_PRODUCT).strip("/").replace("/", ".")
            found[f"{name}.weight"] = _restored(held, node.input[1].removesuffix("_quantized")).T
    return {name: torch.tensor(value, dtype=torch.float32) for name, value in found.items()}


def _restored(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix of eight bits as numbers; rows are inputs."""
    zero = held[f"{name}_zero_point"].astype(np.float32)
    return (held[f"{name}_quantized"].astype(np.float32) - zero) * held[f"{name}_scale"]


def main() -> None:
    """Write the run."""
    options = arguments()
    config = json.loads((options.model / "config.json").read_text(encoding="utf-8"))
    found = weights(onnx.load(options.model / "model.onnx"))
    found["transitions"] = torch.tensor(config["transitions"])
    options.out.mkdir(parents=True, exist_ok=True)
    keep_labels({kind: config[kind] for kind in KINDS if config.get(kind)}, options.out)
    torch.save({"model": found, "average": {}}, options.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
