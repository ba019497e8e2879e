"""Front matter that would cost gigabytes of memory is refused before anything is built of it."""

from pathlib import Path

import pytest

from loaders.base import Note
from loaders.formats import yaml_header
from loaders.sources import open_sources
from tests.faults.loading import GOOD, documents, reasons, with_a_good_one


def bomb(field: str) -> str:
    """Nine levels of ten aliases each: 439 bytes that stand for a billion words."""
    rows = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for above, name in zip("abcdefgh", "bcdefghi", strict=True):
        rows.append(f"{name}: &{name} [{', '.join([f'*{above}'] * 10)}]")
    return "\n".join([*rows, f"{field}: *i"])


@pytest.mark.parametrize("field", ["date", "title", "tags"])
def test_aliases_are_refused(tmp_path: Path, field: str) -> None:
    loaded = with_a_good_one(tmp_path, "bomb.md", f"---\n{bomb(field)}\n---\n{GOOD}")
    assert reasons(loaded) == {"bomb.md": "bomb.md:3: front matter: aliases (*name) are not read"}
    assert len(documents(loaded)) == 1


def test_a_header_has_a_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_header, "_MOST", 1_000)
    header = "\n".join(f"k{n}: v" for n in range(300))
    loaded = with_a_good_one(tmp_path, "a.md", f"---\n{header}\n---\n{GOOD}")
    assert reasons(loaded) == {"a.md": "a.md:1: front matter: longer than 1,000 characters"}


@pytest.mark.parametrize(
    ("value", "kind"),
    [("!!timestamp 2025", "timestamp"), ('!!int ""', "int"), ("!!bool 5", "bool")],
)
def test_a_value_that_does_not_fit_its_tag_is_named(tmp_path: Path, value: str, kind: str) -> None:
    loaded = with_a_good_one(tmp_path, "a.md", f"---\ntitle: A law\ndate: {value}\n---\n{GOOD}")
    assert reasons(loaded) == {"a.md": f"a.md:3: front matter: a value is no {kind}"}


def test_a_date_that_is_a_list_is_named_in_a_line(tmp_path: Path) -> None:
    loaded = with_a_good_one(tmp_path, "a.md", f"---\ndate: [2025, {'x, ' * 500}]\n---\n{GOOD}")
    assert reasons(loaded) == {"a.md": "front matter: date: list is no date"}


def test_names_that_look_like_ours_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: Law\nDate: 2025-03-01\npublised: x\n---\nIt rained.\n", "utf-8")
    notes = [x.text for x in open_sources([str(file)]) if isinstance(x, Note)]
    assert notes == ["not read: Date (published?), publised (published?)"]
