"""`python -m benchmarks.input_growth [--only WORDS] [--network] [--write]`: work and input.

Each hostile input is read at three sizes, from its file to its graph, in a process of its own that
the system stops at a limit. Prints CPU seconds, the ratio of the last two sizes (4: as fast as the
input), and the most memory held; `--write` puts the table into docs/benchmarks.md. The network
reads a window of the same words only once, as these inputs repeat themselves; `--network`: each
time.
"""

import argparse
import json
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from api.runtime import Runtime
from benchmarks.extraction import peak_memory
from benchmarks.hostile import INPUTS
from benchmarks.page import DOCS, write
from kg.read.network import parse
from kg.read.network.encode import Window
from kg.read.network.network import Run
from kg.read.network.trees import trees
from kg.read.reading import network as shared_network
from kg.settings import Settings
from loaders.base import Skipped

SIZES = (8, 32, 128)  # kB
LIMIT = 60  # CPU seconds an input and size
_TITLE = "Growth with the input"
_HEAD = (
    "Made by `python -m benchmarks.input_growth --write`: CPU seconds from a file to its graph,\n"
    "for inputs that ask for the most work a character. Four times the input may take four times\n"
    "the time; a ratio above five is a fault. The network reads a window of the same words only\n"
    "once here (`--network`: each time): its work grows as the words do and would hide the rest.\n"
    "\n"
)


def remember_windows() -> None:
    """Let the network, and the search for trees in its scores, answer for a window as before.

    They take most of the time, for so many windows of one size each, so that their work grows as
    the words do. Without it the rest is seen sooner, and a fault of the rest cannot hide behind it.
    """
    network = shared_network()
    run: Run = network._run
    known: dict[bytes, Mapping[str, np.ndarray]] = {}
    grown: dict[bytes, np.ndarray] = {}

    def remembered(window: Window) -> Mapping[str, np.ndarray]:
        key = window.ids.tobytes() + window.features.tobytes()
        if key not in known:
            known[key] = run(window)
        return known[key]

    def remembered_trees(*given: np.ndarray) -> np.ndarray:
        key = b"".join(array.tobytes() for array in given)
        if key not in grown:
            grown[key] = trees(*given)
        return grown[key].copy()

    network._run = remembered
    parse.trees = remembered_trees  # type: ignore[attr-defined,assignment]


def read(runtime: Runtime, name: str, size: int) -> None:
    """Write the input to a file, and read the file: Document, Extraction, Linked, DocumentGraph."""
    hostile = INPUTS[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{hostile.suffix}"
        path.write_text(hostile.make(size * 1000), "utf-8")
        for document in runtime.documents([folder]):
            if not isinstance(document, Skipped):
                runtime.pipeline(document)


def child(name: str, *, network: bool) -> None:
    """Measure one input at all sizes; a line of JSON each."""
    if not network:
        remember_windows()
    runtime = Runtime(Settings(store="memory://"))
    read(runtime, "paragraphs of speech", 1)
    for size in SIZES:
        start = time.process_time()
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(start) + LIMIT + 1, hard))
        read(runtime, name, size)
        print(json.dumps([time.process_time() - start, peak_memory()]), flush=True)


def measure(name: str, *, network: bool) -> list[tuple[float, float]]:
    """Seconds and GiB at each size, as far as the limit let it come."""
    command = [sys.executable, "-m", "benchmarks.input_growth", "--child", name]
    done = subprocess.run(
        [*command, *(["--network"] * network)], stdout=subprocess.PIPE, check=False, text=True
    )
    if done.returncode not in (0, -signal.SIGXCPU):
        raise RuntimeError(f"{name}: reading ended with {done.returncode}")
    return [tuple(json.loads(x)) for x in done.stdout.splitlines() if x.startswith("[")]


def row(name: str, found: list[tuple[float, float]]) -> str:
    """A line of the table."""
    seconds = [f"{s:.2f}" for s, _ in found] + [f"> {LIMIT}"] * (len(SIZES) - len(found))
    whole = len(found) == len(SIZES)
    # Below a tenth of a second the clock's own steps and the start of a reading outweigh the work.
    ratio = f"{found[-1][0] / max(found[-2][0], 0.1):.1f}" if whole else "?"
    memory = f"{found[-1][1]:.1f}" if found else "?"
    return f"| {name} | {' | '.join(seconds)} | {ratio} | {memory} |"


def table(names: list[str], *, network: bool) -> Iterator[str]:
    """The lines of the table, each when it is known."""
    sizes = " | ".join(f"{x} kB" for x in SIZES)
    yield f"| input | {sizes} | {SIZES[-1]}:{SIZES[-2]} | GiB |"
    yield "|---|" + "---|" * (len(SIZES) + 2)
    for name in names:
        yield row(name, measure(name, network=network))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="inputs whose name has these words")
    parser.add_argument("--network", action="store_true", help="read equal windows each time")
    parser.add_argument("--write", action="store_true", help="put the rows into the docs")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child, network=arguments.network)
        return
    lines = []
    names = [x for x in INPUTS if arguments.only in x]
    for line in table(names, network=arguments.network):
        print(line, flush=True)
        lines.append(line)
    if arguments.write:
        head, rows = lines[:2], _written() | {_name(x): x for x in lines[2:]}
        write(_TITLE, "\n".join([_HEAD, *head, *(rows[x] for x in INPUTS if x in rows), ""]))


def _written() -> dict[str, str]:
    """The rows of the table in the docs, by input: those that are measured alone replace theirs."""
    section = DOCS.read_text("utf-8").partition(f"## {_TITLE}\n")[2].partition("\n## ")[0]
    return {_name(x): x for x in section.splitlines() if x.startswith("| ")}


def _name(line: str) -> str:
    return line[2:].partition(" | ")[0]


if __name__ == "__main__":
    main()
