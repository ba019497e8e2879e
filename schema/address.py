"""Web addresses as sources state them: which text is one, and how it is kept.

Comes in: a text that should be an address. Goes out: the address without user and password, with
what no address may hold encoded. Called by `schema.document` and the loaders.
"""

import re
from urllib.parse import quote, urlsplit

_WEB = re.compile(r"https?://", re.I)
# RFC 3986 allows none of these; letters beyond ASCII stay, for an address may be an IRI.
_FORBIDDEN = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f-\x9f]')
_LOGIN = re.compile(r"^(https?://)[^/?#]*@", re.I)
_BROKEN_LOGIN = re.compile(r"^(https?://).*@", re.I | re.S)


def is_web_address(text: str) -> bool:
    """Whether a text begins as a web address does, well formed or not."""
    return bool(_WEB.match(text.strip()))


def web_address(text: str) -> str:
    """The address as it is kept. Raises ValueError for a text that is none."""
    if not is_web_address(text):
        raise ValueError("is no web address (http:// or https://)")
    url = without_login(text.strip())
    if not _has_host(url):
        raise ValueError("is a malformed web address")
    return _FORBIDDEN.sub(lambda m: quote(m.group()), url)


def without_login(url: str) -> str:
    """The address without user and password, which nothing may store or print.

    A slash in a password makes the rest of the password look like a port: then all that stands
    before the last "@" goes.
    """
    try:
        _ = urlsplit(url).port
    except ValueError:
        return _BROKEN_LOGIN.sub(r"\1", url)
    return _LOGIN.sub(r"\1", url)


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and not _FORBIDDEN.search(parts.netloc)
