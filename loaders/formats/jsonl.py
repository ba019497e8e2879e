"""JSON lines -> Documents: one record a line, for corpora and for pipes.

Comes in: a `.jsonl` file; each line an object with `text` and, if known, id, url, headline, outlet,
agency, authors, published, modified, kind, language (or a name that `loaders.formats.fields` knows
for one of them). Goes out: a Document a line. A record without `url` is known by its source: the
file's name, "#", its id or line number.
"""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from loaders.assemble import assemble
from loaders.base import Note
from loaders.facts import Facts, kind_of
from loaders.formats.json_lines import Line, lines_in
from loaders.formats.record import Record, read_record
from loaders.moments import modified
from loaders.page.blocks import segment
from loaders.page.dates import read_date
from schema.document import DateSource, Document


class JsonLinesLoader:
    """Loads files of JSON records."""

    def accepts(self, path: Path) -> bool:
        """Whether the file holds JSON lines by its name."""
        return path.suffix.lower() in {".jsonl", ".ndjson"}

    def load(self, path: Path, *, source: str) -> "Iterator[Document | Note]":
        """A Document for each record, in order, and each Note once.

        Raises RecordError for a malformed line, naming file, line and field. The iterator goes on
        after it: the next `next()` gives the record after the malformed one.
        """
        at = modified(path, source=source)
        return _Records(lines_in(path, source=source), source=source, at=at)

    def count(self, path: Path) -> int:
        """How many records the file holds. Raises DocumentError when it cannot be read."""
        return sum(1 for _ in lines_in(path, source=str(path)))


class _Records:
    """No generator: that would end with the first record that raises."""

    def __init__(self, lines: Iterator[Line], *, source: str, at: datetime) -> None:
        self._lines, self._source, self._at = lines, source, at
        self._notes: deque[Note] = deque()
        self._told: set[str] = set()

    def __iter__(self) -> "Iterator[Document | Note]":
        return self

    def __next__(self) -> Document | Note:
        if self._notes:
            return self._notes.popleft()
        number, content = next(self._lines)
        record, notes = read_record(content, place=f"{self._source}:{number}")
        for text in (x for x in notes if x not in self._told):
            self._told.add(text)
            self._notes.append(Note(source=self._source, text=f"line {number}: {text}"))
        name = f"{self._source}#{record.id or number}"
        return _document(record, name=name, at=self._at)


def _document(record: Record, *, name: str, at: datetime) -> Document:
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
    blocks = list(segment(record.text))
    return assemble(record.text, blocks, facts, source=name, modified=record.modified or at)
