"""JSON lines: a Document a record, and a bad record is one skip with its line and field."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.base import Loaded, Skipped
from loaders.formats.jsonl import JsonLinesLoader
from loaders.sources import open_sources
from schema.document import Document, DocumentKind

FULL = {
    "id": "a-1",
    "url": "https://daily.example/a",
    "title": "A law",
    "outlet": "The Daily",
    "agency": "Xyz",
    "authors": ["Ann Lee", "Bob Berg"],
    "published": "2025-03-09T23:00:00-04:00",
    "modified": "2025-03-10T08:00:00Z",
    "kind": "report",
    "language": "en",
    "text": "First.\r\n\r\nSecond.",
    "unknown": 1,
}


def _load(tmp_path: Path, *lines: object) -> list[Loaded]:
    path = tmp_path / "a.jsonl"
    rows = (x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines)
    path.write_bytes(b"\n".join(rows))
    return list(open_sources([str(path)]))


def test_all_fields_of_a_record(tmp_path: Path) -> None:
    (document,) = _load(tmp_path, FULL)
    assert isinstance(document, Document)
    assert document.source == "a.jsonl#a-1"
    assert document.text == FULL["text"]
    assert (document.headline, document.url) == ("A law", FULL["url"])
    assert (document.outlet, document.agency) == ("The Daily", "Xyz")
    assert document.authors == ("Ann Lee", "Bob Berg")
    assert document.published == date(2025, 3, 9)
    assert document.modified == datetime(2025, 3, 10, 8, tzinfo=UTC)
    assert (document.kind, document.language) == (DocumentKind.REPORT, "en")
    assert [b.span.of(document.text) for b in document.blocks] == ["First.", "Second."]


def test_records_without_id_are_known_by_their_line(tmp_path: Path) -> None:
    found = _load(tmp_path, {"text": "One."}, b"", {"text": "Two.", "authors": "Ann Lee and Bob"})
    assert [x.source for x in found] == ["a.jsonl#1", "a.jsonl#3"]
    assert isinstance(found[1], Document)
    assert found[1].authors == ("Ann Lee", "Bob")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken", r"^a\.jsonl:2: no JSON: "),
        (b'{"text": "\xff"}', r"^a\.jsonl:2: not UTF-8"),
        (["no", "object"], r"^a\.jsonl:2: record: "),
        ({"title": "no text"}, r"^a\.jsonl:2: text: "),
        ({"text": "  "}, r"^a\.jsonl:2: text: .*is empty"),
        ({"text": 5}, r"^a\.jsonl:2: text: "),
        (b'{"text": "half \\ud83c"}', r"^a\.jsonl:2: text: .*surrogate"),
        ({"text": "x", "published": "soon"}, r"^a\.jsonl:2: published: .*no date"),
        ({"text": "x", "modified": "soon"}, r"^a\.jsonl:2: modified: .*ISO 8601"),
        ({"text": "x", "authors": [1]}, r"^a\.jsonl:2: authors\.0: "),
    ],
)
def test_a_bad_record_is_skipped_and_the_others_load(
    tmp_path: Path, line: object, reason: str
) -> None:
    first, bad, last = _load(tmp_path, {"text": "One."}, line, {"text": "Three."})
    assert isinstance(bad, Skipped)
    assert [first.source, last.source] == ["a.jsonl#1", "a.jsonl#3"]
    assert bad.source == "a.jsonl"
    assert re.search(reason, bad.reason)


def test_a_mark_before_the_first_record_is_no_part_of_it(tmp_path: Path) -> None:
    (document,) = _load(tmp_path, b'\xef\xbb\xbf{"text": "One."}')
    assert isinstance(document, Document)
    assert document.text == "One."


def test_a_file_without_records_is_refused(tmp_path: Path) -> None:
    (skipped,) = _load(tmp_path, b"", b"  ")
    assert skipped == Skipped(source="a.jsonl", reason="empty")


_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records=st.lists(_WORDS.filter(lambda x: x.strip()), min_size=1, max_size=5))
def test_texts_come_back_as_they_are(tmp_path: Path, records: list[str]) -> None:
    path = tmp_path / "any.jsonl"
    rows = (json.dumps({"text": x}, ensure_ascii=False) for x in records)
    path.write_text("\n".join(rows), encoding="utf-8", newline="")
    loader = JsonLinesLoader()
    assert [x.text for x in loader.load(path, source="any")] == records
    assert loader.count(path) == len(records)
