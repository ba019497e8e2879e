"""The HTTP service: `create_app(settings)` puts the routes together.

Comes in: Settings, and a Runtime that is open already. Goes out: a FastAPI application that owns
one Runtime for its lifetime. Called by `policykg serve` and the tests.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files

from anyio import CapacityLimiter
from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from api.errors import add_error_handlers
from api.guarded import guarded
from api.hosts import names_of
from api.models import Detail
from api.parameters import check_parameters
from api.routes import (
    actors,
    documents,
    export,
    health,
    nodes,
    pages,
    questions,
    sparql,
    statements,
)
from api.runtime import Runtime
from kg.settings import Settings

SPARQL_THREADS = 64  # queries that wait or run; further ones are told to come again
_ROUTERS = (health, pages, statements, actors, documents, nodes, questions, sparql, export)


class Service(FastAPI):
    """FastAPI behind guards that see every answer, those of its outermost error handler too."""

    settings: Settings

    def build_middleware_stack(self) -> ASGIApp:
        """Called once, by FastAPI, before the first request."""
        return guarded(super().build_middleware_stack(), names_of(self.settings))


def create_app(settings: Settings, opened: Runtime | None = None) -> FastAPI:
    """The service over the store that the settings name; it closes `opened` at its end."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.runtime = runtime = opened or Runtime(settings)
        app.state.sparql_threads = CapacityLimiter(SPARQL_THREADS)
        try:
            # Opened once, before requests come side by side; a store that is not there ends the
            # start with the reason.
            await run_in_threadpool(lambda: (runtime.store, runtime.sparql))
            yield
        finally:
            runtime.close()

    app = Service(
        title="policykg",
        version=version("policykg"),
        summary="Who said what about which policy topic, when, in what office, and where.",
        lifespan=lifespan,
        docs_url=None,  # `api.routes.pages` has one that loads nothing from other hosts
        redoc_url=None,
        dependencies=[Depends(check_parameters)],
        responses={422: {"model": Detail, "description": "A parameter does not fit."}},
    )
    app.settings = settings
    add_error_handlers(app)
    for module in _ROUTERS:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=str(files("api") / "web")), name="static")
    return app
