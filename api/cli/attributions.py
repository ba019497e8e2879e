"""`policykg attributions`: extraction alone, one JSON line a text, nothing is stored."""

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from pathlib import PurePath
from typing import Annotated, Any

import typer

from api.cli.options import QuietOption, SourcesArgument, WorkersOption, runtime
from api.cli.output import json_line
from api.cli.progress import reading_bar
from api.cli.summary import finish
from kg.ingest import Summary
from loaders.base import Note, Skipped
from schema.document import Document
from schema.linked import Linked, LinkedAttribution
from schema.span import Span


class LineFormat(StrEnum):
    """The formats of extraction alone."""

    JSONL = "jsonl"


def attributions(
    sources: SourcesArgument,
    form: Annotated[LineFormat, typer.Option("--format", "-f", help="One JSON object a line.")] = (
        LineFormat.JSONL
    ),
    raw: Annotated[
        bool, typer.Option("--raw", help="Offsets into the file as it is; no furniture removal.")
    ] = False,
    reported_speech: Annotated[
        bool,
        typer.Option(
            "--reported-speech",
            help="Leave out attitudes, plans and deeds (believes, is an opponent of, voted for).",
        ),
    ] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out what is less sure.")
    ] = 0.0,
    workers: WorkersOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print who said what in each text, with code-point offsets, without storing anything.

    A text that is not English is named on standard error, and has none. Exit code 3 says that some
    sources were left out; each is named on standard error.
    """
    summary = Summary()
    keep = partial(_kept, reported_speech=reported_speech, least=min_confidence)
    with runtime("memory://", None, workers=workers) as opened:
        total = opened.count(sources)
        with reading_bar(total, hidden=quiet or sys.stdout.isatty()) as advance:
            found = opened.read(sources, raw=raw, total=total)
            documents = sum(_told(x, summary, advance, keep) for x in found)
        finish(summary, documents=documents, counted=False)


def _told(
    found: tuple[Document, Linked] | Skipped | Note,
    summary: Summary,
    advance: Callable[[str], None],
    keep: Callable[[Document, Linked], list[LinkedAttribution]],
) -> bool:
    """Print what was found in a document (True), or note for the end what was not."""
    if isinstance(found, Note):
        summary.notes.append((found.source, found.text))
        return False
    if isinstance(found, Skipped):
        summary.skip(found.source, found.reason, missing=found.missing)
        advance(found.source)
        return False
    document, linked = found
    sys.stdout.write(line(document, keep(document, linked)) + "\n")
    summary.note_language(document)
    advance(document.source)
    return True


def _kept(
    document: Document, linked: Linked, *, reported_speech: bool, least: float
) -> list[LinkedAttribution]:
    # Imported here: what it asks knows the network, and no other command needs that.
    from kg.extract.attributions.reported_speech import is_speech

    return [
        a
        for a in linked.attributions
        if a.attribution.confidence >= least
        and (not reported_speech or is_speech(document.text, a.attribution))
    ]


def line(document: Document, found: Iterable[LinkedAttribution]) -> str:
    """The JSON line of one text."""
    name = PurePath(document.source).name
    record = {
        "doc": name.removesuffix(PurePath(name).suffix),
        "attributions": [attribution_record(a) for a in found],
    }
    return json_line(record)


def attribution_record(linked: LinkedAttribution) -> dict[str, Any]:
    """One attribution as plain JSON: spans are [start, end], code points, half open."""
    found = linked.attribution
    return {
        "source": _offsets(found.source),
        "cue": _offsets(found.cue),
        "content": _offsets(found.content),
        "speaker": linked.speaker.name if linked.speaker else None,
        "speaker_type": linked.speaker.kind.value if linked.speaker else None,
        "act": found.act.value,
        "negated": found.negated,
        "mode": found.mode.value,
        "topics": list(found.topics),
        "stances": [s.model_dump() for s in found.stances],
        "confidence": round(found.confidence, 4),
    }


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
