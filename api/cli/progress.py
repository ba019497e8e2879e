"""The progress bar of commands that read documents, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.cli.notes import notes
from schema.printable import one_line

_LONGEST = 40  # characters of a source's name that are shown


@contextmanager
def reading_bar(total: int, *, hidden: bool) -> Iterator[Callable[[str], None]]:
    """Shows `total` documents being read; call what it gives with the name of each one done.

    Where standard error is no terminal, nothing is shown.
    """
    terminal = notes()
    with bar(terminal, hidden=hidden or not terminal.is_terminal) as progress:
        task = progress.add_task("Reading", total=total)

        def advance(source: str) -> None:
            progress.update(task, advance=1, description=doing(source))

        yield advance
        progress.update(task, description="Reading")


def bar(terminal: Console, *, hidden: bool) -> Progress:
    """The bar; names of files are text in it, not markup."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=terminal, disable=hidden)


def doing(source: str) -> str:
    """What the bar says while it stands at a source."""
    return f"Reading {one_line(source)[-_LONGEST:]}"
