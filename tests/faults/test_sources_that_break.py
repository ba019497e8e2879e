"""One source that breaks costs itself: it is skipped with its reason, and the others are loaded."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders import decode
from loaders.base import Skipped
from loaders.formats import json_lines, record
from loaders.sources import open_sources
from schema.document import Document
from tests.faults.loading import GOOD, documents, reasons, with_a_good_one, write

DEEP = "[" * 200_000 + "]" * 200_000


def line(**fields: object) -> str:
    return json.dumps({"text": GOOD, **fields})


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (f'{{"text": "x", "more": {DEEP}}}', "no JSON: nested too deeply"),
        (f'{{"text": "x", "id": {"9" * 5_000}}}', "no JSON: holds a number that is too long"),
        (line(url="http://["), "url: is a malformed web address"),
        (line(url="https://h:99999/"), "url: is a malformed web address"),
        ('{"text": "x", "id": "\\ud800"}', "id: Value error, holds a NUL or half of a surrogate"),
        ('{"text": "x", "id": "\\u0000"}', "id: Value error, holds a NUL or half of a surrogate"),
        (line(modified="0001-01-01T00:00:00+14:00"), "modified: Value error, lies outside the"),
        (line(modified="9999-12-31T23:59:59-14:00"), "modified: Value error, lies outside the"),
        (line(published="0001-01-01"), None),
        (line(language="\u0000"), "language: Value error, holds a NUL"),
    ],
)
def test_a_bad_record_is_named_by_line_and_field(
    tmp_path: Path, bad: str, reason: str | None
) -> None:
    loaded = with_a_good_one(tmp_path, "a.jsonl", f"{line()}\n{bad}\n{line()}")
    names = [x.source for x in documents(loaded)]
    assert [x for x in names if x != "a.jsonl#2"] == ["a.jsonl#1", "a.jsonl#3", "zz-good.txt"]
    found = reasons(loaded)
    assert found == {} if reason is None else found["a.jsonl"].startswith(f"a.jsonl:2: {reason}")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (f"a: {'[' * 5_000}{']' * 5_000}", "bad.md:2: front matter: nested more than 20 deep"),
        ('title: "\\uD800"', "bad.md:2: front matter: a value holds a NUL or half of a"),
        ('tags: ["\\0"]', "bad.md:2: front matter: a value holds a NUL or half of a"),
        ("url: 'http://['", "front matter: url: is a malformed web address"),
        ("date: 2025-13-45", "bad.md:1: front matter: month must be in 1..12"),
        ("? {a: b}\n: c", "bad.md:2: front matter: found unhashable key"),
    ],
)
def test_bad_front_matter_is_named(tmp_path: Path, header: str, reason: str) -> None:
    loaded = with_a_good_one(tmp_path, "bad.md", f"---\n{header}\n---\n{GOOD}")
    assert reasons(loaded)["bad.md"].startswith(reason)
    assert [x.source for x in documents(loaded)] == ["zz-good.txt"]


def test_a_number_that_has_no_text_form_is_no_title(tmp_path: Path) -> None:
    loaded = with_a_good_one(tmp_path, "a.md", f"---\ntitle: 0x{'f' * 6_000}\n---\n{GOOD}")
    assert [x.headline for x in documents(loaded)] == [None, None]


def test_a_name_that_is_no_utf_8_is_written_with_escapes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(GOOD)
    loaded = with_a_good_one(tmp_path, "a.txt", GOOD)
    assert [x.source for x in documents(loaded)] == ["a.txt", r"caf\xe9.txt", "zz-good.txt"]


class Breaking:
    """A loader as a plug-in may be: it fails in ways that nobody listed."""

    def accepts(self, path: Path) -> bool:
        return path.suffix == ".txt"

    def load(self, path: Path, *, source: str) -> Iterator[Document]:
        if path.name.startswith("bad"):
            raise IndexError(f"words of the article: {path.read_text()}")
        return iter([Document(source=source, text=GOOD, modified="2025-01-01T00:00:00Z")])  # type: ignore[arg-type]


def test_what_nobody_foresaw_is_a_skip_without_words_of_the_article(tmp_path: Path) -> None:
    write(tmp_path, "bad.txt", GOOD)
    write(tmp_path, "good.txt", GOOD)
    skipped, good = open_sources([str(tmp_path)], loaders=[Breaking()])
    assert skipped == Skipped(source="bad.txt", reason="cannot be read: IndexError")
    assert isinstance(good, Document)


def test_a_file_larger_than_any_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode, "MOST_BYTES", 500)
    for name in ("a.txt", "a.md", "a.html"):
        write(tmp_path, name, "word " * 101)
    loaded = with_a_good_one(tmp_path, "b.txt", GOOD)
    assert set(reasons(loaded)) == {"a.txt", "a.md", "a.html"}
    assert set(reasons(loaded).values()) == {"larger than 500 bytes"}


def test_a_line_longer_than_any_article_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MOST_BYTES", 500)
    monkeypatch.setattr(record, "MOST_BYTES", 500)
    loaded = with_a_good_one(tmp_path, "a.jsonl", f"{line()}\n{line(x='x' * 2_000)}\n{line()}\n")
    assert reasons(loaded) == {"a.jsonl": "a.jsonl:2: longer than 500 bytes"}
    assert [x.source for x in documents(loaded)] == ["a.jsonl#1", "a.jsonl#3", "zz-good.txt"]


def test_a_file_without_line_ends_costs_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 MB of one line: no more than a line is ever in memory."""
    monkeypatch.setattr(json_lines, "MOST_BYTES", 1_000)
    path = write(tmp_path, "a.jsonl", b"x" * 1_000_000)
    ((number, content),) = json_lines.lines_in(path, source="a.jsonl")
    assert (number, len(content)) == (1, 1_001)


def test_a_pipe_a_folder_and_a_binary_among_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    write(tmp_path / "folder.txt", "in.txt", GOOD)
    loaded = with_a_good_one(tmp_path, "binary.txt", b"\x89PNG\0\0\xff")
    assert reasons(loaded) == {"pipe.txt": "not a regular file", "binary.txt": "binary, not text"}
    assert [x.source for x in documents(loaded)] == ["folder.txt/in.txt", "zz-good.txt"]


def test_a_file_that_vanishes_after_it_was_listed_is_a_skip(tmp_path: Path) -> None:
    gone = write(tmp_path, "b.txt", GOOD)
    write(tmp_path, "a.txt", GOOD)
    opened = open_sources([str(tmp_path)])
    assert isinstance(next(opened), Document)
    gone.unlink()
    assert list(opened) == [Skipped(source="b.txt", reason="no such file")]


@pytest.mark.parametrize("unit", ["1", "[", "[a](", "A", "(", "Copyright A", "<a "])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_text_without_words_takes_no_hours(tmp_path: Path, unit: str, suffix: str) -> None:
    """An image as text, a broken table: rules that look for an end look only so far."""
    loaded = with_a_good_one(tmp_path, f"a{suffix}", unit * (100_000 // len(unit)))
    assert [x.source for x in documents(loaded)] == [f"a{suffix}", "zz-good.txt"]
