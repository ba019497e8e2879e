"""The mean of several runs' weights: `python -m training.average --runs RUN RUN --out RUN`.

In: folders of `training.train` that began from the same encoder, or of `training.distil` that
went on from one another. Out: a folder with a `checkpoint.pt` that `training.export` takes.
Networks trained from one start lie close enough that the mean of their weights is better than each
of them, at the price of one (Wortsman et al., "Model soups", ICML 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.export import keep_labels, labels, trained


def arguments() -> argparse.Namespace:
    """The options."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--runs", type=Path, nargs="+", required=True, help="folders of `training.train`")
    add("--out", type=Path, required=True, help="folder for the mean")
    return parser.parse_args()


def mean(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Each weight's mean. Raises ValueError when the networks differ in shape."""
    shapes = [{name: weight.shape for name, weight in state.items()} for state in states]
    if any(shape != shapes[0] for shape in shapes):
        raise ValueError("the runs trained networks of different shapes")
    return {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}


def main() -> None:
    """Write the mean. Raises ValueError when the runs do not belong together."""
    options = arguments()
    if any(labels(run) != labels(options.runs[0]) for run in options.runs):
        raise ValueError("the runs learnt different labels of syntax")
    options.out.mkdir(parents=True, exist_ok=True)
    weights = mean([trained(run).state_dict() for run in options.runs])
    keep_labels(labels(options.runs[0]), options.out)
    torch.save({"model": weights, "average": {}}, options.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
