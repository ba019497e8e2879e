"""One record of JSON lines: which fields it has, and what each may hold.

Comes in: the bytes of a line. Goes out: a `Record`, and what to tell of fields that were not used.
Called by `loaders.formats.jsonl`.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from loaders.decode import MOST_BYTES
from loaders.facts import folded, split_authors
from loaders.formats.fields import NAMES, stated_address, stray
from loaders.moments import until_now
from loaders.page.dates import read_date, read_moment
from schema.address import is_web_address
from schema.errors import RecordError
from schema.values import storable


def _encodable(value: str) -> str:
    if not storable(value):
        raise ValueError("holds a NUL or half of a surrogate pair")
    return value


def _with_words(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    return _encodable(value)


def _date_text(value: str) -> str:
    if read_date(value) is None:
        raise ValueError("is no date")
    return value


def _moment(value: Any) -> datetime:
    if (found := read_moment(value)) is None:
        raise ValueError("is no ISO 8601 time")
    try:
        return until_now(found.astimezone(UTC))
    except OverflowError as error:
        raise ValueError("lies outside the years 1 to 9999") from error


def _names(value: Any) -> Any:
    return list(split_authors(value)) if isinstance(value, str) else value


def _number_as_text(value: Any) -> Any:
    return str(value) if type(value) is int else value


Words = Annotated[str, AfterValidator(lambda x: folded(_encodable(x)))]


class Record(BaseModel):
    """One line. Unknown fields are ignored: corpora carry many."""

    model_config = ConfigDict(strict=True)

    text: Annotated[str, AfterValidator(_with_words)]
    id: Annotated[Words | None, BeforeValidator(_number_as_text)] = None
    url: Words | None = None
    headline: Words | None = None
    outlet: Words | None = None
    agency: Words | None = None
    authors: Annotated[list[Words], BeforeValidator(_names)] = []
    published: Annotated[str, AfterValidator(_date_text)] | None = None
    modified: Annotated[datetime, BeforeValidator(_moment)] | None = None
    kind: Words | None = None
    language: Words | None = None


def read_record(content: bytes, *, place: str) -> tuple[Record, list[str]]:
    """The record of a line, and notes. Raises RecordError, naming the place and the field."""
    fields = _object(content, place=place)
    known, notes = _known(fields)
    try:
        record = Record.model_validate(known)
        address, note = stated_address(record.url) if record.url else (None, None)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(x) for x in first["loc"]) or "record"
        raise RecordError(f"{place}: {field}: {first['msg']}") from error
    except ValueError as error:
        raise RecordError(f"{place}: url: {error}") from error
    return record.model_copy(update={"url": address}), [*notes, *([note] if note else [])]


def _object(content: bytes, *, place: str) -> Any:
    if len(content) > MOST_BYTES:
        raise RecordError(f"{place}: longer than {MOST_BYTES:,} bytes")
    try:
        return json.loads(content.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise RecordError(f"{place}: no JSON: {error.msg} at column {error.colno}") from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{place}: not UTF-8, which JSON lines must be") from error
    except RecursionError as error:
        raise RecordError(f"{place}: no JSON: nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise RecordError(f"{place}: no JSON: holds a number that is too long") from error


def _known(fields: Any) -> tuple[Any, list[str]]:
    """The fields under our names, and what to tell of those that are not read."""
    if not isinstance(fields, Mapping):
        return fields, []
    known: dict[str, Any] = {}
    notes: list[str] = []
    for ours, names in NAMES.items():
        for name in (x for x in names if fields.get(x) is not None and ours not in known):
            if name == ours or _fits(ours, fields[name]):
                known[ours] = fields[name]
            else:
                notes.append(f"not read: {name} ({ours}?)")
    unread = stray(fields)
    return known, [*notes, *([unread] if unread else [])]


def _fits(ours: str, value: Any) -> bool:
    """Whether a field under another's name may mean ours: a source may be an address or a list."""
    if ours == "authors":
        return isinstance(value, str | list)
    return isinstance(value, str) and not (ours == "outlet" and is_web_address(value))
