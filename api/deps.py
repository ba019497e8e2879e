"""What routes ask for, as typed aliases: a signature reads as a sentence."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from pydantic import BeforeValidator

from api.runtime import Runtime
from kg.protocols import View
from schema.ids import BASE


def _runtime(request: Request) -> Runtime:
    runtime: Runtime = request.app.state.runtime
    return runtime


TheRuntime = Annotated[Runtime, Depends(_runtime)]


def _view(runtime: TheRuntime) -> View:
    return runtime.store.view()


TheView = Annotated[View, Depends(_view)]
Limit = Annotated[int, Query(ge=1, le=1000, description="Rows at most.")]
Topic = Annotated[
    str | None,
    Query(
        description="Notation or URI of a topic; narrower topics count too.",
        pattern=r"\S",
        examples=["ai-regulation"],
    ),
]
Identifier = Annotated[
    str,
    Path(
        description="A URI, or the end of one of ours.",
        examples=["statement/0123456789abcdef"],
    ),
]


def _iso_day(value: object) -> date:
    # pydantic alone would take "0" for a day as well: seconds since 1970.
    day = date.fromisoformat(str(value))
    if day.isoformat() != value:
        raise ValueError("write a day as 2025-01-31")
    return day


Day = Annotated[date, BeforeValidator(_iso_day)]


def full_uri(identifier: str) -> str:
    """The URI of an identifier: itself, or the end of one of ours."""
    return identifier if "://" in identifier else BASE + identifier
