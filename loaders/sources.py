"""Sources -> Documents: files, folders, standard input and URLs, each through the loader it fits.

Comes in: names as a user gives them. Goes out: Documents, a `Skipped` with its reason for all that
was left out, and Notes. No source can end the loading of the others. Called by the command line.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from loaders.attempt import attempt
from loaders.base import FileLoader, Loaded, Skipped
from loaders.files import count_in, in_file, shown_name
from loaders.folders import files_in
from loaders.formats.html import HtmlLoader
from loaders.formats.jsonl import JsonLinesLoader
from loaders.formats.markdown import MarkdownLoader
from loaders.formats.raw import RawTextLoader
from loaders.formats.text import TextLoader
from loaders.page.metadata import host_name
from loaders.received import piped
from loaders.web.fetch import fetched
from schema.address import is_web_address, without_login
from schema.document import Document

BUILT_IN: tuple[FileLoader, ...] = (
    TextLoader(),
    MarkdownLoader(),
    HtmlLoader(),
    JsonLinesLoader(),
)
STDIN = "-"


def open_sources(
    sources: Iterable[str],
    *,
    raw: bool = False,
    loaders: Sequence[FileLoader] = BUILT_IN,
    private: bool = False,
) -> Iterator[Loaded]:
    """The Documents of all sources, in order; a folder is read recursively, in sorted order.

    `raw` reads every file as plain paragraphs; `private` allows addresses inside the own network.
    What is missing, bad or fits no loader comes out as `Skipped`; nothing is raised.
    """
    chosen = _chosen(loaders, raw=raw)
    return _without_namesakes(x for name in sources for x in _open(name, chosen, private=private))


def count_sources(
    sources: Iterable[str], *, raw: bool = False, loaders: Sequence[FileLoader] = BUILT_IN
) -> int:
    """How many Documents and skips to expect, without loading: for a progress bar.

    Standard input and each URL count as one.
    """
    chosen = _chosen(loaders, raw=raw)
    counts = (attempt(shown_name(x), lambda x=x: _count(x, chosen)) for x in sources)  # type: ignore[misc]
    return sum(1 if isinstance(n, Skipped) else n for n in counts)


def _chosen(loaders: Sequence[FileLoader], *, raw: bool) -> Sequence[FileLoader]:
    return (RawTextLoader(),) if raw else tuple(loaders)


def _open(source: str, loaders: Sequence[FileLoader], *, private: bool) -> Iterator[Loaded]:
    if source == STDIN:
        return _stdin(loaders)
    if is_web_address(source):
        return _url(source, loaders, private=private)
    return _path(source, loaders)


def _stdin(loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    with ExitStack() as stack:
        received = attempt("stdin", lambda: stack.enter_context(piped(sys.stdin.buffer)))
        if isinstance(received, Skipped):
            yield received
            return
        path, name = received
        yield from in_file(path, loaders, source=name)


def _url(url: str, loaders: Sequence[FileLoader], *, private: bool) -> Iterator[Loaded]:
    name = without_login(url)
    with ExitStack() as stack:
        page = attempt(name, lambda: stack.enter_context(fetched(url, private=private)))
        if isinstance(page, Skipped):
            yield page
            return
        for loaded in in_file(page.path, loaders, source=name):
            # A record of several keeps its own name; only a page is known by its address.
            if isinstance(loaded, Document) and loaded.source == name and not loaded.url:
                outlet = loaded.outlet or host_name(page.url)
                yield loaded.model_copy(update={"url": page.url, "outlet": outlet})
            else:
                yield loaded


def _path(source: str, loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    name, path = shown_name(source), Path(source)
    there = attempt(name, lambda: bool(source) and path.exists())
    if isinstance(there, Skipped) or not there:
        yield Skipped(source=name, reason="no such file or folder", missing=True)
    elif path.is_dir():
        yield from _folder(path, loaders)
    else:
        yield from in_file(path, loaders, source=shown_name(path.name))


def _folder(folder: Path, loaders: Sequence[FileLoader]) -> Iterator[Loaded]:
    files, left_out = files_in(folder)
    yield from left_out
    for path in files:
        source = shown_name(path.relative_to(folder).as_posix())
        yield from in_file(path, loaders, source=source)


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
    path = Path(source)
    if source == STDIN or is_web_address(source) or not source:
        return 1
    if not path.is_dir():
        return count_in(path, loaders)
    files, left_out = files_in(path)
    return len(left_out) + sum(count_in(x, loaders) for x in files)
