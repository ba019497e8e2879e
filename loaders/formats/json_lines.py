"""The lines of a JSON lines file, one by one: a corpus never lies in memory as a whole.

Comes in: a path. Goes out: numbered lines that are not blank; a line that is longer than any
article is cut off, so that a file without line ends costs no more than that. Called by
`loaders.formats.jsonl`.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from loaders.decode import MOST_BYTES
from schema.errors import DocumentError

Line = tuple[int, bytes]


def lines_in(path: Path, *, source: str) -> Iterator[Line]:
    """The lines, numbered from 1. Raises DocumentError when the file cannot be read.

    Of a line that is too long the start comes, with more than `MOST_BYTES` bytes.
    """
    try:
        with path.open("rb") as file:
            yield from _numbered(file)
    except OSError as error:
        raise DocumentError(f"{source}: {error.strerror or error}") from error


def _numbered(file: BinaryIO) -> Iterator[Line]:
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            _skip_rest(file, line)
        content = line.removeprefix(BOM_UTF8) if number == 1 else line
        if content.strip():
            yield number, content


def _skip_rest(file: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = file.readline(MOST_BYTES)
