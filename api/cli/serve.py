"""`policykg serve`: the HTTP service and the explorer."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from api.cli.notes import say
from api.cli.options import HomeOption, StoreOption, runtime
from api.stopping import Stopped
from schema.errors import ConfigurationError


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

    with runtime(store, home, create=True, host=host, port=port) as opened:
        # Both before the server starts, which would tell of them in a page of its own words.
        _ = opened.store
        with _listening(opened.settings.host, opened.settings.port) as listener:
            say(f"policykg: {_address(listener)}  (Ctrl-C ends it)")
            app = create_app(opened.settings, opened)
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
            with suppress(Stopped):  # uvicorn has ended in order by then
                server.run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises ConfigurationError for a place that cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=2048)
    except OSError as error:
        raise ConfigurationError(f"cannot listen on {host}:{port}: {error.strerror}") from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
