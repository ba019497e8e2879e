"""What holds for every answer, whoever makes it: security headers, HEAD, our own names.

Comes in: an ASGI application. Goes out: the same, guarded; errors of routing, static files and
answers 500 too, which middleware inside the application would not see. Called by `api.app`.
"""

from collections.abc import Callable
from functools import partial

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Only our own files: no inline code or style, no other host, no frame around us.
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def guarded(app: ASGIApp, answers_to: Callable[[str], bool]) -> ASGIApp:
    """The application behind its guards; `answers_to(host)` says whether a name is ours."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        hosts = Headers(scope=scope).getlist("host")
        chosen = app if len(hosts) == 1 and answers_to(hosts[0]) else _not_ours
        if scope["method"] == "HEAD":
            # What GET would answer, so that no route has to say it twice.
            scope, send = {**scope, "method": "GET"}, partial(_without_body, send)
        await chosen(scope, receive, partial(_with_headers, send))

    return guard


async def _not_ours(scope: Scope, receive: Receive, send: Send) -> None:
    """A page of another site whose name was made to lead here (DNS rebinding), or a new name."""
    host = Headers(scope=scope).get("host", "")
    reason = f"this service is not called {host!r}: POLICYKG_ALLOWED_HOSTS names what it is called"
    await JSONResponse({"detail": reason}, 400)(scope, receive, send)


async def _with_headers(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start":
        headers = MutableHeaders(scope=message)
        for name, value in SECURITY.items():
            headers[name] = value
        if message["status"] == 405:
            headers["Allow"] = _with_head(headers.get("allow") or "GET")
    await send(message)


def _with_head(allowed: str) -> str:
    names = {name.strip() for name in allowed.split(",")}
    return ", ".join(sorted(names | {"HEAD"} if "GET" in names else names))


async def _without_body(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start":
        await send(message)
    elif not message.get("more_body"):
        await send({"type": "http.response.body", "body": b""})
