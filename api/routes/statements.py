"""`/statements`: who said what."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import Day, Topic
from api.models import Rows
from api.paging import Asking
from kg.protocols import View

router = APIRouter(tags=["statements"])
FOUND = 1000  # statements a search looks at: the best ones

Words = Annotated[
    str | None,
    Query(
        description="Only statements that hold all these words (the best thousand).",
        min_length=1,
        max_length=200,
        examples=["voice cloning"],
    ),
]
Actor = Annotated[str | None, Query(description="Full name or URI.", pattern=r"\S")]
From = Annotated[
    Day | None, Query(alias="from", description="First day of speaking.", examples=["2025-01-01"])
]
To = Annotated[
    Day | None, Query(description="The day after the last one.", examples=["2026-01-01"])
]
AsOf = Annotated[
    Day | None, Query(description="As the graph knew it at the end of that day (UTC).")
]


@router.get("/statements")
def list_statements(
    asking: Asking,
    q: Words = None,
    topic: Topic = None,
    actor: Actor = None,
    from_: From = None,
    to: To = None,
    as_of: AsOf = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> Rows:
    """Who said what about a topic, when, in what office, and where it is written."""
    found = None if q is None else _found(asking.view, q)
    if found == "":
        return Rows(items=[])
    given = {
        "topic": topic,
        "actor": actor,
        "from": from_,
        "to": to,
        "as_of": as_of,
        "min_confidence": min_confidence,
        "statements": found,
    }
    return asking.page("who_said_what", given)


def _found(view: View, words: str) -> str:
    """The URIs of the statements that have all the words, with spaces between."""
    return " ".join(n.uri for n in view.search(words, limit=FOUND) if "Statement" in n.labels)
