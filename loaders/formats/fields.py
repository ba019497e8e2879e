"""The names of fields under which sources state one thing, and the check of a stated address.

Comes in: the names in a record or in front matter. Goes out: our name for each. Called by the JSON
lines loader and by `loaders.formats.front_matter`.
"""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from schema.address import is_web_address, web_address

# Our name and those of others, the most telling first.
NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "id": ("id",),
    "url": ("url", "source_url", "canonical_url"),
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publisher", "site_name", "source"),
    "agency": ("agency",),
    "authors": ("authors", "author"),
    "published": ("published", "date", "published_time", "datePublished"),
    "modified": ("modified",),
    "kind": ("kind", "type"),
    "language": ("language", "lang"),
}
_OURS = {name: ours for ours, names in NAMES.items() for name in names}
_CLOSE = 0.75
_LONGEST = 40  # characters of a name that is compared
# Names that are not read, since nothing says that they mean what they seem to.
_LOOKS_LIKE = {
    "body": "text",
    "content": "text",
    "link": "url",
    "byline": "authors",
    "pubdate": "published",
    "timestamp": "published",
    "updated": "modified",
    "newspaper": "outlet",
}


def stray(names: Iterable[str], *, unread: Collection[str] = ()) -> str | None:
    """What to tell of names that look like ours and are not read: "Date (published?)".

    `unread`: those of ours that this format does not read under any name.
    """
    found = ((name, _meant(name)) for name in names if name not in _OURS)
    likely = [f"{name} ({meant}?)" for name, meant in found if meant and meant not in unread]
    return f"not read: {', '.join(likely)}" if likely else None


def _meant(name: str) -> str | None:
    plain = _bare(name)
    if plain in _LOOKS_LIKE:
        return _LOOKS_LIKE[plain]
    known = {_bare(x): ours for x, ours in _OURS.items()}
    close = get_close_matches(plain, known, n=1, cutoff=_CLOSE) if len(plain) <= _LONGEST else []
    return known[close[0]] if close else None


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def stated_address(value: str) -> tuple[str | None, str | None]:
    """A document's address, and what to tell where it is none. Raises ValueError: malformed.

    A path ("/news/1") says nothing of whose page it is: the document is known by its file.
    """
    if is_web_address(value):
        return web_address(value), None
    return None, "url is no address and not used: it names no host"
