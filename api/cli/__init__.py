"""The command line, one file a group of commands. `main` is the entry point `policykg`."""

import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import structlog
import typer

from api.cli import ask, attributions, graph, ingest, serve
from api.cli.notes import say
from api.log import configure_logging
from api.stopping import Stopped, stopped_by_signals
from schema.errors import PolicyKGError, QueryRefused, QuestionError, UnknownChoice

_log = structlog.get_logger()
# What the user asked for is wrong, not what the program met on its way.
_WRONG_USAGE = (QuestionError, QueryRefused, UnknownChoice)

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help, whose paragraphs fit any terminal
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some sources were left out.",
)

app.command()(ingest.init)
app.command()(ingest.ingest)
app.command()(ingest.stats)
app.command("who-said")(ask.who_said)
app.command()(ask.ask)
app.command()(ask.show)
app.command()(attributions.attributions)
app.command()(graph.export)
app.command()(graph.sparql)
app.command()(serve.serve)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"policykg {version('policykg')}")
        raise typer.Exit


@app.callback()
def policykg(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Who said what about which policy topic, when, in what office, and where is it written?

    Begin with `policykg ingest FOLDER`, then `policykg who-said --topic artificial-intelligence`.
    """


def main() -> None:
    """Run the command line; an error of ours is one line on standard error, exit code 1 or 2."""
    configure_logging()
    # Closed by the caller: what is opened to be read takes no word, and says so.
    sys.stdout = sys.stdout or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    try:
        with stopped_by_signals():
            try:
                app()
            finally:
                sys.stdout.flush()  # a full disk is told here, not when the program is gone
    except Stopped as stopped:
        say("policykg: stopped; what was stored until then stays")
        sys.exit(stopped.exit_code)
    except PolicyKGError as error:
        say(f"policykg: {error}", style="red")
        sys.exit(2 if isinstance(error, _WRONG_USAGE) else 1)
    except OSError as error:
        # A full disk, a closed output; or the reader of a pipe went away (`| head`), which is told
        # by the exit code alone.
        if not isinstance(error, BrokenPipeError):
            _log.error("the system refused something", exc_info=error)
            say(f"policykg: {error.filename or 'standard output'}: {error.strerror or error}")
        # What waits to be written would fail again, at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
