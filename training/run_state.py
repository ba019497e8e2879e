"""Where a training run stands. In and out: `checkpoint.pt` in the run's folder.

No random generator needs saving: every step seeds its own from (seed, step, process).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.network import Tagger


@dataclass
class RunState:
    """Progress that outlives a stop; `seconds` is time spent training over all resumptions."""

    step: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0


def save(
    path: Path,
    tagger: Tagger,
    average: dict[str, Tensor],
    optimiser: torch.optim.Optimizer,
    state: RunState,
) -> None:
    """Write all, then swap, so that a stop in between leaves the old checkpoint."""
    whole = {
        "model": tagger.state_dict(),
        "average": average,
        "optimiser": optimiser.state_dict(),
        "state": vars(state),
    }
    torch.save(whole, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def load(
    path: Path, tagger: Tagger, average: dict[str, Tensor], optimiser: torch.optim.Optimizer
) -> RunState:
    """Fill the arguments from the checkpoint."""
    whole = torch.load(path, weights_only=True)
    tagger.load_state_dict(whole["model"])
    average.update(whole["average"])
    optimiser.load_state_dict(whole["optimiser"])
    return RunState(**whole["state"])


def start_average(tagger: Tagger) -> dict[str, Tensor]:
    """Copies of the trained weights."""
    return {k: v.detach().clone() for k, v in tagger.named_parameters() if v.requires_grad}


@torch.no_grad()
def update_average(average: dict[str, Tensor], tagger: Tagger, step: int, decay: float) -> None:
    """Exponential mean, faster at the start so that the first weights do not linger."""
    decay = min(decay, (1 + step) / (10 + step))
    for name, value in tagger.named_parameters():
        if name in average:
            average[name].lerp_(value, 1 - decay)
