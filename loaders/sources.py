"""Sources -> Documents: files, folders, standard input and URLs, each through the loader it fits.

Comes in: names as a user gives them. Goes out: Documents, and a `Skipped` with its reason for all
that was left out. Called by the command line.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loaders.base import Counting, FileLoader, Skipped
from loaders.fetch import fetched, is_url
from loaders.folders import files_in
from loaders.html import HtmlLoader
from loaders.jsonl import JsonLinesLoader
from loaders.markdown import MarkdownLoader
from loaders.metadata import host_name
from loaders.raw import RawTextLoader
from loaders.received import piped
from loaders.text import TextLoader
from schema.document import Document
from schema.errors import DocumentError, RecordError, UnsupportedSource

BUILT_IN: tuple[FileLoader, ...] = (
    TextLoader(),
    MarkdownLoader(),
    HtmlLoader(),
    JsonLinesLoader(),
)
STDIN = "-"
Loaded = Document | Skipped


def open_sources(
    sources: Iterable[str], *, raw: bool = False, loaders: Sequence[FileLoader] = BUILT_IN
) -> Iterator[Loaded]:
    """The Documents of all sources, in order; a folder is read recursively, in sorted order.

    `raw` reads every file as plain paragraphs. What is bad inside a folder, and a bad record of
    any source, comes out as `Skipped`. A source that was named and does not exist or fits no loader
    raises DocumentError or UnsupportedSource here, before anything is loaded; one that cannot be
    read raises DocumentError when its turn comes.
    """
    named, chosen = list(sources), (RawTextLoader(),) if raw else tuple(loaders)
    for source in named:
        _check(source, chosen)
    return _without_namesakes(x for source in named for x in _open(source, chosen))


def count_sources(
    sources: Iterable[str], *, raw: bool = False, loaders: Sequence[FileLoader] = BUILT_IN
) -> int:
    """How many Documents and skips to expect, without loading: for a progress bar.

    Standard input and each URL count as one. Raises what `open_sources` raises.
    """
    named, chosen = list(sources), (RawTextLoader(),) if raw else tuple(loaders)
    for source in named:
        _check(source, chosen)
    return sum(_count(source, chosen) for source in named)


def _check(source: str, loaders: Sequence[FileLoader]) -> None:
    if source == STDIN or is_url(source):
        return
    path = Path(source)
    if not path.exists():
        raise DocumentError(f"{source}: no such file or folder")
    if not path.is_dir():
        _loader_for(path, loaders, source=source)


def _loader_for(path: Path, loaders: Sequence[FileLoader], *, source: str) -> FileLoader:
    for loader in loaders:
        if loader.accepts(path):
            return loader
    raise UnsupportedSource(f"{source}: no loader reads {path.suffix or 'files without a suffix'}")


def _open(source: str, loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    if source == STDIN:
        return _stdin(loaders)
    if is_url(source):
        return _url(source, loaders)
    path = Path(source)
    return _folder(path, loaders) if path.is_dir() else _file(path, loaders, source=path.name)


def _stdin(loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    with piped(sys.stdin.buffer) as (path, name):
        yield from _file(path, loaders, source=name)


def _url(url: str, loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    with fetched(url) as page:
        for loaded in _file(page.path, loaders, source=url):
            # A record of several keeps its own name; only a page is known by its address.
            if isinstance(loaded, Document) and loaded.source == url and not loaded.url:
                outlet = loaded.outlet or host_name(page.url)
                yield loaded.model_copy(update={"url": page.url, "outlet": outlet})
            else:
                yield loaded


def _folder(folder: Path, loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    files, unreadable = files_in(folder)
    yield from unreadable
    for path in files:
        source = path.relative_to(folder).as_posix()
        try:
            yield from _file(path, loaders, source=source)
        except DocumentError as error:
            yield _skipped(source, error)


def _file(path: Path, loaders: Sequence[FileLoader], *, source: str) -> Iterator[Loaded]:
    """What one file holds; a bad record is skipped, a bad file raises DocumentError."""
    if not path.is_file():
        raise DocumentError(f"{source}: not a regular file")
    documents = _loader_for(path, loaders, source=source).load(path, source=source)
    empty = True
    while True:
        try:
            loaded: Loaded = next(documents)
        except StopIteration:
            break
        except RecordError as error:
            loaded = _skipped(source, error)
        empty = False
        yield loaded
    if empty:
        raise DocumentError(f"{source}: empty")


def _skipped(source: str, error: DocumentError) -> Skipped:
    return Skipped(source=source, reason=str(error).removeprefix(f"{source}: "))


def _without_namesakes(loaded: Iterable[Loaded]) -> Iterator[Loaded]:
    """All of them but a second Document of one name without URL: it would replace the first."""
    names: set[str] = set()
    for item in loaded:
        if isinstance(item, Document) and not item.url:
            if item.source in names:
                reason = "a source of this name was loaded before; load both from a common folder"
                yield Skipped(source=item.source, reason=reason)
                continue
            names.add(item.source)
        yield item


def _count(source: str, loaders: Sequence[FileLoader]) -> int:
    if source == STDIN or is_url(source):
        return 1
    path = Path(source)
    if not path.is_dir():
        return _count_file(path, loaders)
    files, unreadable = files_in(path)
    return len(unreadable) + sum(_count_file(x, loaders) for x in files)


def _count_file(path: Path, loaders: Sequence[FileLoader]) -> int:
    loader = next((x for x in loaders if x.accepts(path)), None)
    if not isinstance(loader, Counting) or not path.is_file():
        return 1
    try:
        return max(1, loader.count(path))
    except DocumentError:
        return 1  # it will come out as one skip
