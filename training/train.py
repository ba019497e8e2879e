"""Train the attribution model: `python -m training.train --train DIR --encoder DIR --out DIR`.

In: a brat corpus (`text/`, `attributions/`) and a folder with `model.safetensors` and
`tokenizer.json` of MiniLM-L6. Out: `checkpoint.pt`, `log.jsonl` and `arguments.json` in the run's
folder. The same command resumes a stopped run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import time
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from tokenizers import Tokenizer

from training import run_state
from training.augment import Augmenter
from training.batches import Batch, Cut, batch, plan
from training.brat import read_corpus
from training.data import Labelled, label, load_tokenizer, seeded, split
from training.network import Tagger
from training.optimise import average_gradients, optimiser, set_rate
from training.run_state import RunState

CLIP, AVERAGE_DECAY, WARM_UP, LOG_EVERY = 1.0, 0.998, 0.03, 20


def arguments() -> argparse.Namespace:
    """The options with their documented defaults."""
    parser = options_of_a_run(__doc__, steps=1400, rate=3e-4)
    add = parser.add_argument
    add("--train", type=Path, required=True, help="corpus folder with text/ and attributions/")
    add("--held-out", type=int, default=40, help="documents kept from training for calibration")
    return parser.parse_args()


def options_of_a_run(
    description: str | None, *, steps: int, rate: float
) -> argparse.ArgumentParser:
    """The options that every stage of the training takes."""
    add = (parser := argparse.ArgumentParser(description=description)).add_argument
    add(
        "--encoder",
        type=Path,
        required=True,
        help="folder with model.safetensors and tokenizer.json",
    )
    add("--out", type=Path, required=True, help="the run's folder")
    add("--steps", type=int, default=steps, help="length of the schedule; PolNeAR has 253 an epoch")
    add("--minutes", type=float, help="let the schedule follow the clock instead of the steps")
    add("--seed", type=int, default=7)
    add("--batch", type=int, default=8, help="windows a step and process")
    add("--processes", type=int, default=2, help="single-threaded processes that average gradients")
    add("--rate", type=float, default=rate, help="learning rate of the top layer")
    add("--precision", choices=("bfloat16", "float32"), default="bfloat16")
    add("--save-minutes", type=float, default=5)
    return parser


class Run:
    """One process of a training run."""

    # What the names of weights begin with that start untrained.
    fresh: tuple[str, ...] = ("head", "features")

    def __init__(self, options: argparse.Namespace, rank: int) -> None:
        self.options, self.rank = options, rank
        tokenizer = load_tokenizer(options.encoder / "tokenizer.json")
        self.documents = self._documents(tokenizer)
        self.augment = Augmenter(tokenizer)
        torch.manual_seed(options.seed)
        self.tagger = self._network()
        self.optimiser = optimiser(self.tagger, options.rate, self.fresh)
        self.average = run_state.start_average(self.tagger)
        self.state, self.path = RunState(), options.out / "checkpoint.pt"
        if self.path.exists():
            self.state = run_state.load(self.path, self.tagger, self.average, self.optimiser)
        self.epoch, self.steps = 0, self._plan(0)
        # Epochs differ by a step or two; the first one's length counts for all, so that a step's
        # number alone tells what it trains on.
        self.length = len(self.steps)
        self.losses: list[float] = []

    def _documents(self, tokenizer: Tokenizer) -> list[Labelled]:
        o = self.options
        documents, _ = split(list(read_corpus(o.train)), o.held_out, o.seed)
        return [label(d, tokenizer) for d in documents]

    def _network(self) -> Tagger:
        tagger = Tagger()
        tagger.load_encoder(self.options.encoder / "model.safetensors")
        return tagger

    def train(self) -> None:
        """Steps until the schedule ends."""
        self.tagger.train()
        saved = clock = time.monotonic()
        cpu = time.process_time()
        while (progress := self._progress()) < 1:
            self._step(progress)
            now, cpu_now = time.monotonic(), time.process_time()
            self.state.seconds += now - clock
            self.state.cpu_seconds += cpu_now - cpu
            clock, cpu = now, cpu_now
            if self.rank == 0 and self.state.step % LOG_EVERY == 0:
                self._log(progress)
            if self.rank == 0 and now - saved > 60 * self.options.save_minutes:
                self._save()
                saved = now
        if self.rank == 0:
            self._log(1.0)
            self._save()

    def _progress(self) -> float:
        if not self.options.minutes:
            return self.state.step / self.options.steps
        # Clocks of processes differ: the first one's counts for all.
        share = torch.tensor([self.state.seconds / (60 * self.options.minutes)])
        if self.options.processes > 1:
            dist.broadcast(share, src=0)
        return float(share)

    def _step(self, progress: float) -> None:
        options, step = self.options, self.state.step
        torch.manual_seed((options.seed * 1_000_003 + step) * 64 + self.rank)
        loss = self._loss(self._batch(step))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        average_gradients(self.tagger, options.processes)
        torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), CLIP)
        set_rate(self.optimiser, progress, WARM_UP)
        self.optimiser.step()
        run_state.update_average(self.average, self.tagger, step, AVERAGE_DECAY)
        self.losses.append(float(loss.detach()))
        self.state.step += 1

    def _batch(self, step: int) -> Batch:
        epoch, at = divmod(step, self.length)
        if epoch != self.epoch:
            self.epoch, self.steps = epoch, self._plan(epoch)
        return self._made(self._cuts(at), seeded(self.options.seed, step, self.rank))

    def _made(self, cuts: list[Cut], rng: random.Random) -> Batch:
        return batch(self.documents, cuts, self.augment, rng)

    def _cuts(self, at: int) -> list[Cut]:
        return self.steps[at % len(self.steps)][self.rank]

    def _plan(self, epoch: int) -> list[list[list[Cut]]]:
        o = self.options
        return plan(self.documents, o.batch, o.processes, o.seed, epoch)

    def _loss(self, given: Batch) -> torch.Tensor:
        half = self.options.precision == "bfloat16"
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            scores = self.tagger(given.ids, given.features, given.mask)
        return self.tagger.loss(scores, given.first, given.gold)

    def _save(self) -> None:
        run_state.save(self.path, self.tagger, self.average, self.optimiser, self.state)

    def _log(self, progress: float) -> None:
        line = {
            "step": self.state.step,
            "epoch": round(self.state.step / self.length, 2),
            "progress": round(progress, 4),
            "loss": round(sum(self.losses) / max(1, len(self.losses)), 4),
            "minutes": round(self.state.seconds / 60, 2),
            "cpu_minutes_a_process": round(self.state.cpu_seconds / 60, 2),
            "peak_gb_a_process": round(
                resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2
            ),
        }
        self.losses.clear()
        with (self.options.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def process(rank: int, options: argparse.Namespace, kind: type[Run] = Run) -> None:
    """Body of one process."""
    torch.set_num_threads(1)
    if options.processes > 1:
        meeting = f"file://{options.out.resolve()}/meeting-{os.getppid()}"
        dist.init_process_group(
            "gloo", init_method=meeting, rank=rank, world_size=options.processes
        )
    kind(options, rank).train()
    if options.processes > 1:
        dist.destroy_process_group()


def start(options: argparse.Namespace, kind: type[Run] = Run) -> None:
    """Start the processes and wait."""
    options.out.mkdir(parents=True, exist_ok=True)
    kept = {k: str(v) if isinstance(v, Path) else v for k, v in vars(options).items()}
    (options.out / "arguments.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    mp.spawn(process, args=(options, kind), nprocs=options.processes)


def main() -> None:
    """Train as the command line says."""
    start(arguments())


if __name__ == "__main__":
    main()
