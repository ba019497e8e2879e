"""Whole articles: the project's samples against their gold, the seed, and White House documents."""

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.base import Skipped
from loaders.sources import open_sources
from schema.document import CONTENT, BlockKind, DateSource, Document, DocumentKind
from schema.span import Span
from tests.loaders.conftest import texts
from tests.require import ROOT

Gold = dict[str, Any]
GOLD = sorted((ROOT / "samples" / "gold").glob("*.json"))


@pytest.fixture(scope="module")
def loaded(samples: Path) -> dict[str, Document]:
    """All samples, by source."""
    found = list(open_sources([str(samples)]))
    assert [x for x in found if isinstance(x, Skipped)] == []
    return {x.source: x for x in found if isinstance(x, Document)}


@pytest.fixture(params=GOLD, ids=lambda x: x.stem)
def pair(request: pytest.FixtureRequest, loaded: dict[str, Document]) -> tuple[Gold, Document]:
    """A sample's gold and its Document."""
    gold: Gold = json.loads(request.param.read_text(encoding="utf-8"))
    record = f"#{gold['record']}" if "record" in gold else ""
    return gold, loaded[gold["file"] + record]


def test_what_is_known_of_a_sample(pair: tuple[Gold, Document]) -> None:
    gold, document = pair
    assert document.headline == gold["headline"]
    assert document.outlet is not None
    # A department may follow: "Senate, Official Record".
    assert document.outlet.startswith(gold["publisher"])
    assert list(document.authors) == gold["authors"]
    assert str(document.published) == gold["published"]
    assert document.kind == gold["document_type"]
    assert document.url == gold.get("url")
    if document.kind is DocumentKind.NEWS_ARTICLE:
        assert document.dateline == gold["dateline"]


def _passages(gold: Gold, document: Document) -> list[Span]:
    """Where the content of the gold statements stands in the loaded text."""
    if document.source.endswith(".html"):  # the gold counts in the page, a Document in its article
        words = (" ".join(x.split()) for s in gold["statements"] for x in s["content"])
        return [Span(at, at + len(x)) for x in words if (at := document.text.index(x)) >= 0]
    return [Span(*span) for s in gold["statements"] for span in s["spans"]["content"]]


def test_every_gold_statement_stands_in_content(pair: tuple[Gold, Document]) -> None:
    gold, document = pair
    other = [b.span for b in document.blocks if b.kind not in CONTENT]
    content = [b.span for b in document.content()]
    passages = _passages(gold, document)
    assert passages
    for passage in passages:
        assert not [x for x in other if x.overlaps(passage)], passage.of(document.text)
        assert [x for x in content if x.overlaps(passage)], passage.of(document.text)


def test_no_sign_of_a_page_is_content(loaded: dict[str, Document]) -> None:
    signs = ("Copyright", "©", "Home>>", "Tag :", "Read Next", "Most read", "Related", "By Ann")
    found = [
        (document.source, sign)
        for document in loaded.values()
        for block in document.content()
        for sign in signs
        if sign in block.span.of(document.text)
    ]
    assert found == []


@pytest.mark.shared
def test_the_seed_article(shared: Path) -> None:
    gold = json.loads((shared / "data" / "seed" / "gold.json").read_text(encoding="utf-8"))
    (document,) = open_sources([str(shared / "data" / "seed" / gold["file"])])
    assert isinstance(document, Document)
    assert (document.headline, document.dateline) == (gold["headline"], gold["dateline"])
    assert document.agency == document.outlet == gold["publisher"]
    assert list(document.authors) == gold["authors"]
    assert str(document.published) == gold["published"]
    assert document.published_source is DateSource.BYLINE
    assert len(texts(document, BlockKind.CAPTION)) == 3
    assert len(texts(document, BlockKind.LIST_ITEM)) == 3
    statements = [x for s in gold["statements"] for x in s["content"]]
    content = [b.span.of(document.text) for b in document.content()]
    assert [x for x in statements if not any(x in words for words in content)] == []


@pytest.mark.shared
def test_white_house_documents(shared: Path) -> None:
    folder = shared / "data" / "whitehouse-ai"
    paths = sorted(folder.rglob("*.md"))[::25]
    documents = [x for p in paths for x in open_sources([str(p)])]
    assert len(documents) == len(paths) >= 19
    for path, document in zip(paths, documents, strict=True):
        assert isinstance(document, Document)
        assert document.text == path.read_bytes().decode("utf-8")
        assert document.published_source is DateSource.METADATA
        assert document.headline
        assert document.url
        assert document.blocks[0].kind is BlockKind.FRONT_MATTER
        inside = sum(b.end - b.start for b in document.content())
        assert inside > 0.6 * (len(document.text) - document.blocks[0].end)
