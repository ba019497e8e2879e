"""One file -> what it holds: its Documents, and a Skipped for all that could not be read.

Comes in: a path and the name it is known by. Goes out: what the loader that fits makes of it; never
an error. Called by `loaders.sources`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from loaders.attempt import attempt
from loaders.base import Counting, FileLoader, Loaded, Note, Skipped
from schema.document import Document
from schema.errors import DocumentError, UnsupportedSource

_Found = Document | Note


def in_file(path: Path, loaders: Sequence[FileLoader], *, source: str) -> Iterator[Loaded]:
    """What one file holds. After a bad record the loader goes on, where it can."""
    empty = True
    for loaded in _steps(source, lambda: _opened(path, loaders, source=source)):
        empty = False
        yield loaded
    if empty:
        yield Skipped(source=source, reason="empty")


def count_in(path: Path, loaders: Sequence[FileLoader]) -> int:
    """How many Documents and skips `in_file` gives; a file that cannot be read gives one skip."""
    loader = next((x for x in loaders if x.accepts(path)), None)
    if not isinstance(loader, Counting) or not path.is_file():
        return 1
    try:
        return max(1, loader.count(path))
    except DocumentError:
        return 1


def shown_name(name: str) -> str:
    """The name of a file as text: bytes of it that are no UTF-8 are written as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _steps(source: str, start: Callable[[], Iterator[_Found]]) -> Iterator[Loaded]:
    found = attempt(source, start)
    if isinstance(found, Skipped):
        yield found
        return
    while (step := attempt(source, lambda: next(found, None))) is not None:
        yield step
        if isinstance(step, Skipped) and not step.goes_on:
            return


def _opened(path: Path, loaders: Sequence[FileLoader], *, source: str) -> Iterator[_Found]:
    loader = _loader_for(path, loaders, source=source)
    if not path.is_file():
        gone = "not a regular file" if path.exists() else "no such file"
        raise DocumentError(f"{source}: {gone}")
    return loader.load(path, source=source)


def _loader_for(path: Path, loaders: Sequence[FileLoader], *, source: str) -> FileLoader:
    for loader in loaders:
        if loader.accepts(path):
            return loader
    raise UnsupportedSource(f"{source}: no loader reads {path.suffix or 'files without a suffix'}")
