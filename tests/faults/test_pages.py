"""Pages that parsers lose a part of, or make wrong facts of: read whole, or left out and told."""

from datetime import date
from pathlib import Path

import pytest

from schema.document import Document
from tests.faults.loading import GOOD, documents, loaded_in_time, reasons, with_a_good_one, write

STORY = f"<p>{GOOD * 5}</p>"


def page(body: str = STORY, *, head: str = "", attributes: str = "") -> str:
    return f"<html><head><title>T</title>{head}</head><body{attributes}>{body}</body></html>"


def loaded_page(folder: Path, html: str) -> Document:
    loaded = with_a_good_one(folder, "a.html", html)
    assert reasons(loaded) == {}
    return documents(loaded)[0]


def test_a_tag_of_many_attributes_is_refused_at_once(tmp_path: Path) -> None:
    """In a process that the system would stop: in the parser, no call is counted."""
    flood = " ".join(f"a{n}=1" for n in range(200_000))
    path = write(tmp_path, "a.html", page(f"<p {flood}>x</p>{STORY}"))
    [told] = loaded_in_time(path)
    assert "a tag has more than 1,000 attributes" in told


def test_what_follows_a_large_image_within_the_page_is_read(tmp_path: Path) -> None:
    image = f'<img src="data:image/png;base64,{"A" * 10_500_000}">'
    document = loaded_page(tmp_path, page(f"{STORY}{image}<p>The end of it. {GOOD}</p>"))
    assert "The end of it." in document.text


@pytest.mark.parametrize("tag", ["blockquote", "b", "div"])
@pytest.mark.parametrize("depth", [300, 5_000])
def test_what_stands_too_deep_is_told(tmp_path: Path, tag: str, depth: int) -> None:
    deep = f"{STORY}{f'<{tag}>' * depth}{STORY}{f'</{tag}>' * depth}"
    loaded = with_a_good_one(tmp_path, "a.html", page(deep))
    assert reasons(loaded) == {"a.html": "elements are nested more than 250 deep"}
    assert len(documents(loaded)) == 1


@pytest.mark.parametrize("tag", ["blockquote", "b", "div"])
def test_what_stands_less_deep_is_read(tmp_path: Path, tag: str) -> None:
    deep = f"{f'<{tag}>' * 240}<p>The end of it. {GOOD * 5}</p>{f'</{tag}>' * 240}"
    assert "The end of it." in loaded_page(tmp_path, page(f"{STORY}{deep}{STORY}")).text


DATES = [
    ("2025", None),
    ("20252", None),
    ("2025-03", None),
    ("March 2025", None),
    ("2025-13-01", None),
    ("01/02/03", None),
    ("1100-01-01", None),
    ("9999-01-01", None),
    ("01.02.2025", date(2025, 2, 1)),
    ("2025-03-01", date(2025, 3, 1)),
]


@pytest.mark.parametrize(("stated", "day"), DATES)
def test_what_is_no_day_dates_no_page(tmp_path: Path, stated: str, day: date | None) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    assert loaded_page(tmp_path, page(head=head)).published == day
    body = f'<time datetime="{stated}">{stated}</time>{STORY}'
    assert loaded_page(tmp_path, page(body)).published == day


def test_a_title_of_digits_stays(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="1984">'
    assert loaded_page(tmp_path, page(head=head)).headline == "1984"


def test_a_number_somewhere_in_the_page_is_no_date(tmp_path: Path) -> None:
    assert loaded_page(tmp_path, page(attributes=' id="post-1998"')).published is None


@pytest.mark.parametrize(
    "element", ['<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">']
)
@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("http://ann:s3cret@courier.example/a", "courier.example"),
        ("http://ann:s3cret@localhost/a", "localhost"),
        ("http://ann:s3cret@courier.example:99999/a", None),
        ("http://exa mple.com/a", None),
    ],
)
def test_an_outlet_out_of_an_address_is_a_host(
    tmp_path: Path, element: str, address: str, outlet: str | None
) -> None:
    document = loaded_page(tmp_path, page(head=element.format(address)))
    assert document.outlet == outlet
    assert "s3cret" not in repr(document)
