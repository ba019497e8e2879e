"""The optimiser and its schedule. Called by `train`."""

from __future__ import annotations

import math

import torch
import torch.distributed as dist
from torch import nn

from training.network import LAYERS, Tagger

HEAD_RATE, TRANSITION_RATE = 1.5e-3, 1e-2
LAYER_DECAY = 0.9  # lower layers know general English already
WEIGHT_DECAY = 0.01


def optimiser(tagger: Tagger, rate: float, fresh: tuple[str, ...]) -> torch.optim.AdamW:
    """AdamW; each group remembers its full rate as `peak`. `fresh` begins the names of weights that
    start untrained and so learn faster.
    """
    groups = []
    for name, weight in tagger.named_parameters():
        if weight.requires_grad:
            decay = WEIGHT_DECAY if weight.ndim > 1 and name != "transitions" else 0.0
            groups.append(
                {"params": [weight], "peak": _peak(name, rate, fresh), "weight_decay": decay}
            )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, foreach=True)


def _peak(name: str, rate: float, fresh: tuple[str, ...]) -> float:
    if name.startswith("transitions"):
        return TRANSITION_RATE
    if name.startswith(fresh):
        return HEAD_RATE
    depth = LAYERS - int(name.split(".")[1]) - 1 if name.startswith("layers.") else LAYERS
    return rate * LAYER_DECAY**depth


def set_rate(made: torch.optim.Optimizer, progress: float, warm_up: float) -> None:
    """Linear warm-up, then half a cosine down to zero at progress 1."""
    if progress < warm_up:
        share = progress / warm_up
    else:
        share = 0.5 + 0.5 * math.cos(math.pi * min(1.0, (progress - warm_up) / (1 - warm_up)))
    for group in made.param_groups:
        group["lr"] = group["peak"] * share


def average_gradients(tagger: nn.Module, processes: int) -> None:
    """The mean over all processes, in one message."""
    if processes == 1:
        return
    gradients = [w.grad for w in tagger.parameters() if w.grad is not None]
    flat = torch.cat([g.view(-1) for g in gradients])
    dist.all_reduce(flat)
    flat /= processes
    for gradient, part in zip(gradients, flat.split([g.numel() for g in gradients]), strict=True):
        gradient.copy_(part.view_as(gradient))
