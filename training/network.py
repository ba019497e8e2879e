"""The network: a BERT encoder, an embedding of case and quotation, a linear layer, a CRF over
words.

`Tagger.load_encoder` takes the weights of any BERT of the MiniLM-L6 shape in safetensors form.
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the name all of torch uses
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.read.network import tags
from kg.read.network.encode import FEATURES

WIDTH, LAYERS, VOCABULARY, POSITIONS = 384, 6, 30522, 512
HEADS, HEAD_WIDTH, INNER = 12, 32, 1536
FORBIDDEN = -1e4


class Layer(nn.Module):
    """One transformer layer as BERT has it: normalisation after each residual."""

    def __init__(self, dropout: float, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD_WIDTH)
        self.mixed = nn.Linear(heads * HEAD_WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        heads = self.qkv(x).view(batch, length, 3, self.heads, HEAD_WIDTH)
        q, k, v = heads.permute(2, 0, 3, 1, 4).unbind(0)
        y = _attend(q, k, v, mask)
        y = self.mixed(y.transpose(1, 2).reshape(batch, length, -1))
        x = self.norm_attention(x + F.dropout(y, self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm_output(x + F.dropout(y, self.dropout, self.training))


def _attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    if torch.onnx.is_in_onnx_export():
        # The scale as a constant: onnxruntime makes one step of it, transposition and product.
        return (q @ k.transpose(-1, -2) * HEAD_WIDTH**-0.5).softmax(-1) @ v
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)


class Tagger(nn.Module):
    """Scores of the seven tags for every sub-word, and the loss of a batch."""

    def __init__(self, dropout: float = 0.1, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.layers = nn.ModuleList(Layer(dropout, heads, inner) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, tags.COUNT)
        self.transitions = nn.Parameter(torch.zeros(tags.COUNT, tags.COUNT))
        self.register_buffer("legal", torch.from_numpy(tags.legal()), persistent=False)
        self.dropout = dropout
        # Zero, so that the encoder starts as it was pre-trained.
        nn.init.zeros_(self.features.weight)
        # Frozen: 12 of 22 million weights, most of whose words the training text never shows.
        self.words.weight.requires_grad_(False)

    def load_encoder(self, path: Path) -> None:
        """Fill the encoder from a Hugging Face BERT file."""
        old = load_file(path)
        old = {k.removeprefix("bert."): v.float() for k, v in old.items()}
        # Only token type 0 ever occurs: its vector joins the positions.
        position = old["embeddings.position_embeddings.weight"]
        self.positions.weight.data.copy_(
            position + old["embeddings.token_type_embeddings.weight"][0]
        )
        self.words.weight.data.copy_(old["embeddings.word_embeddings.weight"])
        _copy(self.norm, old, "embeddings.LayerNorm")
        for n, layer in enumerate(self.layers):
            at = f"encoder.layer.{n}"
            for kind in ("weight", "bias"):
                parts = [old[f"{at}.attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            _copy(layer.mixed, old, f"{at}.attention.output.dense")
            _copy(layer.norm_attention, old, f"{at}.attention.output.LayerNorm")
            _copy(layer.up, old, f"{at}.intermediate.dense")
            _copy(layer.down, old, f"{at}.output.dense")
            _copy(layer.norm_output, old, f"{at}.output.LayerNorm")

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Tag scores of each sub-word; `mask` is True where there is one."""
        return self.head(self.dropped(self.encoded(ids, features, mask)[-1]))

    def encoded(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> list[Tensor]:
        """What each layer makes of each sub-word."""
        keep = None if mask is None else mask[:, None, None, :]
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        x = self.dropped(self.norm(x) + self.features(features))
        return [x := layer(x, keep) for layer in self.layers]

    def dropped(self, x: Tensor) -> Tensor:
        """The same without some of it, at random, while training."""
        return F.dropout(x, self.dropout, self.training)

    def loss(self, scores: Tensor, first: Tensor, gold: Tensor) -> Tensor:
        """CRF negative log-likelihood a word + 0.5 cross-entropy; `gold` is -1 beyond the last
        word.
        """
        scores = scores.float().gather(1, first[:, :, None].expand(-1, -1, tags.COUNT))
        real = gold >= 0
        cross = F.cross_entropy(scores[real], gold[real])
        return _crf(scores, gold.clamp(min=0), real, self.allowed()) / real.sum() + 0.5 * cross

    def allowed(self) -> Tensor:
        """Transition scores with the illegal ones ruled out."""
        return self.transitions.masked_fill(~self.legal, FORBIDDEN)


def _crf(scores: Tensor, gold: Tensor, real: Tensor, step: Tensor) -> Tensor:
    # A window may start inside a span, so any first tag is allowed here.
    path = (scores.gather(2, gold[:, :, None]).squeeze(2) * real).sum()
    path = path + (step[gold[:, :-1], gold[:, 1:]] * real[:, 1:]).sum()
    alpha = scores[:, 0]
    for t in range(1, scores.shape[1]):
        longer = torch.logsumexp(alpha[:, :, None] + step, dim=1) + scores[:, t]
        alpha = torch.where(real[:, t, None], longer, alpha)
    return torch.logsumexp(alpha, dim=1).sum() - path


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(old[f"{name}.weight"])
    module.bias.data.copy_(old[f"{name}.bias"])
