"""What a command says at its end of the sources that it was given, and its exit code.

Comes in: a Summary. Goes out: lines on standard error. Called by `ingest` and `attributions`.
"""

from collections.abc import Iterable

import typer

from api.cli.output import PARTIAL, say
from api.log import written_log
from kg.ingest import Summary
from kg.protocols import Outcome
from schema.errors import DocumentError

_SHOWN = 20  # of each kind of line


def finish(summary: Summary, *, documents: int, counted: bool) -> None:
    """Print what there is to tell, and leave with the exit code that fits.

    `documents` came out of the sources; `counted`: also say how many had which outcome. Raises
    DocumentError where every source that was named is missing: then nothing was done.
    """
    if not documents and summary.missing and summary.missing == len(summary.skipped):
        raise DocumentError("; ".join(f"{source}: {why}" for source, why in summary.skipped))
    if counted:
        say(_counts(summary))
    _print_foreign(summary)
    _print(f"older {source}: a newer version of it is stored" for source in summary.older)
    _print(f"note {source}: {text}" for source, text in summary.notes)
    _print(f"skipped {source}: {why}" for source, why in summary.skipped)
    _print(f"failed {source}: {why}" for source, why in summary.failed)
    if log := written_log():
        say(f"The log has more: {log}")
    if summary.skipped or summary.failed:
        raise typer.Exit(PARTIAL)


def _counts(summary: Summary) -> str:
    counts = (f"{summary.outcomes[o]} {o.value}" for o in Outcome)
    return f"{', '.join(counts)}, {len(summary.skipped)} skipped, {len(summary.failed)} failed"


def _print_foreign(summary: Summary) -> None:
    if number := len(summary.foreign):
        say(f"{number} not English: no statements are read from {'it' if number == 1 else 'them'}")
    _print(f"not English {source}: its language is {name}" for source, name in summary.foreign)


def _print(lines: Iterable[str]) -> None:
    found = list(lines)
    for line in found[:_SHOWN]:
        say(line, indent=2)
    if len(found) > _SHOWN:
        say(f"... and {len(found) - _SHOWN} more", indent=2)
