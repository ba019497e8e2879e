"""The progress bar of commands that read documents, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.cli.notes import notes

_LONGEST = 40  # characters of a source's name that are shown


@contextmanager
def reading_bar(total: int, *, hidden: bool) -> Iterator[Callable[[str], None]]:
    """Shows `total` documents being read; call what it gives with the name of each one done.

    Where standard error is no terminal, nothing is shown.
    """
    terminal = notes()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    unseen = hidden or not terminal.is_terminal
    with Progress(*columns, console=terminal, disable=unseen) as progress:
        task = progress.add_task("Reading", total=total)

        def advance(source: str) -> None:
            progress.update(task, advance=1, description=f"Reading {source[-_LONGEST:]}")

        yield advance
        progress.update(task, description="Reading")
