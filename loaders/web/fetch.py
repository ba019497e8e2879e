"""URL -> a file: one page over HTTP, with retries, one time limit for all of it and a size limit.

Comes in: an http(s) URL. Goes out: a temporary file whose suffix tells the loader and whose
modification time is Last-Modified (else now). Called by `loaders.sources`.
"""

import mimetypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import httpcore2
import httpx2
import stamina

from loaders.decode import MOST_BYTES
from loaders.moments import until_now
from loaders.received import kept
from loaders.web.compressed import ACCEPTED, inflated
from loaders.web.connection import Connections, Deadline, private_refused
from loaders.web.private_addresses import names_private
from schema.address import web_address, without_login
from schema.errors import DocumentError, SourceMissing

# Its hooks log each retry with the address, a password in it too.
stamina.instrumentation.set_on_retry_hooks([])
READ_SECONDS = 20.0  # without a byte
WHOLE_SECONDS = 120.0  # for all of it: names, connections, redirects, further attempts, the body
ATTEMPTS = 3
_GONE = (404, 410)
_HEADERS = {"User-Agent": "policykg", "Accept": "text/html, text/*;q=0.9, */*;q=0.5"}
_HEADERS["Accept-Encoding"] = ACCEPTED
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
# Types that servers also use for files they know nothing about: the URL's suffix tells more.
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})


@dataclass(frozen=True)
class Page:
    """A fetched page: its file, its address after redirects, and its media type."""

    path: Path
    url: str
    media_type: str


@contextmanager
def fetched(url: str, *, private: bool = False) -> Iterator[Page]:
    """The page at a URL, as a temporary file; `private` allows the own network.

    Raises DocumentError, naming the URL without user and password.
    """
    name = without_login(url)
    deadline = Deadline(name, WHOLE_SECONDS)
    try:
        web_address(url)
        response, data = _get(url, name, deadline, private=private)
    except httpx2.HTTPStatusError as error:
        answer = error.response
        kind = SourceMissing if answer.status_code in _GONE else DocumentError
        raise kind(f"{name}: {answer.status_code} {answer.reason_phrase}") from error
    except httpx2.HTTPError as error:
        if deadline.over:
            raise deadline.missed() from error
        kind = SourceMissing if isinstance(error, httpx2.ConnectError) else DocumentError
        raise kind(f"{name}: {error or type(error).__name__}") from error
    except (httpx2.InvalidURL, ValueError) as error:
        # Their messages quote the address, a password in it too.
        raise DocumentError(f"{name}: malformed address") from error
    media_type, charset = _content_type(response)
    address = without_login(str(response.url))
    with kept(_utf8(data, charset), suffix=_suffix(media_type, address)) as path:
        _set_time(path, response.headers.get("Last-Modified"))
        yield Page(path=path, url=address, media_type=media_type)


def _worth_another_try(error: Exception) -> bool:
    if isinstance(error, httpx2.HTTPStatusError):
        return error.response.status_code == 429 or error.response.status_code >= 500
    return isinstance(error, httpx2.TransportError) and not isinstance(
        error, httpx2.UnsupportedProtocol
    )


def _get(
    url: str, name: str, deadline: Deadline, *, private: bool
) -> tuple[httpx2.Response, bytes]:
    """The answer and its body; further attempts where one fails and time is left."""
    attempts = stamina.retry_context(
        on=lambda error: not deadline.over and _worth_another_try(error),
        attempts=ATTEMPTS,
        timeout=deadline.within(),
        wait_initial=0.2,
        wait_jitter=0.3,
    )
    for attempt in attempts:
        with (
            attempt,
            _client(name, deadline, private=private) as client,
            client.stream("GET", url) as response,
        ):
            response.raise_for_status()
            return response, _body(response, name)
    raise deadline.missed()  # not reached: the last attempt raises


def _client(name: str, deadline: Deadline, *, private: bool) -> httpx2.Client:
    """A client whose connections are ours, also those to the proxies that the environment names.

    A proxy may lie in the own network and looks names up itself: there the hosts can only be
    checked as they are written. httpx2 has no public way to give its pools a network backend.
    """

    def refuse(request: httpx2.Request) -> None:
        if not private and names_private(request.url.host):
            raise private_refused(name, request.url.host)

    client = httpx2.Client(
        headers=_HEADERS,
        timeout=READ_SECONDS,
        follow_redirects=True,
        event_hooks={"request": [refuse]},
    )
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, httpx2.HTTPTransport):
            pool = transport._pool
            proxied = isinstance(pool, httpcore2.HTTPProxy | httpcore2.SOCKSProxy)
            pool._network_backend = Connections(name, deadline, private=private or proxied)
    return client


def _body(response: httpx2.Response, name: str) -> bytes:
    """The whole body. Raises DocumentError for a page that is too large."""
    data = bytearray()
    for part in inflated(response.iter_raw(), response.headers.get("Content-Encoding", "")):
        data += part
        if len(data) > MOST_BYTES:
            raise DocumentError(f"{name}: larger than {MOST_BYTES:,} bytes")
    return bytes(data)


def _content_type(response: httpx2.Response) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "")
    known = bool(response.headers.get("Content-Type"))
    return message.get_content_type() if known else "", message.get_content_charset()


def _suffix(media_type: str, url: str) -> str:
    own = PurePosixPath(urlsplit(url).path).suffix.lower()
    if not _SUFFIX.fullmatch(own):
        own = ""
    if media_type in _VAGUE and own:
        return own
    return _SUFFIXES.get(media_type) or mimetypes.guess_extension(media_type) or own or ".txt"


def _utf8(data: bytes, charset: str | None) -> bytes:
    """The body in UTF-8 where the header names its encoding, which the file cannot remember."""
    if charset is None:
        return data
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, ValueError):  # ValueError: bytes that do not fit, or a NUL in the name
        return data  # a wrong header: the loader guesses


def _set_time(path: Path, last_modified: str | None) -> None:
    try:
        moment = parsedate_to_datetime(last_modified) if last_modified else None
        seconds = until_now(moment.astimezone()).timestamp() if moment else None
    except (ValueError, OverflowError):
        return  # a malformed header: the time of fetching stands
    if seconds is not None:
        os.utime(path, (seconds, seconds))
