"""What a source states under other names, or in other ways, is read or said not to be."""

import json
from datetime import date
from pathlib import Path

import pytest

from schema.document import Document
from tests.faults.loading import GOOD, documents, notes, reasons, with_a_good_one


def first(folder: Path, **fields: object) -> tuple[Document, list[str]]:
    loaded = with_a_good_one(folder, "a.jsonl", json.dumps({"text": GOOD, **fields}) + "\n")
    assert not reasons(loaded)
    return documents(loaded)[0], notes(loaded)


def test_other_names_of_known_fields_are_read(tmp_path: Path) -> None:
    document, told = first(
        tmp_path, date="2025-03-01", author="Jane Poe", source="Auld Courier", title="Chip tax dies"
    )
    assert document.published == date(2025, 3, 1)
    assert document.authors == ("Jane Poe",)
    assert (document.outlet, document.headline) == ("Auld Courier", "Chip tax dies")
    assert told == []


def test_our_own_name_of_a_field_wins(tmp_path: Path) -> None:
    document, _ = first(tmp_path, date="2025-03-01", published="2025-03-02")
    assert document.published == date(2025, 3, 2)


def test_a_name_that_looks_like_ours_is_told_once_a_file(tmp_path: Path) -> None:
    rows = [json.dumps({"text": GOOD, "Published-At": "2025-03-01", "views": 5})] * 3
    loaded = with_a_good_one(tmp_path, "a.jsonl", "\n".join(rows))
    assert notes(loaded) == ["line 1: not read: Published-At (published?)"]
    assert len(documents(loaded)) == 4


@pytest.mark.parametrize(
    "fields", [{"source": {"name": "X"}}, {"source": "https://x.example/feed"}, {"date": 20250301}]
)
def test_a_field_that_does_not_fit_is_told_and_the_text_is_loaded(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    document, told = first(tmp_path, **fields)
    assert (document.outlet, document.published) == (None, None)
    assert told[0].startswith(f"line 1: not read: {next(iter(fields))} (")


def test_two_articles_with_one_relative_url_are_two(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{n} {GOOD}", "url": "/news/1"}) for n in (1, 2)]
    loaded = with_a_good_one(tmp_path, "a.jsonl", "\n".join(rows))
    assert len({x.uri for x in documents(loaded)}) == 3
    assert notes(loaded) == ["line 1: url is no address and not used: it names no host"]


def test_a_relative_url_in_front_matter_and_in_a_page_names_no_document(tmp_path: Path) -> None:
    page = f'<html><head><link rel="canonical" href="/news/1"></head><body><p>{GOOD * 5}</p></body>'
    (tmp_path / "b.html").write_text(page)
    loaded = with_a_good_one(tmp_path, "a.md", f"---\nurl: /news/1\n---\n{GOOD}")
    assert [x.url for x in documents(loaded)] == [None, None, None]
    assert notes(loaded) == ["url is no address and not used: it names no host"]


def test_what_an_address_may_not_hold_is_encoded(tmp_path: Path) -> None:
    document, _ = first(tmp_path, url="https://courier.example/a story <b>?q={1}|2")
    assert document.url == "https://courier.example/a%20story%20%3Cb%3E?q=%7B1%7D%7C2"


def test_user_and_password_of_a_stated_url_are_not_stored(tmp_path: Path) -> None:
    document, _ = first(tmp_path, url="https://ann:secret@courier.example/a@b")
    assert document.url == "https://courier.example/a@b"


RELATIVE = ["yesterday", "today", "3 days ago", "now", "last Tuesday", "5 hours ago"]


@pytest.mark.parametrize("words", RELATIVE)
def test_a_day_that_depends_on_today_is_no_date(tmp_path: Path, words: str) -> None:
    (tmp_path / "b.md").write_text(f"---\ndate: {words}\n---\n{GOOD}")
    meta = f'<meta property="article:published_time" content="{words}">'
    body = f"<time datetime='{words}'>{words}</time><p>{GOOD * 5}</p>"
    (tmp_path / "c.html").write_text(f"<html><head>{meta}</head><body>{body}</body></html>")
    loaded = with_a_good_one(tmp_path, "a.jsonl", json.dumps({"text": GOOD, "date": words}))
    assert reasons(loaded) == {
        "a.jsonl": "a.jsonl:1: published: Value error, is no date",
        "b.md": f"front matter: date: '{words}' is no date",
    }
    assert [x.published for x in documents(loaded)] == [None, None]


PARTS = ["2025", "202503", "20252", "1999", "1100", "2025-13-01", "01/02/03", "2025-03"]
PARTS += ["March 2025", "12:30", "1740787200", "2025/13/01", "3.5.25"]


@pytest.mark.parametrize("words", PARTS)
def test_what_is_no_whole_day_is_no_date(tmp_path: Path, words: str) -> None:
    (tmp_path / "b.md").write_text(f"---\ndate: '{words}'\n---\n{GOOD}")
    loaded = with_a_good_one(tmp_path, "a.jsonl", json.dumps({"text": GOOD, "date": words}))
    assert reasons(loaded) == {
        "a.jsonl": "a.jsonl:1: published: Value error, is no date",
        "b.md": f"front matter: date: '{words}' is no date",
    }


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20250301", date(2025, 3, 1)),
        ("01.02.2025", date(2025, 2, 1)),
        ("1.2.2025 10:30", date(2025, 2, 1)),
        ("01/02/2025", date(2025, 1, 2)),
        ("2025.03.01", date(2025, 3, 1)),
        ("Sat, 01 Mar 2025 10:00:00 GMT", date(2025, 3, 1)),
    ],
)
def test_a_whole_day_is_a_date_however_it_is_written(tmp_path: Path, words: str, day: date) -> None:
    document, _ = first(tmp_path, date=words)
    assert document.published == day
