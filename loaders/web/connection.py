"""Connections for fetching one URL: all within one deadline, and none into a private network.

Comes in: host and port of each step of the way (redirects too). Goes out: streams of httpcore2. A
name is resolved here and the connection made to the very address that was checked, so that a second
answer for the name cannot lead elsewhere. Called by `loaders.web.fetch`.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from concurrent.futures import Future
from threading import Thread
from typing import Any

import httpcore2

from loaders.web.private_addresses import is_public
from schema.errors import DocumentError


class Deadline:
    """The time by which a URL must have been fetched."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url, self._seconds = url, seconds
        self._ends = time.monotonic() + seconds

    @property
    def over(self) -> bool:
        """Whether it has passed."""
        return time.monotonic() >= self._ends

    def within(self, seconds: float | None = None) -> float:
        """How long a step may take that would take `seconds` at most. Raises DocumentError."""
        if self.over:
            raise self.missed()
        left = max(0.001, self._ends - time.monotonic())
        return left if seconds is None else min(seconds, left)

    def missed(self) -> DocumentError:
        """The error that names the URL."""
        return DocumentError(f"{self._url}: not read within {self._seconds:.0f} s")


class Connections(httpcore2.NetworkBackend):
    """Opens connections; `private` allows addresses inside the own network."""

    def __init__(self, url: str, deadline: Deadline, *, private: bool) -> None:
        self._url, self._deadline, self._private = url, deadline, private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of the host that answers."""
        failed: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in self._allowed(host, port):
            limit = self._deadline.within(timeout)
            try:
                stream = self._plain.connect_tcp(
                    address, port, limit, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed or httpcore2.ConnectError(f"{host} has no address")

    def _allowed(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be reached. Raises DocumentError when none may."""
        found = _addresses(host, port, self._deadline)
        allowed = [x for x in found if self._private or is_public(x)]
        if found and not allowed:
            raise private_refused(self._url, host)
        return allowed


def private_refused(url: str, host: str) -> DocumentError:
    """The error for a host inside a private network."""
    hint = "POLICYKG_FETCH_PRIVATE=1 allows it"
    return DocumentError(f"{url}: {host} is an address of this machine or its network ({hint})")


def _addresses(host: str, port: int, deadline: Deadline) -> list[str]:
    """The addresses of a host; looked up in a thread, for a resolver knows no deadline."""
    found: Future[list[Any]] = Future()

    def look_up() -> None:
        try:
            found.set_result(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, ValueError) as error:  # ValueError: a label that is empty or too long
            found.set_exception(error)

    Thread(target=look_up, daemon=True).start()
    try:
        answers = found.result(timeout=deadline.within())
    except TimeoutError as error:
        raise deadline.missed() from error
    except (OSError, ValueError) as error:
        raise httpcore2.ConnectError(str(error)) from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class _Stream(httpcore2.NetworkStream):
    """A stream whose every step ends with the deadline: a byte a second is no way around it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        limit = self._deadline.within(timeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, limit), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
