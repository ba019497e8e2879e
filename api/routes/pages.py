"""`/`: the first page. No build step, nothing from other hosts."""

from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)
# Only our own files: no inline code or style, no other host, no frame around us.
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def html_page(name: str) -> HTMLResponse:
    """A page of `api/web` with headers that let it load only what is ours."""
    return HTMLResponse((files("api") / "web" / name).read_text("utf-8"), headers=SECURITY)


@router.get("/", response_class=HTMLResponse)
def first_page() -> HTMLResponse:
    """Search, statements, articles and the graph around them."""
    return html_page("index.html")
