"""HTML: the article of the page with its metadata, and none of the page around it."""

from datetime import date

import pytest

from schema.document import BlockKind, DateSource
from tests.loaders.conftest import Load, Refused, content, texts

PAGE = """<!doctype html><html lang="en"><head><title>A law on AI | The Daily</title>
<meta charset="{charset}">
<meta property="og:title" content="A law on AI"><meta property="og:site_name" content="The Daily">
<meta name="author" content="Ann Lee"><meta name="author" content="Bob Berg">
<meta property="article:published_time" content="2025-06-18T23:30:00-04:00">
<link rel="canonical" href="https://daily.example/a-law"></head><body>
<nav><a href="/">Home</a> <a href="/t">Tech</a></nav>
<article><h1>A law on AI</h1><p>By Ann Lee | 18 June 2025<br>Read next: a link</p>
<p>SOLHAVN (TD) - The   board will
pass the law, Zoë Day said, and it will be <b>enforced</b> at once across the whole country.</p>
<h2>What comes next</h2>
<ul><li>Cities asked for more time to train their staff.</li><li>Firms asked for less.</li></ul>
<blockquote><p>“We are ready,” said Day, who heads the board, on the steps of the house.</p>
</blockquote></article>
<aside><h3>Related</h3><a href="/x">Another story</a></aside>
<footer>Copyright 2025 The Daily. All rights reserved.</footer></body></html>"""


def test_the_article_and_its_metadata(load: Load) -> None:
    document = load("a.html", PAGE.format(charset="utf-8"))
    assert document.headline == "A law on AI"
    assert document.url == "https://daily.example/a-law"
    assert document.outlet == document.agency == "The Daily"
    assert document.authors == ("Ann Lee", "Bob Berg")
    assert (document.published, document.published_source) == (date(2025, 6, 18), DateSource.PAGE)
    assert (document.language, document.dateline) == ("en", "SOLHAVN")


def test_blocks_are_the_elements_of_the_article(load: Load) -> None:
    document = load("a.html", PAGE.format(charset="utf-8"))
    assert texts(document, BlockKind.HEADLINE) == ["A law on AI"]
    assert texts(document, BlockKind.HEADING) == ["What comes next"]
    assert texts(document, BlockKind.BYLINE) == ["By Ann Lee | 18 June 2025"]
    assert texts(document, BlockKind.LIST_ITEM) == [
        "Cities asked for more time to train their staff.",
        "Firms asked for less.",
    ]
    assert texts(document, BlockKind.PARAGRAPH) == [
        "The board will pass the law, Zoë Day said, and it will be enforced at once across the "
        "whole country.",
        "“We are ready,” said Day, who heads the board, on the steps of the house.",
    ]


def test_nothing_of_the_page_around_it_is_content(load: Load) -> None:
    words = " ".join(content(load("a.html", PAGE.format(charset="utf-8"))))
    assert not [x for x in ("Home", "Tech", "Another story", "Copyright", "link") if x in words]


def test_a_page_in_another_encoding(load: Load) -> None:
    data = PAGE.format(charset="windows-1252").encode("cp1252")
    assert "Zoë Day said" in load("a.htm", data).text


@pytest.mark.parametrize("data", ["", "<html><body></body></html>", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_page_without_an_article_is_refused(refused: Refused, data: str | bytes) -> None:
    assert refused("a.html", data).startswith("a.html: no ")
