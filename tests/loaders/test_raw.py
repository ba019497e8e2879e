"""The raw loader: nothing but text, and yet the paragraphs that a reader sees."""

from pathlib import Path

import pytest

from loaders.formats.raw import RawTextLoader
from schema.document import CONTENT
from schema.errors import DocumentError


def blocks(folder: Path, text: str) -> list[str]:
    path = folder / "a.txt"
    path.write_text(text, "utf-8")
    (document,) = RawTextLoader().load(path, source="a.txt")
    assert document.text == text
    assert {b.kind for b in document.blocks} <= CONTENT
    return [b.span.of(text) for b in document.blocks]


def test_lines_that_no_wrapping_made_are_paragraphs(tmp_path: Path) -> None:
    lead = "What ministers said of the plan " * 5
    said = ["“Too late.”", "“We need rules before the machines are in every school.”", "“No.”"]
    assert blocks(tmp_path, "\n".join([lead, *said])) == [lead.strip(), *said]


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    wrapped = "The minister said that the\nrules would come before the\nsummer and be strict.\n"
    assert blocks(tmp_path, f"{wrapped}\n{wrapped}") == [wrapped.strip()] * 2


def test_what_looks_like_furniture_is_read_too(tmp_path: Path) -> None:
    assert blocks(tmp_path, "By Ada Roe\n\nRelated news\n") == ["By Ada Roe", "Related news"]


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01\x02\xff")
    with pytest.raises(DocumentError, match=r"a\.bin"):
        list(RawTextLoader().load(tmp_path / "a.bin", source="a.bin"))
