"""`/healthz`: the process lives. `/readyz`: the store answers."""

from fastapi import APIRouter

from api.deps import TheView
from api.models import Detail

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz", responses={503: {"model": Detail, "description": "No store answers."}})
def readyz(view: TheView) -> dict[str, str]:
    """The store answers."""
    view.identity()
    return {"status": "ready"}
