"""YAML front matter -> Facts: what a Markdown (or text) file states about itself.

Comes in: the decoded file. Goes out: Facts and where the body begins. Called by the
Markdown loader.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from loaders.dates import read_date
from loaders.facts import Facts, folded, kind_of, split_authors
from schema.document import DateSource
from schema.errors import DocumentError

_FENCED = re.compile(
    r"\A---[ \t]*(?:\r\n?|\n)(.*?)(?:\r\n?|\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.S
)
_DATE_FIELDS = ("date", "published", "published_time", "datePublished")


def read(text: str, *, source: str) -> tuple[Facts, int]:
    """The facts of a text's front matter, and the offset where its body begins (0: there is none).

    Raises DocumentError with file and line when it is malformed.
    """
    match = _FENCED.match(text)
    fields = _fields(match.group(1), source=source) if match else None
    if match is None or fields is None:
        return Facts(), 0
    return _facts(fields, source=source), match.end()


def _facts(fields: Mapping[str, Any], *, source: str) -> Facts:
    published = _published(fields, source=source)
    labels = [*_texts(fields, "kind", "type"), *_texts(fields, "tags", "categories", "category")]
    return Facts(
        headline=_text(fields, "title", "headline"),
        url=_text(fields, "url", "source_url", "canonical_url"),
        language=_text(fields, "lang", "language"),
        outlet=_text(fields, "outlet", "publisher", "site_name"),
        agency=_text(fields, "agency"),
        authors=tuple(
            name for value in _texts(fields, "authors", "author") for name in split_authors(value)
        ),
        published=published,
        published_source=DateSource.METADATA if published else DateSource.UNKNOWN,
        kind=kind_of(labels),
    )


def _fields(header: str, *, source: str) -> Mapping[str, Any] | None:
    """The fields between the fences; None when these are only rules around prose."""
    try:
        loaded = yaml.safe_load(header)
    except yaml.MarkedYAMLError as error:
        # The fence is line 1 of the file, and marks count from 0.
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise DocumentError(f"{source}:{line}: front matter: {error.problem}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DocumentError(f"{source}:1: front matter: {error}") from error
    if loaded is None:
        return {}
    return {str(k): v for k, v in loaded.items()} if isinstance(loaded, dict) else None


def _texts(fields: Mapping[str, Any], *names: str) -> Iterator[str]:
    for value in (fields.get(name) for name in names):
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str | int | float) and (text := folded(str(item))):
                yield text


def _text(fields: Mapping[str, Any], *names: str) -> str | None:
    return next(_texts(fields, *names), None)


def _published(fields: Mapping[str, Any], *, source: str) -> Any:
    for name in _DATE_FIELDS:
        if (value := fields.get(name)) is None:
            continue
        day = read_date(value)
        if day is None:
            raise DocumentError(f"{source}: front matter: {name}: {value!r} is no date")
        return day
    return None
