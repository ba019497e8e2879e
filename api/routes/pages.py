"""`/` and `/docs`: the pages. No build step, nothing from other hosts."""

from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)


def html_page(name: str) -> HTMLResponse:
    """A page of `api/web`."""
    return HTMLResponse((files("api") / "web" / name).read_text("utf-8"))


@router.get("/", response_class=HTMLResponse)
def first_page() -> HTMLResponse:
    """Search, statements, articles and the graph around them."""
    return html_page("index.html")


@router.get("/docs", response_class=HTMLResponse)
def api_page() -> HTMLResponse:
    """Every route with its parameters, to try out."""
    return html_page("docs.html")
