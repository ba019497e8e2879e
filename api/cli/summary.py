"""What a command says at its end of the sources that it was given, and its exit code.

Comes in: a Summary. Goes out: lines on standard error. Called by `ingest` and `attributions`.
"""

from collections.abc import Iterable

import typer

from api.cli.notes import say
from api.cli.output import PARTIAL
from api.log import written_log
from kg.ingest import Summary
from kg.protocols import Outcome
from schema.errors import DocumentError

_SHOWN = 20  # of each kind of line


def finish(summary: Summary, *, documents: int, counted: bool) -> None:
    """Print what there is to tell, and leave with the exit code that fits.

    `documents` came out of the sources; `counted`: say how many had which outcome, and cut long
    lists. Raises DocumentError where every source that was named is missing: then nothing was done.
    """
    most = _SHOWN if counted else None
    if not documents and summary.missing and summary.missing == len(summary.skipped):
        raise DocumentError("; ".join(f"{source}: {why}" for source, why in summary.skipped))
    if counted:
        say(_counts(summary))
    _print_foreign(summary, most)
    _print((f"older {source}: a newer version of it is stored" for source in summary.older), most)
    _print((f"note {source}: {text}" for source, text in summary.notes), most)
    _print((f"skipped {source}: {why}" for source, why in summary.skipped), most)
    _print((f"failed {source}: {why}" for source, why in summary.failed), most)
    if log := written_log():
        say(f"The log has more: {log}")
    if summary.skipped or summary.failed:
        raise typer.Exit(PARTIAL)


def _counts(summary: Summary) -> str:
    counts = (f"{summary.outcomes[o]} {o.value}" for o in Outcome)
    return f"{', '.join(counts)}, {len(summary.skipped)} skipped, {len(summary.failed)} failed"


def _print_foreign(summary: Summary, most: int | None) -> None:
    if number := len(summary.foreign):
        say(f"{number} not English: no statements are read from {'it' if number == 1 else 'them'}")
    _print(
        (f"not English {source}: its language is {name}" for source, name in summary.foreign), most
    )


def _print(lines: Iterable[str], most: int | None) -> None:
    found = list(lines)
    for line in found[:most]:
        say(line, indent=2)
    if left := len(found) - len(found[:most]):
        say(f"... and {left} more", indent=2)
