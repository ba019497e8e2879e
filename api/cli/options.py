"""The options that several commands share, and the runtime they describe."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.notes import say
from api.log import configure_logging
from api.runtime import Runtime
from kg.settings import ENV_FILE, Settings, moved_by_env_file, read_settings


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
LimitOption = Annotated[
    int, typer.Option("--limit", min=1, max=1_000_000_000, help="Rows at most.")
]
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
    """The settings: flags win over the environment. Says when a `.env` decides where things go."""
    given = {"store": store, "home": home, **more}
    given = {k: v for k, v in given.items() if v is not None}
    settings = read_settings(**given)
    if moved := moved_by_env_file(given):
        sets = ", ".join(f"{name}={value}" for name, value in moved.items())
        say(f"policykg: {Path(ENV_FILE).absolute()} sets {sets}")
    return settings


@contextmanager
def runtime(
    store: str | None, home: Path | None, *, create: bool = False, **more: Any
) -> Iterator[Runtime]:
    """A Runtime for one command, closed at its end; the log goes to its home folder.

    `create` makes a store that is not there.
    """
    settings = settings_of(store, home, **more)
    configure_logging(settings.home)
    opened = Runtime(settings, create=create)
    try:
        yield opened
    finally:
        opened.close()
