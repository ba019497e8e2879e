"""Paging: an opaque cursor for clients, the number of rows passed over for us."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Query, Request, Response

from api.models import Rows
from kg.protocols import Row

# "o" and the rows passed over in hexadecimal digits: every text of this form is a cursor.
Cursor = Annotated[
    str | None,
    Query(alias="next", description="The `next` of the page before.", pattern=r"^o[0-9a-f]{1,7}$"),
]


def page(
    fetch: Callable[[int, int], list[Row]],
    *,
    limit: int,
    cursor: str | None,
    request: Request,
    response: Response,
) -> Rows:
    """One page; `fetch(limit, skip)` gives rows in a fixed order. `cursor` fits its pattern."""
    skip = int(cursor[1:], 16) if cursor else 0
    rows = fetch(limit + 1, skip)
    following = f"o{skip + limit:x}" if len(rows) > limit else None
    if following:
        url = request.url.include_query_params(next=following)
        response.headers["Link"] = f'<{url}>; rel="next"'
    return Rows(items=rows[:limit], next=following)
