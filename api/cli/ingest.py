"""`policykg init`, `policykg ingest` and `policykg stats`: fill the graph and see what is in it."""

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.cli.options import Format, FormatOption, HomeOption, SourcesArgument, StoreOption, runtime
from api.cli.output import notes, print_rows
from kg.ingest import Summary
from kg.protocols import Outcome

PARTIAL = 3  # exit code: done, but some sources were left out
_SHOWN = 20


def init(store: StoreOption = None, home: HomeOption = None) -> None:
    """Create the store, or bring it up to date: constraints, indexes, topics. Safe to repeat."""
    with runtime(store, home) as opened:
        counts = opened.store.view().counts()
        notes().print(f"Ready: {opened.settings.store_url} ({counts.get('Topic', 0)} topics)")


def ingest(
    sources: SourcesArgument,
    store: StoreOption = None,
    home: HomeOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read side by side.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Load articles into the graph.

    Text, Markdown with front matter, HTML and JSON lines are read; folders are searched. What is
    stored and unchanged is passed over; a changed document replaces its former version as one
    unit. Exit code 3 says that some sources were left out; the summary names each with the reason.
    """
    with runtime(store, home, workers=workers) as opened:
        total = opened.count(sources)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        terminal = notes()
        hidden = quiet or not terminal.is_terminal
        with Progress(*columns, console=terminal, disable=hidden) as progress:
            task = progress.add_task("Reading", total=total)

            def advance(source: str, _: Outcome | None) -> None:
                progress.update(task, advance=1, description=f"Reading {source[-40:]}")

            summary = opened.ingest(sources, total=total, on_source=advance)
            progress.update(task, description="Reading")
        _print_summary(summary)
    if summary.skipped or summary.failed:
        raise typer.Exit(PARTIAL)


def _print_summary(summary: Summary) -> None:
    counts = (f"{summary.outcomes[o]} {o.value}" for o in Outcome)
    left_out = [("skipped", *s) for s in summary.skipped] + [("failed", *f) for f in summary.failed]
    notes().print(
        f"{', '.join(counts)}, {len(summary.skipped)} skipped, {len(summary.failed)} failed"
    )
    for what, source, reason in left_out[:_SHOWN]:
        notes().print(f"  {what} {source}: {reason}", markup=False)
    if len(left_out) > _SHOWN:
        notes().print(f"  ... and {len(left_out) - _SHOWN} more")


def stats(
    store: StoreOption = None, home: HomeOption = None, form: FormatOption = Format.TABLE
) -> None:
    """Count what the graph holds, by label and by relationship."""
    with runtime(store, home) as opened:
        counts = opened.store.view().counts()
        print_rows([{"kind": kind, "count": n} for kind, n in sorted(counts.items())], form)
