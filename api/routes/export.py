"""`/export`: the whole graph in one of the formats."""

from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from api.deps import TheView
from kg import registry
from kg.export import reproducible as without_times

router = APIRouter(tags=["export"])
IN_MEMORY = 16 * 2**20  # bytes an export may take in memory before it goes to a temporary file
CHUNK = 2**16
FORMATS = registry.names("exporters")

Form = Annotated[
    str,
    Query(alias="format", json_schema_extra={"enum": list(FORMATS)}, examples=["turtle"]),
]
Reproducible = Annotated[bool, Query(description="Leave out runs, history and learning times.")]


def _answers() -> dict[int | str, dict[str, Any]]:
    """What a download may be, for the OpenAPI document."""
    types = sorted({registry.exporter(name).media_type for name in FORMATS})
    return {200: {"description": "The graph.", "content": {name: {} for name in types}}}


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


@router.get("/export", response_class=StreamingResponse, responses=_answers())
def export(
    view: TheView, form: Form = "turtle", reproducible: Reproducible = False
) -> StreamingResponse:
    """Download the graph. An unknown format is answered with the list of those there are."""
    exporter = registry.exporter(form)
    changes = view.changes(0)
    with ExitStack() as unless_written:
        file: IO[bytes] = unless_written.enter_context(SpooledTemporaryFile(IN_MEMORY))
        exporter.write(without_times(changes) if reproducible else changes, file)
        file.seek(0)
        unless_written.pop_all()  # `_chunks` closes it, once the answer has been sent
    headers = {"Content-Disposition": f'attachment; filename="policykg{exporter.suffix}"'}
    return StreamingResponse(_chunks(file), media_type=exporter.media_type, headers=headers)
