"""`/actors`, `/topics` and `/search`: who speaks, what about, and what has the words."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import Limit, TheView, Topic
from api.models import NodeModel, Rows
from api.paging import Cursor, page

router = APIRouter(tags=["actors and topics"])


@router.get("/actors")
def list_actors(
    view: TheView,
    request: Request,
    response: Response,
    topic: Topic = None,
    limit: Limit = 100,
    next_: Cursor = None,
) -> Rows:
    """Who speaks (about a topic), most statements first."""
    return page(
        lambda rows, skip: view.ask("actors", {"topic": topic}, limit=rows, skip=skip),
        limit=limit,
        cursor=next_,
        request=request,
        response=response,
    )


@router.get("/topics")
def list_topics(
    view: TheView,
    request: Request,
    response: Response,
    limit: Limit = 200,
    next_: Cursor = None,
) -> Rows:
    """The topic scheme, with the number of statements on each topic or a narrower one."""
    return page(
        lambda rows, skip: view.ask("topics", {}, limit=rows, skip=skip),
        limit=limit,
        cursor=next_,
        request=request,
        response=response,
    )


@router.get("/search")
def search(
    view: TheView,
    q: Annotated[str, Query(min_length=1, max_length=200, examples=["voice cloning"])],
    limit: Limit = 20,
) -> list[NodeModel]:
    """Statements, documents and actors that hold all the words, the best first."""
    return [NodeModel.of(n) for n in view.search(q, limit=limit)]
