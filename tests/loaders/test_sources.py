"""Sources: folders, files and standard input; a reason for all that is left out."""

import io
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loaders.base import Loaded, Skipped
from loaders.folders import files_in
from loaders.sources import BUILT_IN, count_sources, open_sources
from schema.document import BlockKind, Document, DocumentKind

TEXT = "The law will pass, Ann Lee said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as users have them: nested, with files that are no articles."""
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "note.txt").write_text(TEXT)
    (tmp_path / "z.txt").write_text(TEXT)
    (tmp_path / "b" / "a.md").write_text(TEXT)
    (tmp_path / "b" / "deep" / "c.jsonl").write_text('{"text": "One."}\n{oops\n{"text": "Two."}\n')
    (tmp_path / "a.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "binary.txt").write_bytes(b"\xff\0\xfe\0\x01")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "broken.md").write_text("---\na: [\n---\nText")
    return tmp_path


def _reasons(loaded: Sequence[Loaded]) -> dict[str, str]:
    return {x.source: x.reason for x in loaded if isinstance(x, Skipped)}


def test_a_folder_in_sorted_order_by_names_relative_to_it(folder: Path) -> None:
    loaded = list(open_sources([str(folder)]))
    names = [x.source for x in loaded if isinstance(x, Document)]
    assert names == ["b/a.md", "b/deep/c.jsonl#1", "b/deep/c.jsonl#3", "z.txt"]


def test_each_skip_has_its_reason(folder: Path) -> None:
    reasons = _reasons(list(open_sources([str(folder)])))
    assert reasons.pop("b/deep/c.jsonl").startswith("b/deep/c.jsonl:2: no JSON")
    assert reasons.pop("broken.md").startswith("broken.md:2: front matter")
    assert reasons == {
        "a.png": "no loader reads .png",
        "binary.txt": "binary, not text",
        "empty.txt": "empty",
    }


def test_the_count_is_what_will_come(folder: Path) -> None:
    sources = [str(folder), str(folder / "z.txt")]
    assert count_sources(sources) == len(list(open_sources(sources))) == 10


def test_raw_reads_every_text_file_as_plain_paragraphs(folder: Path) -> None:
    article = f"HEADLINE\n\nBy Ann Lee\n\n© 2025\n \n{TEXT}\nMore."
    (folder / "z.txt").write_text(article)
    loaded = {x.source: x for x in open_sources([str(folder)], raw=True)}
    assert {k for k, v in loaded.items() if isinstance(v, Document)} == {
        "b/a.md", "b/deep/c.jsonl", "broken.md", "z.txt"
    }  # fmt: skip
    document = loaded["z.txt"]
    assert isinstance(document, Document)
    assert document.text == article
    assert {b.kind for b in document.blocks} == {BlockKind.PARAGRAPH}
    found = [b.span.of(article) for b in document.blocks]
    assert found == ["HEADLINE", "By Ann Lee", "© 2025", f"{TEXT}\nMore."]
    assert (document.headline, document.kind) == (None, DocumentKind.DOCUMENT)


def test_the_time_of_a_file_is_when_it_was_modified(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    moment = datetime(2025, 3, 9, 12, 30, tzinfo=UTC)
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    (document,) = open_sources([str(path)])
    assert isinstance(document, Document)
    assert document.modified == moment


def test_a_named_source_that_does_not_exist_is_a_skip_and_the_rest_loads(folder: Path) -> None:
    gone = str(folder / "gone.txt")
    skipped, document = open_sources([gone, str(folder / "z.txt")])
    assert skipped == Skipped(source=gone, reason="no such file or folder", missing=True)
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.png", "no loader reads .png"), ("empty.txt", "empty"), ("binary.txt", "binary, not text")],
)
def test_a_named_file_that_cannot_be_read_is_a_skip(folder: Path, name: str, reason: str) -> None:
    document, skipped = open_sources([str(folder / "z.txt"), str(folder / name)])
    assert isinstance(document, Document)
    assert skipped == Skipped(source=name, reason=reason)


def test_only_the_given_loaders_are_used(folder: Path) -> None:
    loaded = list(open_sources([str(folder / "b" / "a.md")], loaders=BUILT_IN[:1]))
    assert _reasons(loaded) == {"a.md": "no loader reads .md"}


def test_two_documents_of_one_name_are_not_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT)
    first, second = open_sources([str(tmp_path / "one"), str(tmp_path / "two")])
    assert isinstance(first, Document)
    assert isinstance(second, Skipped)
    assert "common folder" in second.reason


def test_a_folder_that_cannot_be_looked_into_is_a_skip(tmp_path: Path) -> None:
    # One that vanished: permissions would not stop a test that runs as root.
    files, unreadable = files_in(tmp_path / "gone")
    assert files == []
    assert [(x.source, x.reason) for x in unreadable] == [(".", "No such file or directory")]


def test_a_pipe_in_a_folder_is_skipped_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert _reasons(list(open_sources([str(tmp_path)]))) == {"a.txt": "not a regular file"}


def _pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Loaded]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(open_sources(["-"]))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'\n {"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (TEXT.encode(), [TEXT]),
        (b"---\ntitle: A law\n---\nText.", ["---\ntitle: A law\n---\nText."]),
        (f"<html><body><article><p>{TEXT * 9}</p></article></body></html>".encode(), [TEXT * 9]),
        (TEXT.encode("utf-16"), [TEXT]),
        (b"<p> is no page in itself", ["<p> is no page in itself"]),
    ],
)
def test_standard_input_tells_by_its_look_what_it_is(
    monkeypatch: pytest.MonkeyPatch, data: bytes, found: list[str]
) -> None:
    loaded = _pipe(monkeypatch, data)
    assert [x.text for x in loaded if isinstance(x, Document)] == found


def test_what_comes_by_pipe_is_known_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [_pipe(monkeypatch, x)[0].source for x in (b"One.", b"Two.", b"One.")]
    assert names[0] == names[2] != names[1]


def test_empty_standard_input_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    (skipped,) = _pipe(monkeypatch, b"")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "empty"
