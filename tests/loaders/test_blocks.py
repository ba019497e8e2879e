"""Segmentation: properties that hold for every text, and the joints that matter."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.decode import decode
from loaders.formats import markdown_blocks
from loaders.formats.markdown import MarkdownLoader
from loaders.formats.text import TextLoader
from loaders.page.blocks import lines, segment, turn_label
from schema.document import Block, BlockKind
from schema.errors import DocumentError

_PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", "\r", " ", "\t", "    ", "* ", "- ", "1. ", "> ", "# ", "---\n",
        "```\n", "| a | b |\n|---|---|\n| c | d |\n", "<figure>\n", "</figure>", "<figcaption>",
        "</figcaption>", "<div>\n", "[a](b)", "[a]: b\n", "**", "\\", "\u00a0", "\u2028", "\x0b",
        "A sentence that says something.", "MR. X: Yes.", "Q    No.", "BEIJING, March 8 -- ",
        "By Ann Lee", "Related news", "© 2020 X", "(Agency/Ann Lee)", "TITLE", "🌊", "é",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40).map("".join)
Segmenter = Callable[[str], Iterable[Block]]


def _fit(text: str, blocks: Iterable[Block]) -> None:
    last = 0
    for block in blocks:
        exact = block.span.of(text)
        assert last <= block.start < block.end <= len(text)
        assert exact == exact.strip()
        last = block.end


@pytest.mark.parametrize("segmenter", [segment, markdown_blocks.segment])
@settings(deadline=None)
@given(text=TEXTS)
def test_blocks_are_ordered_disjoint_and_trimmed(segmenter: Segmenter, text: str) -> None:
    _fit(text, segmenter(text))


@settings(deadline=None)
@given(text=TEXTS)
def test_every_word_of_plain_text_is_in_a_block_or_is_a_bullet(text: str) -> None:
    rest = list(text)
    for block in segment(text):
        rest[block.start : block.end] = " " * (block.end - block.start)
    assert all(len(x) <= 4 for x in "".join(rest).split()), "only bullets like '*' or '12.' remain"


@given(text=TEXTS)
def test_lines_make_up_the_text(text: str) -> None:
    assert "".join(x.of(text) for x in lines(text)) == text


@pytest.mark.parametrize(("suffix", "loader"), [(".txt", TextLoader()), (".md", MarkdownLoader())])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=TEXTS)
def test_a_loaded_document_is_the_file_and_its_blocks_fit(
    tmp_path: Path, suffix: str, loader: TextLoader, text: str
) -> None:
    path = tmp_path / f"any{suffix}"
    data = text.encode("utf-8", "ignore")
    path.write_bytes(data)
    try:
        expected = decode(data, source="any")
    except DocumentError:
        with pytest.raises(DocumentError, match="any"):
            list(loader.load(path, source="any"))
        return
    try:
        (document,) = loader.load(path, source="any")
    except DocumentError as error:
        assert text.startswith("---"), error  # only front matter can be malformed
        return
    assert document.text == expected
    _fit(document.text, document.blocks)


def test_lines_that_were_wrapped_are_one_block() -> None:
    text = (
        "The committee met on Monday to hear what the\n"
        "ministry had to say about the draft law, and\n"
        "then it adjourned.\n\nSecond paragraph."
    )
    assert [b.span.of(text).count("\n") for b in segment(text)] == [2, 0]


def test_lines_that_end_early_are_blocks_of_their_own() -> None:
    text = "May 3, 2025\nTag : AI\n\n" + "A paragraph that was not wrapped at all. " * 5
    assert [b.span.of(text)[:11] for b in segment(text)] == [
        "May 3, 2025",
        "Tag : AI",
        "A paragraph",
    ]


@pytest.mark.parametrize("bullet", ["* ", "- ", "• ", "1. ", "12) "])
def test_bullets_make_list_items_without_their_marker(bullet: str) -> None:
    text = f"{bullet}First point.\n{bullet}Second point."
    found = [(b.kind, b.span.of(text)) for b in segment(text)]
    assert found == [
        (BlockKind.LIST_ITEM, "First point."),
        (BlockKind.LIST_ITEM, "Second point."),
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("MS. JEAN-PAUL:  Okay.", "MS. JEAN-PAUL"),
        ("Q    Will he come?", "Q"),
        ("PRESIDENT LOURENÇO: (As interpreted.) Yes.", "PRESIDENT LOURENÇO"),
        ("Tag : AI", None),
        ("He said: no.", None),
        ("Questions remain.", None),
    ],
)
def test_turn_labels(text: str, label: str | None) -> None:
    assert turn_label(text) == label
