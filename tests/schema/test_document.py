"""schema.document: blocks that fit, a key and a digest that say the right things."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from schema.document import Block, BlockKind, DateSource, Document
from schema.span import Span

MODIFIED = datetime(2026, 1, 1, tzinfo=UTC)


def _document(text: str = "One. Two.", **given: Any) -> Document:
    return Document(**{"source": "a.txt", "text": text, "modified": MODIFIED, **given})


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[str, tuple[Block, ...]]:
    parts = draw(st.lists(st.tuples(st.text("a🤖é", min_size=1), st.sampled_from(BlockKind))))
    text, blocks = "", []
    for words, kind in parts:
        text += "\n\n"
        blocks.append(Block(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    return text, tuple(blocks)


@settings(deadline=None)
@given(_blocks())
def test_blocks_are_passages_of_the_text(made: tuple[str, tuple[Block, ...]]) -> None:
    text, blocks = made
    document = _document(text, blocks=blocks)
    assert "".join(block.span.of(text) for block in document.blocks) == text.replace("\n\n", "")
    assert {b.kind for b in document.content()} <= {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}


@settings(deadline=None)
@given(_blocks())
def test_a_document_survives_json(made: tuple[str, tuple[Block, ...]]) -> None:
    document = _document(made[0], blocks=made[1], published=date(2026, 1, 2), authors=("A", "B"))
    again = Document.model_validate_json(document.model_dump_json())
    assert again == document
    assert again.sha256 == document.sha256


@pytest.mark.parametrize(
    "spans",
    [[(0, 4), (3, 6)], [(5, 9), (0, 4)], [(0, 10)], [(4, 4)], [(5, 3)]],
    ids=["overlap", "order", "past the end", "empty", "backwards"],
)
def test_blocks_that_do_not_fit_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValidationError, match=r"a\.txt"):
        _document(blocks=tuple(Block(start=s, end=e) for s, e in spans))


def test_a_field_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        _document(colour="red")


def test_the_key_is_the_address_and_else_the_name() -> None:
    assert (
        _document(url="https://a.example/x").uri
        == _document("Other.", url="https://a.example/x/", source="b.txt").uri
    )
    assert _document().uri == _document("Other.").uri
    assert _document().uri != _document(source="b.txt").uri


@pytest.mark.parametrize(
    "other",
    [
        {"text": "One. Three."},
        {"headline": "H"},
        {"published": date(2026, 1, 2)},
        {"published_source": DateSource.PAGE},
        {"blocks": (Block(start=0, end=4),)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_the_digest_covers_all_that_the_graph_derives_from(other: dict[str, Any]) -> None:
    assert _document(**other).sha256 != _document().sha256


def test_a_touched_file_is_no_new_version() -> None:
    assert _document(modified=datetime(2027, 1, 1, tzinfo=UTC)).sha256 == _document().sha256


def test_offsets_are_code_points() -> None:
    document = _document("🤖é x", blocks=(Block(start=3, end=4),))
    assert document.blocks[0].span == Span(3, 4)
    assert document.blocks[0].span.of(document.text) == "x"
