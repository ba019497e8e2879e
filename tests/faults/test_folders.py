"""Links in folders: to a file of the folder they are read, else passed over; no loop hangs."""

import os
from pathlib import Path

import pytest

from loaders.sources import count_sources, open_sources
from tests.faults.loading import GOOD, documents, reasons, write

LEAVES = "a symbolic link that leaves the folder"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with links of all kinds."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "below").mkdir(parents=True)
    outside.mkdir()
    write(inside / "below", "real.txt", GOOD)
    write(outside, "secret.txt", GOOD)
    (inside / "a-file.txt").symlink_to("below/real.txt")
    (inside / "b-away.txt").symlink_to(outside / "secret.txt")
    (inside / "c-folder").symlink_to("below")
    (inside / "d-away").symlink_to(outside)
    (inside / "below" / "e-loop").symlink_to("..")
    (inside / "f-self.txt").symlink_to("f-self.txt")
    (inside / "g-gone.txt").symlink_to("no-such.txt")
    return inside


def test_a_link_is_followed_to_a_file_of_the_folder_only(folder: Path) -> None:
    loaded = list(open_sources([str(folder)]))
    assert [x.source for x in documents(loaded)] == ["a-file.txt", "below/real.txt"]
    assert reasons(loaded) == {
        "b-away.txt": LEAVES,
        "d-away": LEAVES,
        "f-self.txt": "no such file",
        "g-gone.txt": "no such file",
    }
    assert count_sources([str(folder)]) == len(loaded)


def test_a_link_that_is_named_itself_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder / "below")
    loaded = list(open_sources([str(tmp_path / "link"), str(folder / "b-away.txt")]))
    assert [x.source for x in documents(loaded)] == ["real.txt", "b-away.txt"]


def test_a_link_whose_name_is_no_utf_8_is_named_with_escapes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9")).symlink_to("/")
    assert reasons(open_sources([str(tmp_path)])) == {r"\xe9": LEAVES}
