"""`/questions`: the named queries, what they ask for and what they answer."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path

from api.models import Detail, Rows
from api.paging import Asking
from kg.query.question import questions
from schema.errors import QuestionError

router = APIRouter(prefix="/questions", tags=["questions"])
_PAGING = {"limit", "next"}


@router.get("")
def list_questions() -> list[dict[str, Any]]:
    """Every named question with its parameters and columns."""
    return [q.model_dump(mode="json") for q in questions()]


@router.get("/{name}", responses={404: {"model": Detail}})
def ask_question(
    name: Annotated[str, Path(examples=["open_conflicts"])],
    asking: Asking,
) -> Rows:
    """Ask a named question; its parameters are query parameters, e.g. `?topic=ai-regulation`."""
    if name not in {q.name for q in questions()}:
        raise HTTPException(404, f"no question is named {name!r}; /questions lists them")
    given = asking.request.query_params.multi_items()
    if len({k for k, _ in given}) != len(given):
        raise QuestionError(f"{name}: a parameter is given twice")
    return asking.page(name, {k: v for k, v in given if k not in _PAGING})
