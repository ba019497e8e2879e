"""The network of the last stage: the tagger with a narrower encoder, and heads for syntax.

`Reader.narrow` starts it from a trained tagger: of each layer's inner units, which make two thirds
of the encoder's products, it keeps the ones that matter most to the layer's output.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - the name all of torch uses
from torch import Tensor, nn

from training.network import WIDTH, Tagger

NARROW = 1024  # inner units kept of 1,536
MIDDLE = 4  # syntax reads the output of this layer beside that of the last
SYNTAX, ARC = 256, 128  # widths of what the heads for syntax share, and of a word as head or child


@dataclass(frozen=True)
class Read:
    """Scores for each sub-word: attribution tags, relations, parts of speech, entities; `heads`
    scores each sub-word (column) as the head of each (row), with CLS for the root.
    """

    scores: Tensor
    relations: Tensor
    tags: Tensor
    entities: Tensor
    heads: Tensor


class Reader(Tagger):
    """Tag scores and syntax from one run of the encoder."""

    def __init__(self, relations: int, tags: int, entities: int, dropout: float = 0.1) -> None:
        super().__init__(dropout)
        for layer in self.layers:
            layer.up, layer.down = nn.Linear(WIDTH, NARROW), nn.Linear(NARROW, WIDTH)
        self.syntax = nn.Linear(2 * WIDTH, SYNTAX)
        self.syntax_tags = nn.Linear(SYNTAX, tags)
        self.syntax_relations = nn.Linear(SYNTAX, relations)
        self.syntax_entities = nn.Linear(SYNTAX, entities)
        self.syntax_child, self.syntax_head = nn.Linear(SYNTAX, ARC), nn.Linear(SYNTAX, ARC)

    @torch.no_grad()
    def narrow(self, tagger: Tagger, weights: list[Tensor]) -> None:
        """Take the weights of a trained tagger; `weights` says how much each inner unit of each
        layer matters.
        """
        state = tagger.state_dict()
        for n, weight in enumerate(weights):
            kept = weight.topk(NARROW).indices.sort().values
            up, down = f"layers.{n}.up", f"layers.{n}.down.weight"
            for name in (f"{up}.weight", f"{up}.bias"):
                state[name] = state[name][kept]
            state[down] = state[down][:, kept]
        self.load_state_dict(state, strict=False)

    def read(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Read:
        """All scores of each sub-word; `mask` is True where there is one."""
        layers = self.encoded(ids, features, mask)
        middle, x = layers[MIDDLE - 1], layers[-1]
        y = F.gelu(self.syntax(torch.cat([self.dropped(middle), self.dropped(x)], dim=-1)))
        y = self.dropped(y)
        heads = self.syntax_child(y) @ self.syntax_head(y).transpose(1, 2) / ARC**0.5
        return Read(
            self.head(self.dropped(x)),
            self.syntax_relations(y),
            self.syntax_tags(y),
            self.syntax_entities(y),
            heads,
        )

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Attribution tag scores alone."""
        return self.read(ids, features, mask).scores


@torch.no_grad()
def importance(tagger: Tagger, windows: Iterable[tuple[Tensor, Tensor]]) -> list[Tensor]:
    """For each layer, how much each inner unit adds to the layer's output over some windows: its
    root mean square, times the norm of its column in the layer's second matrix.
    """
    tagger.eval()
    total = [torch.zeros(layer.up.out_features) for layer in tagger.layers]
    hooks = [
        layer.up.register_forward_hook(
            lambda _m, _i, out, n=n: total[n].add_(F.gelu(out).square().sum((0, 1)))
        )
        for n, layer in enumerate(tagger.layers)
    ]
    for ids, features in windows:
        tagger(ids, features)
    for hook in hooks:
        hook.remove()
    return [
        t.sqrt() * layer.down.weight.norm(dim=0)
        for t, layer in zip(total, tagger.layers, strict=True)
    ]
