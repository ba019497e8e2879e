"""`policykg serve`: the HTTP service and the explorer."""

from typing import Annotated

import typer

from api.cli.options import HomeOption, StoreOption, settings_of
from api.cli.output import say


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on.")] = None,
    store: StoreOption = None,
    home: HomeOption = None,
) -> None:
    """Start the service: the explorer at /, the API at /docs, SPARQL at /sparql."""
    # Imported here: no other command needs the web framework.
    import uvicorn

    from api.app import create_app

    settings = settings_of(store, home, host=host, port=port)
    say(f"policykg: http://{settings.host}:{settings.port}/  (Ctrl-C ends it)")
    uvicorn.run(create_app(settings), host=settings.host, port=settings.port, log_level="warning")
