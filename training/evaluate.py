"""Measure an exported model: `python -m training.evaluate --model DIR --corpus DIR --out FILE`.

In: a brat corpus. Out: `FILE`, one JSON line a document with its attributions, and figures on
standard output. With `--scorer` that script is run as `SCORER TEXT_DIR ANNOTATION_DIR FILE
--bootstrap 1000` for all further figures.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from kg.extract.attributions.tag import Tagger
from kg.extract.candidate import Candidate
from kg.read.network.network import WEIGHTS
from training.brat import read_corpus
from training.metric import Counts, judge

BINS = 10


def arguments() -> argparse.Namespace:
    """The options with their documented defaults."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("--model", type=Path, help="exported model; default: the one in the package")
    add("--corpus", type=Path, required=True, help="folder with text/ and attributions/")
    add("--out", type=Path, required=True, help="predictions, JSON lines")
    add("--scorer", type=Path, help="script that scores the predictions")
    add("--threads", type=int, default=1)
    return parser.parse_args()


def calibration_error(judged: list[tuple[float, bool]]) -> float:
    """Expected calibration error: |confidence - share right|, weighted over ten equal bins."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for sure, right in judged:
        bins[min(BINS - 1, int(sure * BINS))].append((sure, right))
    gaps = [abs(sum(sure - right for sure, right in held)) for held in bins]
    return sum(gaps) / max(1, len(judged))


def as_line(name: str, found: list[Candidate]) -> str:
    """One document's predictions as the scorer reads them."""
    keys = ("source", "cue", "content")
    given = [{**{k: getattr(a, k) for k in keys}, "confidence": a.confidence} for a in found]
    return json.dumps({"doc": name, "attributions": given})


def main() -> None:
    """Predict, print figures, call the scorer."""
    options = arguments()
    model = Tagger.load(options.model or WEIGHTS, threads=options.threads)
    counts, judged, words, seconds = Counts(), [], 0, 0.0
    with options.out.open("w", encoding="utf-8") as file:
        for document in read_corpus(options.corpus):
            start = time.perf_counter()
            found = model.predict(document.text)
            seconds += time.perf_counter() - start
            words += len(document.text.split())
            file.write(as_line(document.name, found) + "\n")
            more, right = judge(document, found)
            counts += more
            judged += [
                (a.confidence, r) for a, r in zip(found, right, strict=True) if r is not None
            ]
    figures = {
        "linked_f1": round(100 * counts.f1, 2),
        "calibration_error": round(calibration_error(judged), 4),
        "words_a_second": round(words / seconds),
        "peak_gb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    if options.scorer:
        folders = [str(options.corpus / "text"), str(options.corpus / "attributions")]
        command = [sys.executable, str(options.scorer), *folders, str(options.out)]
        subprocess.run([*command, "--bootstrap", "1000"], check=True)  # noqa: S603 - the user's own script


if __name__ == "__main__":
    main()
