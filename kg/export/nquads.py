"""N-Quads, sorted by line: the same graph is always the same bytes.

Comes in: changes. Goes out: one file. Called through the entry point `nquads`.
"""

import heapq
import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

from pyoxigraph import Quad, RdfFormat, serialize

from kg.export.quads import quads
from kg.protocols import Change

LINES_IN_MEMORY = 250_000  # about 100 MB; what goes beyond is sorted through temporary files


class NQuads:
    """One named graph a document; lines sorted by their bytes, each once."""

    suffix = ".nq"
    media_type = "application/n-quads"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        stream = quads(changes)
        with ExitStack() as open_runs:
            runs = [_spill(lines, open_runs) for lines in _sorted_runs(stream)]
            last = b""
            for line in heapq.merge(*runs):
                if line != last:
                    file.write(line)
                last = line


def _sorted_runs(stream: Iterator[Quad]) -> Iterator[list[bytes]]:
    while part := list(islice(stream, LINES_IN_MEMORY)):
        text = io.BytesIO()
        serialize(part, text, RdfFormat.N_QUADS)
        yield sorted(text.getvalue().splitlines(keepends=True))


def _spill(lines: list[bytes], open_runs: ExitStack) -> Iterable[bytes]:
    if len(lines) < LINES_IN_MEMORY:
        return lines
    run = open_runs.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 (the stack closes it)
    run.writelines(lines)
    run.seek(0)
    return run
