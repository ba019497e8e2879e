"""No parameter is passed over in silence: what a route does not know, or gets twice, is refused.

Comes in: a request. Goes out: nothing, or a QuestionError (422) that names the parameter and those
that the route knows, as its OpenAPI description lists them. Called for each route by `api.app`.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from fastapi import Request
from fastapi.routing import APIRoute

from schema.errors import QuestionError

# Routes that read their parameters themselves: those of a question are its own, and SPARQL's
# protocol has its own errors.
OWN = frozenset({"/sparql", "/questions/{name}"})


async def check_parameters(request: Request) -> None:
    """Raises QuestionError."""
    route = request.scope["route"]
    if not isinstance(route, APIRoute) or route.path_format in OWN:
        return
    described = request.app.openapi()["paths"].get(route.path_format)
    # Undescribed: a page, which keeps its state in its address for its script to read.
    if described is not None:
        parameters = described["get"].get("parameters", [])
        known = [p["name"] for p in parameters if p["in"] == "query"]
        check_names((name for name, _ in request.query_params.multi_items()), known=known)


def check_names(names: Iterable[str], *, known: Collection[str]) -> None:
    """Raises QuestionError for a name that is not known, or that is given twice."""
    for name, count in Counter(names).items():
        if name not in known:
            there_are = f"there are: {', '.join(known)}" if known else "there are none here"
            raise QuestionError(f"{name}: unknown parameter; {there_are}")
        if count > 1:
            raise QuestionError(f"{name}: given {count} times")
