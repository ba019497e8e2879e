"""Decoding: the text is the file, whatever its encoding and line ends; binary is refused."""

from pathlib import Path

import pytest

from loaders.decode import decode, read_text
from schema.errors import DocumentError
from tests.loaders.conftest import Load

ARTICLE = (
    "Die Behörde für Künstliche Intelligenz prüft ein Gesetz über große Modelle.\r\n\r\n"
    "„Wir dürfen nicht zögern“, sagte die Ministerin für Forschung in Köln."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_text_is_the_decoded_file_without_mark(encoding: str) -> None:
    assert decode(ARTICLE.encode(encoding), source="a.txt") == ARTICLE


def test_line_ends_are_kept(load: Load) -> None:
    document = load("a.txt", "One.\r\n\r\nTwo.\rThree.\n")
    assert document.text == "One.\r\n\r\nTwo.\rThree.\n"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^a\.txt: empty$"):
        decode(data, source="a.txt")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", b"text\0more"])
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^a\.txt: binary"):
        decode(data, source="a.txt")


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^gone\.txt: No such file"):
        read_text(tmp_path / "gone.txt", source="gone.txt")
