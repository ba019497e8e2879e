"""The last stage of the training: `python -m training.distil --silver FILE --start RUN --encoder
DIR --out DIR`.

In: the file of `training.silver` and a run of `training.train` or `training.average`. Out: a run of
the same form, whose network is a third smaller, tags as its teacher does, and parses. The same
command resumes a stopped run.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 - the name all of torch uses
from tokenizers import Tokenizer
from torch import Tensor

from kg.read.network import tags
from kg.read.network.encode import window
from kg.read.network.network import KINDS, Labels
from training.batches import Batch, Cut, at_paragraphs, plan
from training.data import Labelled, seeded
from training.export import keep_labels, labels, trained
from training.lessons import IGNORED, Lesson, labels_of, learnt, lesson
from training.network import FORBIDDEN, Tagger
from training.reader import Read, Reader, importance
from training.syntax import UNKNOWN, Silver
from training.train import Run, options_of_a_run, start

SYNTAX_WEIGHT = 0.5  # of each of the four losses of syntax
UNANNOTATED_SHARE = 1 / 3  # of the windows of texts that nobody annotated, each epoch
SAMPLED = 64  # windows that say which inner units matter


def arguments() -> argparse.Namespace:
    """The options with their documented defaults."""
    parser = options_of_a_run(__doc__, steps=2400, rate=2e-4)
    parser.add_argument("--silver", type=Path, required=True, help="file of `training.silver`")
    parser.add_argument("--start", type=Path, required=True, help="the run to begin from")
    return parser.parse_args()


class Distillation(Run):
    """One process of the last stage."""

    fresh = ("syntax",)

    def _documents(self, tokenizer: Tokenizer) -> list[Labelled]:
        with self.options.silver.open("rb") as file:
            silver: list[Silver] = pickle.load(file)  # noqa: S301 - written by training.silver
        self.labels = labels_for(silver, self.options.start)
        self.learnt = [learnt(s, self.labels) for s in silver]
        return [s.labelled for s in silver]

    def _network(self) -> Tagger:
        if self.rank == 0:
            keep_labels({k: list(v) for k, v in vars(self.labels).items()}, self.options.out)
        tagger = trained(self.options.start)
        if isinstance(tagger, Reader) and tagger.is_narrow():
            return tagger
        reader = Reader(*(len(names) for names in vars(self.labels).values()))
        reader.narrow(tagger, importance(tagger, self._sample()))
        return reader

    def _sample(self) -> Iterator[tuple[Tensor, Tensor]]:
        """The first window of some documents: sub-words and features."""
        for document in self.documents[:SAMPLED]:
            begin, end, _ = at_paragraphs(document, seeded(self.options.seed))[0]
            made = window(document.words, begin, end)
            yield torch.from_numpy(made.ids)[None], torch.from_numpy(made.features)[None]

    def _plan(self, epoch: int) -> list[list[list[Cut]]]:
        o = self.options
        return plan(self.documents, o.batch, o.processes, o.seed, epoch, cut=_thinned)

    def _made(self, cuts: list[Cut], rng: random.Random) -> Lesson:
        return lesson(self.documents, self.learnt, cuts, self.augment, rng)

    def _loss(self, given: Batch) -> Tensor:
        if not isinstance(given, Lesson):
            raise TypeError("the last stage learns from lessons")
        half = self.options.precision == "bfloat16"
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            read = self.tagger.read(given.ids, given.features, given.mask)
        return (
            self._gold_loss(read, given)
            + teacher_loss(read, given)
            + SYNTAX_WEIGHT * syntax_loss(read, given)
        )

    def _gold_loss(self, read: Read, given: Lesson) -> Tensor:
        annotated = (given.gold >= 0).any(dim=1)
        if not annotated.any():
            # Every weight needs a gradient, so that the processes average the same ones.
            return 0 * self.tagger.transitions.sum()
        return self.tagger.loss(
            read.scores[annotated], given.first[annotated], given.gold[annotated]
        )


def labels_for(silver: Sequence[Silver], run: Path) -> Labels:
    """The labels of syntax of the run that is gone on from, or else those that occur.

    Raises ValueError when one occurs that the run does not know.
    """
    occurring, known = labels_of(silver), labels(run)
    if not known:
        return occurring
    for kind in KINDS:
        if strange := set(getattr(occurring, kind)) - set(known[kind]):
            raise ValueError(f"{run} has not learnt these {kind}: {', '.join(sorted(strange))}")
    return Labels(*(tuple(known[kind]) for kind in KINDS))


def _thinned(document: Labelled, rng: random.Random) -> list[tuple[int, int, int]]:
    """All windows of an annotated document, and new ones each epoch of another."""
    found = at_paragraphs(document, rng)
    annotated = UNKNOWN not in document.tags
    return [cut for cut in found if annotated or rng.random() < UNANNOTATED_SHARE]


def teacher_loss(read: Read, given: Lesson) -> Tensor:
    """How far the tags' probabilities are from the teacher's: cross-entropy a word."""
    scores = read.scores.float().gather(1, given.first[:, :, None].expand(-1, -1, tags.COUNT))
    return F.cross_entropy(scores[given.real], given.teacher[given.real].softmax(-1))


def syntax_loss(read: Read, given: Lesson) -> Tensor:
    """The sum of four cross-entropies a word: relation, part of speech, entity, head."""
    rows = (read.relations, read.tags, read.entities)
    loss = sum(
        F.cross_entropy(r.float().flatten(0, 1), g.flatten(), ignore_index=IGNORED)
        for r, g in zip(rows, given.labels, strict=True)
    )
    near = (given.place[:, :, None] == given.place[:, None, :]) & (given.place >= 0)[:, None, :]
    near[:, :, 0] = True  # CLS, the head of roots
    heads = read.heads.float().masked_fill(~near, FORBIDDEN)
    return loss + F.cross_entropy(heads.flatten(0, 1), given.heads.flatten(), ignore_index=IGNORED)


if __name__ == "__main__":
    start(arguments(), Distillation)
