"""URL -> a file: one page over HTTP, with retries, a time limit and a size limit.

Comes in: an http(s) URL. Goes out: a temporary file whose suffix tells the loader and whose
modification time is Last-Modified (else now). Called by `loaders.sources`.
"""

import mimetypes
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import httpx2
import stamina

from loaders.received import kept
from schema.errors import DocumentError

MOST_BYTES = 20_000_000
READ_SECONDS = 20.0  # without a byte
WHOLE_SECONDS = 120.0  # for one attempt
ATTEMPTS = 3
_HEADERS = {"User-Agent": "policykg", "Accept": "text/html, text/*;q=0.9, */*;q=0.5"}
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
# Types that servers also use for files they know nothing about: the URL's suffix tells more.
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})


@dataclass(frozen=True)
class Page:
    """A fetched page: its file, its address after redirects, and its media type."""

    path: Path
    url: str
    media_type: str


def is_url(source: str) -> bool:
    """Whether a source is an address to fetch."""
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def fetched(url: str) -> Iterator[Page]:
    """The page at a URL, as a temporary file. Raises DocumentError, naming the URL."""
    try:
        response, data = _get(url)
    except httpx2.HTTPStatusError as error:
        answer = error.response
        raise DocumentError(f"{url}: {answer.status_code} {answer.reason_phrase}") from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise DocumentError(f"{url}: {error or type(error).__name__}") from error
    media_type, charset = _content_type(response)
    address = str(response.url)
    with kept(_utf8(data, charset), suffix=_suffix(media_type, address)) as path:
        _set_time(path, response.headers.get("Last-Modified"))
        yield Page(path=path, url=address, media_type=media_type)


def _worth_another_try(error: Exception) -> bool:
    if isinstance(error, httpx2.HTTPStatusError):
        return error.response.status_code == 429 or error.response.status_code >= 500
    return isinstance(error, httpx2.TransportError) and not isinstance(
        error, httpx2.UnsupportedProtocol
    )


@stamina.retry(on=_worth_another_try, attempts=ATTEMPTS, wait_initial=0.2, wait_jitter=0.3)
def _get(url: str) -> tuple[httpx2.Response, bytes]:
    with (
        httpx2.Client(headers=_HEADERS, timeout=READ_SECONDS, follow_redirects=True) as client,
        client.stream("GET", url) as response,
    ):
        response.raise_for_status()
        return response, _body(response, url)


def _body(response: httpx2.Response, url: str) -> bytes:
    """The whole body; a page that is too large or too slow ends as a DocumentError."""
    data, ends = bytearray(), time.monotonic() + WHOLE_SECONDS
    for part in response.iter_bytes():
        data += part
        if len(data) > MOST_BYTES:
            raise DocumentError(f"{url}: larger than {MOST_BYTES:,} bytes")
        if time.monotonic() > ends:
            raise DocumentError(f"{url}: not read within {WHOLE_SECONDS:.0f} s")
    return bytes(data)


def _content_type(response: httpx2.Response) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type", "")
    known = bool(response.headers.get("Content-Type"))
    return message.get_content_type() if known else "", message.get_content_charset()


def _suffix(media_type: str, url: str) -> str:
    own = PurePosixPath(urlsplit(url).path).suffix.lower()
    if media_type in _VAGUE and own:
        return own
    return _SUFFIXES.get(media_type) or mimetypes.guess_extension(media_type) or own or ".txt"


def _utf8(data: bytes, charset: str | None) -> bytes:
    """The body in UTF-8 where the header names its encoding, which the file cannot remember."""
    if charset is None:
        return data
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data  # a wrong header: the loader guesses


def _set_time(path: Path, last_modified: str | None) -> None:
    try:
        moment = parsedate_to_datetime(last_modified).timestamp() if last_modified else None
    except ValueError:
        return  # a malformed header: the time of fetching stands
    if moment is not None:
        os.utime(path, (moment, moment))
