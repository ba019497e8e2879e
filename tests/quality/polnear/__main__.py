"""Measure an extractor on annotated news: `python -m tests.quality.polnear --extractor llm`.

Prints the common scorer's figures on the development set of the shared data. `--write` measures the
part of it that the floor test reads, and raises the floors.
"""

import argparse
import time

from kg.settings import Settings
from tests.quality.polnear import floor
from tests.quality.polnear.score import Corpus, build, score
from tests.require import shared_folder


def main() -> None:
    """Measure, print, and keep the floors when told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--extractor", default=Settings().extractor, help="its name")
    parser.add_argument(
        "--reported-speech", action="store_true", help="without attitudes on both sides"
    )
    parser.add_argument("--every", type=int, default=1, help="read every N-th document only")
    parser.add_argument(
        "--write", action="store_true", help="measure for the floors and raise them"
    )
    parser.add_argument("--lower", action="store_true", help="with --write: floors may drop")
    given = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        parser.error("no shared data: set POLICYKG_SHARED or put it in ../shared")
    every = floor.EVERY if given.write else given.every
    corpus = Corpus(shared / "data" / "polnear" / "dev", every)
    extract = build(given.extractor)
    start = time.perf_counter()
    shares = score(shared, extract, corpus, reported_speech=given.reported_speech)
    print(f"{given.extractor}: {len(corpus.names())} documents", end=" ")
    print(f"in {time.perf_counter() - start:.0f} s")
    print(*(f"{name:20} {share:5.1f}" for name, share in shares.items()), sep="\n")
    if given.write:
        floor.write(given.extractor, shares, lower=given.lower)


if __name__ == "__main__":
    main()
