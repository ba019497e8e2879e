"""Bytes that come without a file (standard input, a response) -> a file that loaders can read.

Comes in: bytes and a suffix. Goes out: a temporary file, gone with the `with` block. Called by
`loaders.sources` and `loaders.fetch`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from loaders.decode import decode

_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<article\b", re.I)
_LOOK_AT = 2_000  # characters: a page may start with comments


@contextmanager
def kept(data: bytes, *, suffix: str) -> Iterator[Path]:
    """A temporary file with these bytes and this suffix (".html")."""
    with TemporaryDirectory(prefix="policykg-") as folder:
        path = Path(folder) / f"received{suffix}"
        path.write_bytes(data)
        yield path


def suffix_of(data: bytes, *, source: str) -> str:
    """The suffix that fits what the bytes look like; raises DocumentError for empty or binary.

    JSON lines start with a brace, front matter makes Markdown, tags make HTML; else plain text.
    """
    start = decode(data, source=source).lstrip()[:_LOOK_AT]
    if start.startswith("{"):
        return ".jsonl"
    if start.startswith(("---\n", "---\r")):
        return ".md"
    return ".html" if start.startswith("<") and _HTML.search(start) else ".txt"


def name_of(data: bytes) -> str:
    """A name for bytes that have none: by content, so that the same bytes keep their name."""
    return f"stdin-{sha256(data).hexdigest()[:12]}"
