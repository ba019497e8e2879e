"""One table from our errors to HTTP: every error is `{"detail": "one line that says why"}`.

Comes in: an error of ours, of FastAPI's reading of a request, or one that nobody expected. Called
by `api.app`. What routing answers (404, 405) has that form already.
"""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from schema import errors
from schema.printable import one_line

AWAY, AGAIN = 503, 5  # no answer now; seconds after which to ask again
STATUS: dict[type[errors.PolicyKGError], int] = {
    errors.QuestionError: 422,
    errors.QueryRefused: 403,
    errors.QuerySyntaxError: 400,
    errors.QueryTimeout: 504,
    errors.QueryTooLarge: 422,
    errors.QueryBusy: AWAY,
    errors.ConfigurationError: 422,
    errors.StoreError: AWAY,
    errors.PolicyKGError: 500,
}


def status_of(error: errors.PolicyKGError) -> int:
    """The HTTP status of an error: that of its nearest class in the table."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def add_error_handlers(app: FastAPI) -> None:
    """Answer all errors in the one form."""

    @app.exception_handler(errors.PolicyKGError)
    async def ours(_: Request, error: errors.PolicyKGError) -> JSONResponse:
        status = status_of(error)
        headers = {"Retry-After": str(AGAIN)} if status == AWAY else None
        return JSONResponse({"detail": one_line(str(error))}, status, headers)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        reasons = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in error.errors())
        return JSONResponse({"detail": reasons}, 422)

    @app.exception_handler(Exception)
    async def unexpected(_: Request, __: Exception) -> JSONResponse:
        # Starlette raises it again after this answer, so that the server's log has it.
        return JSONResponse({"detail": "internal error; the service's log says more"}, 500)
