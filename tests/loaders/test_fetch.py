"""URLs, against a real server: what comes decides the loader; errors are few and name the URL."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from loaders.base import Loaded, Skipped
from loaders.sources import open_sources
from loaders.web import fetch
from loaders.web.fetch import ATTEMPTS
from schema.document import Document
from tests.loaders.conftest import why
from tests.loaders.http_server import Answer, Site, page, serving

WORDS = "The board will pass the law, Zoë Day said, and it will be enforced at once. " * 3
PAGE = f"<html><head><title>A law</title></head><body><article><p>{WORDS}</p></article></body>"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A web site on this machine."""
    with serving() as running:
        yield running


def _opened(url: str) -> Iterator[Loaded]:
    return open_sources([url], private=True)


def _document(url: str) -> Document:
    (document,) = _opened(url)
    assert isinstance(document, Document)
    return document


def test_a_page_is_known_by_its_address(site: Site) -> None:
    url = site.put("/a", page(PAGE, "text/html; charset=utf-8"))
    document = _document(url)
    assert (document.source, document.url) == (url, url)
    assert document.outlet == "127.0.0.1"
    assert document.text == WORDS.strip()


def test_a_redirect_gives_the_final_address(site: Site) -> None:
    url = site.put("/final", page(PAGE))
    moved = site.put("/moved", (302, {"Location": "/final"}, b""))
    document = _document(moved)
    assert (document.source, document.url) == (moved, url)


def test_the_time_is_last_modified_else_now(site: Site) -> None:
    dated = site.put("/dated", page(PAGE, Last_Modified="Sun, 09 Mar 2025 12:30:00 GMT"))
    assert _document(dated).modified == datetime(2025, 3, 9, 12, 30, tzinfo=UTC)
    undated = site.put("/undated", page(PAGE, Last_Modified="yesterday"))
    assert abs(_document(undated).modified - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("path", "answer", "text"),
    [
        ("/t", page("Plain words.", "text/plain"), "Plain words."),
        ("/a.md", page("# A law\n\nText.", "text/plain"), "# A law\n\nText."),
        ("/b.md", page("Text.", ""), "Text."),
        ("/c.txt", page("Text.", "application/octet-stream"), "Text."),
        ("/m", page("# A law\n\nText.", "text/markdown"), "# A law\n\nText."),
        ("/l", page("Über alles.".encode("cp1252"), "text/plain; charset=cp1252"), "Über alles."),
        ("/w", page("Über", "text/plain; charset=no-such"), "Über"),
    ],
)
def test_the_media_type_or_the_name_decides_the_loader(
    site: Site, path: str, answer: Answer, text: str
) -> None:
    assert _document(site.put(path, answer)).text == text


def test_records_of_a_fetched_file_keep_their_own_names(site: Site) -> None:
    body = '{"text": "One."}\n{oops\n{"text": "Two.", "url": "https://x.example/2"}\n'
    url = site.put("/r", page(body, "application/x-ndjson"))
    first, bad, last = _opened(url)
    assert isinstance(bad, Skipped)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.source, first.url) == (f"{url}#1", None)
    assert last.url == "https://x.example/2"


def test_a_server_that_stumbles_is_asked_again(site: Site) -> None:
    url = site.put("/busy", (503, {}, b""), (429, {}, b""), page(PAGE))
    assert _document(url).text == WORDS.strip()
    assert site.asked["/busy"] == 3


def test_a_server_that_stays_down_is_left(site: Site) -> None:
    url = site.put("/down", (500, {}, b""))
    assert re.search(r"/down: 500 Internal Server Error$", why(_opened(url)))
    assert site.asked["/down"] == ATTEMPTS


def test_a_page_that_is_gone_is_asked_for_once(site: Site) -> None:
    assert re.search(r"/gone: 404 Not Found$", why(_opened(site.address + "/gone")))
    assert site.asked["/gone"] == 1


def test_a_type_that_no_loader_reads_is_refused(site: Site) -> None:
    url = site.put("/p", page(b"\x89PNG", "image/png"))
    assert re.search(r"/p: no loader reads \.png", why(_opened(url)))


def test_a_page_larger_than_the_limit_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 1_000)
    url = site.put("/large", page("x" * 1_001, "text/plain"))
    assert re.search(r"/large: larger than 1,000 bytes", why(_opened(url)))


def test_a_page_slower_than_the_limit_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "WHOLE_SECONDS", 0.0)
    url = site.put("/slow", page("words", "text/plain"))
    assert re.search(r"/slow: not read within", why(_opened(url)))


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://", "http://[bad/"])
def test_an_address_that_does_not_answer_is_named(url: str) -> None:
    assert re.search("http://", why(_opened(url)))


def test_a_redirect_away_from_the_web_is_refused(site: Site) -> None:
    url = site.put("/file", (302, {"Location": "file:///etc/hostname"}, b""))
    assert re.search("/file", why(_opened(url)))
