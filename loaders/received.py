"""Bytes that come without a file (standard input, a response) -> a file that loaders can read.

Comes in: bytes. Goes out: a temporary file, gone with the `with` block. Called by `loaders.sources`
and `loaders.web.fetch`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from loaders.decode import start_of

_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<article\b", re.I)
_LOOK_AT = 8_192  # bytes: a page may start with comments
_AT_ONCE = 1 << 20


@contextmanager
def kept(data: bytes, *, suffix: str) -> Iterator[Path]:
    """A temporary file with these bytes and this suffix (".html")."""
    with TemporaryDirectory(prefix="policykg-") as folder:
        path = Path(folder) / f"received{suffix}"
        path.write_bytes(data)
        yield path


@contextmanager
def piped(stream: BinaryIO) -> Iterator[tuple[Path, str]]:
    """A temporary file with all of a stream, and a name: by content, so that it is stable."""
    with TemporaryDirectory(prefix="policykg-") as folder:
        path, hashed = Path(folder) / "received", sha256()
        with path.open("wb") as file:
            while part := stream.read(_AT_ONCE):
                hashed.update(part)
                file.write(part)
        yield path.rename(path.with_suffix(_suffix(path))), f"stdin-{hashed.hexdigest()[:12]}"


def _suffix(path: Path) -> str:
    """A brace starts JSON lines, a fence front matter, tags a page; else it is plain text."""
    with path.open("rb") as file:
        start = start_of(file.read(_LOOK_AT)).lstrip()
    if start.startswith("{"):
        return ".jsonl"
    if start.startswith(("---\n", "---\r")):
        return ".md"
    return ".html" if start.startswith("<") and _HTML.search(start) else ".txt"
