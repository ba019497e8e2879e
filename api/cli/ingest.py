"""`policykg init`, `policykg ingest` and `policykg stats`: fill the graph and see what is in it."""

from api.cli.notes import say
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
from api.cli.output import print_rows
from api.cli.progress import reading_bar
from api.cli.summary import finish


def init(store: StoreOption = None, home: HomeOption = None) -> None:
    """Create the store, or bring it up to date: constraints, indexes, topics. Safe to repeat."""
    with runtime(store, home, create=True) as opened:
        counts = opened.store.view().counts()
        say(f"Ready: {opened.settings.store_url} ({counts.get('Topic', 0)} topics)")


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
    unit. A text without an address of its own is known by its path below the folder that is named:
    name the same folder each time.

    The summary names with the reason what was left out, and texts that are not English: they are
    stored without statements. Exit code 3 says that some sources were left out, 1 that all of them
    are missing.
    """
    with runtime(store, home, create=True, workers=workers) as opened:
        total = opened.count(sources)
        with reading_bar(total, hidden=quiet) as advance:
            summary = opened.ingest(sources, total=total, on_source=lambda name, _: advance(name))
    documents = summary.outcomes.total() + len(summary.failed)
    finish(summary, documents=documents, counted=True)


def stats(
    store: StoreOption = None, home: HomeOption = None, form: FormatOption = Format.TABLE
) -> None:
    """Count what the graph holds, by label and by relationship."""
    with runtime(store, home) as opened:
        counts = opened.store.view().counts()
        print_rows([{"kind": kind, "count": n} for kind, n in sorted(counts.items())], form)
