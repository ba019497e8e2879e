"""JSON lines -> Documents: one record a line, for corpora and for pipes.

Comes in: a `.jsonl` file; each line an object with `text` and, if known, id, url, title (or
headline), outlet, agency, authors, published, modified, kind, language. Goes out: a Document a
line. A record without `url` is known by its source: the file's name, "#", its id or line number.
"""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic import AliasChoices as Either

from loaders.assemble import assemble, modified
from loaders.blocks import segment
from loaders.dates import read_date, read_moment
from loaders.facts import Facts, folded, kind_of, split_authors
from schema.document import DateSource, Document
from schema.errors import DocumentError, RecordError

Line = tuple[int, bytes]


def _encodable(value: str) -> str:
    if re.search(r"[\x00\ud800-\udfff]", value):
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
    return found


def _names(value: Any) -> Any:
    return list(split_authors(value)) if isinstance(value, str) else value


Words = Annotated[str, AfterValidator(lambda x: folded(_encodable(x)))]


class Record(BaseModel):
    """One line. Unknown fields are ignored: corpora carry many."""

    model_config = ConfigDict(strict=True, populate_by_name=True)

    text: Annotated[str, AfterValidator(_with_words)]
    id: str | int | None = None
    url: Words | None = None
    headline: Words | None = Field(default=None, validation_alias=Either("headline", "title"))
    outlet: Words | None = None
    agency: Words | None = None
    authors: Annotated[list[Words], BeforeValidator(_names)] = []
    published: Annotated[str, AfterValidator(_date_text)] | None = None
    modified: Annotated[datetime, BeforeValidator(_moment)] | None = None
    kind: Words | None = None
    language: Words | None = None


class JsonLinesLoader:
    """Loads files of JSON records."""

    def accepts(self, path: Path) -> bool:
        """Whether the file holds JSON lines by its name."""
        return path.suffix.lower() in {".jsonl", ".ndjson"}

    def load(self, path: Path, *, source: str) -> Iterator[Document]:
        """A Document for each record, in order.

        Raises RecordError for a malformed line, naming file, line and field. The iterator goes on
        after it: the next `next()` gives the record after the malformed one.
        """
        at = modified(path, source=source)
        return map(partial(_document, source=source, at=at), _lines(path, source=source))

    def count(self, path: Path) -> int:
        """How many records the file holds. Raises DocumentError when it cannot be read."""
        return sum(1 for _ in _lines(path, source=str(path)))


def _lines(path: Path, *, source: str) -> Iterator[Line]:
    """The lines that are not blank, numbered from 1; a corpus never lies in memory as a whole."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                content = line.removeprefix(BOM_UTF8) if number == 1 else line
                if content.strip():
                    yield number, content
    except OSError as error:
        raise DocumentError(f"{source}: {error.strerror or error}") from error


def _document(line: Line, *, source: str, at: datetime) -> Document:
    number, content = line
    record = _record(content, place=f"{source}:{number}")
    published = read_date(record.published)
    facts = Facts(
        headline=record.headline or None,
        url=record.url or None,
        language=record.language or None,
        outlet=record.outlet or None,
        agency=record.agency or None,
        authors=tuple(record.authors),
        published=published,
        published_source=DateSource.METADATA if published else DateSource.UNKNOWN,
        kind=kind_of([record.kind] if record.kind else []),
    )
    name = f"{source}#{number if record.id is None else record.id}"
    blocks = list(segment(record.text))
    return assemble(record.text, blocks, facts, source=name, modified=record.modified or at)


def _record(content: bytes, *, place: str) -> Record:
    try:
        return Record.model_validate(json.loads(content.decode("utf-8")))
    except json.JSONDecodeError as error:
        raise RecordError(f"{place}: no JSON: {error.msg} at column {error.colno}") from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{place}: not UTF-8, which JSON lines must be") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(x) for x in first["loc"]) or "record"
        raise RecordError(f"{place}: {field}: {first['msg']}") from error
