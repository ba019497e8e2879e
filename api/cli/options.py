"""The options that several commands share, and the runtime they describe."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from api.log import configure_logging
from api.runtime import Runtime
from kg.settings import Settings


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="sqlite:///PATH, memory:// or neo4j://HOST:PORT.  [env: POLICYKG_STORE]",
        show_default="graph.db in POLICYKG_HOME, or NEO4J_URI",
    ),
]
HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home",
        metavar="FOLDER",
        help="Folder of the embedded store and the replica.  [env: POLICYKG_HOME]",
        show_default="~/.policykg",
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="How rows are printed. In csv, text that a spreadsheet would run begins with a '.",
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, help="Rows at most.")]
SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files, folders, http(s) addresses, or - for standard input. In a folder, symbolic "
        "links are followed to files of the same folder only: links to folders are not entered, "
        "and what leaves the folder is named and left out.",
    ),
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", min=1, help="Processes that read side by side.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]


def settings_of(store: str | None, home: Path | None, **more: Any) -> Settings:
    """The settings: flags win over the environment."""
    given = {"store": store, "home": home, **more}
    return Settings(**{k: v for k, v in given.items() if v is not None})


@contextmanager
def runtime(store: str | None, home: Path | None, **more: Any) -> Iterator[Runtime]:
    """A Runtime for one command, closed at its end; the log goes to its home folder."""
    settings = settings_of(store, home, **more)
    configure_logging(settings.home)
    opened = Runtime(settings)
    try:
        yield opened
    finally:
        opened.close()
