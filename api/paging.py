"""Paging of named questions: an opaque cursor for clients, the number of rows passed over for us.

A route that takes `Asking` takes `limit` and `next`, and answers with one page of a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from api.deps import Limit, TheView
from api.models import Rows
from kg.protocols import View

# "o" and the rows passed over in hexadecimal digits: every text of this form is a cursor.
Cursor = Annotated[
    str | None,
    Query(alias="next", description="The `next` of the page before.", pattern=r"^o[0-9a-f]{1,7}$"),
]


@dataclass(frozen=True)
class Asked:
    """Asks named questions page by page, for one request."""

    view: View
    request: Request
    response: Response
    limit: int
    skip: int

    def page(self, question: str, parameters: Mapping[str, Any]) -> Rows:
        """One page of the rows, with `next` and a Link header where there are more."""
        rows = self.view.ask(question, parameters, limit=self.limit + 1, skip=self.skip)
        following = f"o{self.skip + self.limit:x}" if len(rows) > self.limit else None
        if following:
            url = self.request.url.include_query_params(next=following)
            self.response.headers["Link"] = f'<{url}>; rel="next"'
        return Rows(items=rows[: self.limit], next=following)


def _asked(
    view: TheView, request: Request, response: Response, limit: Limit = 100, next_: Cursor = None
) -> Asked:
    return Asked(view, request, response, limit, int(next_[1:], 16) if next_ else 0)


Asking = Annotated[Asked, Depends(_asked)]
