"""`python -m benchmarks [--folder F] [--write]`: print a table of speeds and ratios.

`--folder` names the texts for extraction (default: the samples); `--write` rewrites
its section of docs/benchmarks.md. Every ratio compares two things measured in turns in this run.
"""

import argparse
from pathlib import Path

from benchmarks import extraction, rdf, starting, stores
from benchmarks.corpus import SAMPLES, graphs
from benchmarks.page import write
from benchmarks.timing import Comparison, table
from tests.neo4j_launch import Unavailable
from tests.neo4j_server import running

_TITLE = "Beside the bare engines"
_HEAD = (
    "Made by `python -m benchmarks --write`. Each ratio compares our speed with\n"
    "that of the bare engine on the same rows or text, measured in turns in one run\n"
    "(1.00: as fast); absolute rates are those of one machine with two busy cores.\n\n"
)

_STARTING = (
    "## Starting\n\nA command imports what it needs. Beside it the same command with the parser\n"
    "imported first, as every command once did. Medians of runs in turns.\n\n"
)


def measure(folder: Path, *, copies: int, most: int) -> tuple[list[Comparison], float]:
    """All comparisons, Neo4j's only where a server can be had; and GiB held while extracting."""
    lines = list(extraction.measure(folder, most=most))
    memory = extraction.peak_memory()
    claims = graphs(copies)
    lines += stores.sqlite(claims)
    try:
        with running() as server:
            lines += stores.neo4j(claims, server)
    except Unavailable as reason:
        print(f"Neo4j left out: {reason}")
    return lines + list(rdf.measure(claims)), memory


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLES, help="texts for extraction")
    parser.add_argument("--most", type=int, default=40, help="texts of the folder at most")
    parser.add_argument("--copies", type=int, default=10, help="copies of the samples to store")
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks.md")
    arguments = parser.parse_args()
    lines, memory = measure(arguments.folder, copies=arguments.copies, most=arguments.most)
    report = (
        f"{table(lines)}\n\nExtraction held {memory:.1f} GiB of memory at the most.\n\n"
        f"{_STARTING}{starting.table()}\n"
    )
    print(report, end="")
    if arguments.write:
        write(_TITLE, _HEAD + report)


if __name__ == "__main__":
    main()
