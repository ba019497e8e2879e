"""The compressed body of an answer -> its bytes, all of them.

Comes in: the parts of a body as they arrive. Goes out: the inflated parts. httpx2 takes a stream
that ends too early for a whole one, and its length was right: half a page would be stored as the
page. Called by `loaders.web.fetch`.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import httpx2

ACCEPTED = "gzip, deflate"
_AT_ONCE = 1 << 20  # bytes: a few may stand for gigabytes
_GZIP = b"\x1f"  # the first byte of each member of a gzip stream
_PLAIN = frozenset({"", "identity"})
_ZIPPED = frozenset({"gzip", "x-gzip", "deflate"})


def inflated(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The parts as they were before the server packed them.

    Raises httpx2.HTTPError: RemoteProtocolError, which is worth another try, for one cut short.
    """
    kind = encoding.strip().lower()
    if kind in _PLAIN:
        yield from parts
    elif kind not in _ZIPPED:
        raise httpx2.DecodingError(f"packed as {encoding!r}, which was not asked for")
    else:
        try:
            yield from _unpacked(parts)
        except zlib.error as error:
            raise httpx2.DecodingError(f"the body is no {kind}: {error}") from error


def _unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    stream = None
    for part in parts:
        rest = part
        while rest:
            if stream is None or (stream.eof and rest.startswith(_GZIP)):
                stream = _stream(rest)
            elif stream.eof:
                return  # padding
            yield stream.decompress(rest, _AT_ONCE)
            rest = stream.unconsumed_tail or stream.unused_data
    if stream is None:
        return
    yield stream.flush()
    if not stream.eof:
        raise httpx2.RemoteProtocolError("the packed body ends before its end")


def _stream(start: bytes) -> Any:
    """A gzip or zlib stream by its first byte; "deflate" is sent without any head, too."""
    headed = start[:1] == _GZIP or start[0] & 0x0F == zlib.DEFLATED
    return zlib.decompressobj(zlib.MAX_WBITS | 32 if headed else -zlib.MAX_WBITS)
