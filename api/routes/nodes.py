"""`/nodes`, `/neighbourhood` and `/passages`: one thing of the graph and what is around it."""

from io import BytesIO
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response

from api.deps import Identifier, TheView, full_uri
from api.models import Detail, GraphModel, NodeModel, PassageModel
from api.passage import passages_of
from kg import registry
from kg.protocols import Change, Subgraph, View
from kg.replica.formats import preferred

router = APIRouter(tags=["graph"], responses={404: {"model": Detail}})
Depth = Annotated[int, Query(ge=1, le=3, description="Steps away at most.")]
Most = Annotated[int, Query(ge=1, le=1000, description="Nodes at most.")]
Form = Annotated[
    Literal["json", "turtle"] | None,
    Query(alias="format", description="In place of the Accept header."),
]
JSON, TURTLE = "application/json", "text/turtle"


def _around(view: View, identifier: str, *, depth: int = 1, limit: int = 200) -> Subgraph:
    found = view.neighbours(full_uri(identifier), depth=depth, limit=limit)
    if found is None:
        raise _absent(identifier)
    return found


def _absent(identifier: str) -> HTTPException:
    return HTTPException(404, f"nothing in the graph has the ID {identifier!r}")


@router.get("/neighbourhood/{identifier:path}")
def neighbourhood(
    identifier: Identifier, view: TheView, depth: Depth = 1, limit: Most = 100
) -> GraphModel:
    """A node with what is around it, the nearest first, as a graph.

    What has more than a thousand relationships is shown and not walked through. `truncated` says
    that something was left out.
    """
    return GraphModel.of(_around(view, identifier, depth=depth, limit=limit))


@router.get("/passages/{identifier:path}")
def passages(identifier: Identifier, view: TheView) -> list[PassageModel]:
    """The passages a statement or an office rests on, each in its context."""
    return [PassageModel.of(p) for p in passages_of(view, _around(view, identifier))]


@router.get(
    "/nodes/{identifier:path}",
    response_model=NodeModel,
    responses={200: {"content": {TURTLE: {"schema": {"type": "string"}}}}},
)
def node(
    identifier: Identifier, view: TheView, request: Request, form: Form = None
) -> Response | NodeModel:
    """A node as JSON, or with all around it as Turtle (`Accept` or `?format=turtle`)."""
    uri = full_uri(identifier)
    if form == "turtle" or (form is None and _wants_turtle(request.headers.get("accept", ""))):
        return _turtle(uri, _around(view, identifier))
    found = view.get(uri)
    if found is None:
        raise _absent(identifier)
    return NodeModel.of(found)


def _wants_turtle(accept: str) -> bool:
    known = (JSON, TURTLE, "*/*")
    return next((m for m in preferred(accept) if m in known), JSON) == TURTLE


def _turtle(uri: str, around: Subgraph) -> Response:
    exporter = registry.exporter("turtle")
    file = BytesIO()
    change = Change(graph=uri, watermark=0, nodes=around.nodes, edges=around.edges)
    exporter.write([change], file)
    return Response(file.getvalue(), media_type=exporter.media_type)
