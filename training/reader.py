"""The network of the last stage: the tagger with a narrower encoder, and heads for syntax.

`Reader.narrow` starts it from a trained network: of each layer's inner units and heads of attention
it keeps the ones that matter most to the layer's output.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - the name all of torch uses
from torch import Tensor, nn

from training.network import HEAD_WIDTH, WIDTH, Tagger

NARROW, FEWER = 768, 8  # inner units kept of 1,536, and heads of attention kept of twelve
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

    def __init__(
        self,
        relations: int,
        tags: int,
        entities: int,
        *,
        heads: int = FEWER,
        inner: int = NARROW,
    ) -> None:
        super().__init__(heads=heads, inner=inner)
        self.syntax = nn.Linear(2 * WIDTH, SYNTAX)
        self.syntax_tags = nn.Linear(SYNTAX, tags)
        self.syntax_relations = nn.Linear(SYNTAX, relations)
        self.syntax_entities = nn.Linear(SYNTAX, entities)
        self.syntax_child, self.syntax_head = nn.Linear(SYNTAX, ARC), nn.Linear(SYNTAX, ARC)

    def is_narrow(self) -> bool:
        """Whether it has the width that is shipped."""
        layer = self.layers[0]
        return (layer.heads, layer.up.out_features) == (FEWER, NARROW)

    @torch.no_grad()
    def narrow(self, wider: Tagger, matters: Sequence[Importance]) -> None:
        """Take the weights of a trained network; `matters` says what its layers need most."""
        state = wider.state_dict()
        for n, given in enumerate(matters):
            at = f"layers.{n}."
            units, heads = _most(given.units, NARROW), _most(given.heads, FEWER)
            columns = (heads[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
            width = len(given.heads) * HEAD_WIDTH  # of the queries, of the keys, of the values
            rows = torch.cat([columns + part * width for part in range(3)])
            for name, kept in (("up", units), ("qkv", rows)):
                for kind in ("weight", "bias"):
                    state[f"{at}{name}.{kind}"] = state[f"{at}{name}.{kind}"][kept]
            for name, kept in (("down", units), ("mixed", columns)):
                state[f"{at}{name}.weight"] = state[f"{at}{name}.weight"][:, kept]
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


@dataclass(frozen=True)
class Importance:
    """How much each inner unit and each head of attention of a layer adds to what it gives on: the
    root mean square over some windows, of a unit times the norm of its column in the second matrix.
    """

    units: Tensor
    heads: Tensor


@torch.no_grad()
def importance(tagger: Tagger, windows: Iterable[tuple[Tensor, Tensor]]) -> list[Importance]:
    """What each layer needs over some windows."""
    tagger.eval()
    units = [torch.zeros(layer.up.out_features) for layer in tagger.layers]
    heads = [torch.zeros(layer.heads) for layer in tagger.layers]

    def seen(n: int, given: Tensor) -> None:
        parts = tagger.layers[n].mixed.weight.split(HEAD_WIDTH, dim=1)
        added = [y @ w.T for y, w in zip(given.split(HEAD_WIDTH, dim=-1), parts, strict=True)]
        heads[n].add_(torch.stack([a.square().sum() for a in added]))

    hooks = []
    for n, layer in enumerate(tagger.layers):
        hooks += [
            layer.up.register_forward_hook(
                lambda _m, _i, out, n=n: units[n].add_(F.gelu(out).square().sum((0, 1)))
            ),
            layer.mixed.register_forward_hook(lambda _m, given, _o, n=n: seen(n, given[0])),
        ]
    for ids, features in windows:
        tagger(ids, features)
    for hook in hooks:
        hook.remove()
    return [
        Importance(u.sqrt() * layer.down.weight.norm(dim=0), h.sqrt())
        for u, h, layer in zip(units, heads, tagger.layers, strict=True)
    ]


def _most(weights: Tensor, count: int) -> Tensor:
    return weights.topk(count).indices.sort().values
