"""`policykg init`, `policykg ingest` and `policykg stats`: fill the graph and see what is in it."""

import typer

from api.cli.notes import notes, say
from api.cli.options import (
    Format,
    FormatOption,
    HomeOption,
    QuietOption,
    SourcesArgument,
    StoreOption,
    WorkersOption,
    runtime,
)
from api.cli.output import PARTIAL, print_rows
from api.cli.progress import reading_bar
from kg.ingest import Summary
from kg.protocols import Outcome

_SHOWN = 20


def init(store: StoreOption = None, home: HomeOption = None) -> None:
    """Create the store, or bring it up to date: constraints, indexes, topics. Safe to repeat."""
    with runtime(store, home, create=True) as opened:
        counts = opened.store.view().counts()
        notes().print(f"Ready: {opened.settings.store_url} ({counts.get('Topic', 0)} topics)")


def ingest(
    sources: SourcesArgument,
    store: StoreOption = None,
    home: HomeOption = None,
    workers: WorkersOption = None,
    quiet: QuietOption = False,
) -> None:
    """Load articles into the graph.

    Text, Markdown with front matter, HTML and JSON lines are read; folders are searched. What is
    stored and unchanged is passed over; a changed document replaces its former version as one
    unit. Exit code 3 says that some sources were left out; the summary names each with the reason.
    """
    with runtime(store, home, create=True, workers=workers) as opened:
        total = opened.count(sources)
        with reading_bar(total, hidden=quiet) as advance:
            summary = opened.ingest(sources, total=total, on_source=lambda name, _: advance(name))
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
        say(f"  {what} {source}: {reason}")
    if len(left_out) > _SHOWN:
        notes().print(f"  ... and {len(left_out) - _SHOWN} more")


def stats(
    store: StoreOption = None, home: HomeOption = None, form: FormatOption = Format.TABLE
) -> None:
    """Count what the graph holds, by label and by relationship."""
    with runtime(store, home) as opened:
        counts = opened.store.view().counts()
        print_rows([{"kind": kind, "count": n} for kind, n in sorted(counts.items())], form)
