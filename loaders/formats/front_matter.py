"""YAML front matter -> Facts: what a Markdown (or text) file states about itself.

Comes in: the decoded file. Goes out: Facts and where the body begins. Called by the
Markdown loader.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from loaders.facts import Facts, folded, kind_of, split_authors
from loaders.formats.fields import NAMES, stated_address, stray
from loaders.formats.yaml_header import fields_of
from loaders.page.dates import read_date
from schema.address import is_web_address
from schema.document import DateSource
from schema.errors import DocumentError

_MOST = 10**18
# The text is below; a file has its own name and time.
_UNREAD = ("text", "id", "modified")
_FENCED = re.compile(
    r"\A---[ \t]*(?:\r\n?|\n)(.*?)(?:\r\n?|\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.S
)


def read(text: str, *, source: str) -> tuple[Facts, int]:
    """The facts of a text's front matter, and the offset where its body begins (0: there is none).

    Raises DocumentError with file and line when it is malformed.
    """
    match = _FENCED.match(text)
    fields = fields_of(match.group(1), source=source) if match else None
    if match is None or fields is None:
        return Facts(), 0
    return _facts(fields, source=source), match.end()


def _facts(fields: Mapping[str, Any], *, source: str) -> Facts:
    published = _published(fields, source=source)
    labels = [*_texts(fields, *NAMES["kind"]), *_texts(fields, "tags", "categories", "category")]
    url, note = _address(fields, source=source)
    authors = (split_authors(x) for x in _texts(fields, *NAMES["authors"]))
    outlets = (x for x in _texts(fields, *NAMES["outlet"]) if not is_web_address(x))
    return Facts(
        headline=_text(fields, *NAMES["headline"]),
        url=url,
        language=_text(fields, *NAMES["language"]),
        outlet=next(outlets, None),
        agency=_text(fields, *NAMES["agency"]),
        authors=tuple(dict.fromkeys(name for names in authors for name in names)),
        published=published,
        published_source=DateSource.METADATA if published else DateSource.UNKNOWN,
        kind=kind_of(labels),
        notes=tuple(x for x in (note, stray(fields, unread=_UNREAD)) if x),
    )


def _address(fields: Mapping[str, Any], *, source: str) -> tuple[str | None, str | None]:
    value = _text(fields, *NAMES["url"])
    try:
        return stated_address(value) if value else (None, None)
    except ValueError as error:
        raise DocumentError(f"{source}: front matter: url: {error}") from error


def _texts(fields: Mapping[str, Any], *names: str) -> Iterator[str]:
    for value in (fields.get(name) for name in names):
        for item in value if isinstance(value, list) else [value]:
            # A number of thousands of digits has no text form, and is no name of anything.
            if isinstance(item, int) and abs(item) > _MOST:
                continue
            if isinstance(item, str | int | float) and (text := folded(str(item))):
                yield text


def _text(fields: Mapping[str, Any], *names: str) -> str | None:
    return next(_texts(fields, *names), None)


def _published(fields: Mapping[str, Any], *, source: str) -> Any:
    for name in NAMES["published"]:
        if (value := fields.get(name)) is None:
            continue
        day = read_date(value)
        if day is None:
            raise DocumentError(f"{source}: front matter: {name}: {_quoted(value)} is no date")
        return day
    return None


def _quoted(value: object) -> str:
    """A value in a message; of a list or a mapping its kind alone, for it may be long."""
    return repr(value) if isinstance(value, str) else type(value).__name__
