"""`/actors`, `/topics` and `/search`: who speaks, what about, and what has the words."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import Limit, TheView, Topic
from api.models import NodeModel, Rows
from api.paging import Asking

router = APIRouter(tags=["actors and topics"])


@router.get("/actors")
def list_actors(asking: Asking, topic: Topic = None) -> Rows:
    """Who speaks (about a topic), most statements first."""
    return asking.page("actors", {"topic": topic})


@router.get("/topics")
def list_topics(asking: Asking) -> Rows:
    """The topic scheme, with the number of statements on each topic or a narrower one."""
    return asking.page("topics", {})


@router.get("/search")
def search(
    view: TheView,
    q: Annotated[str, Query(min_length=1, max_length=200, examples=["voice cloning"])],
    limit: Limit = 20,
) -> list[NodeModel]:
    """Statements, documents and actors that hold all the words, the best first."""
    return [NodeModel.of(n) for n in view.search(q, limit=limit)]
