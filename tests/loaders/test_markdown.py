"""Markdown: front matter as stated facts, blocks by the parser's line maps, text as it is."""

from datetime import date

import pytest

from schema.document import BlockKind, DateSource
from tests.loaders.conftest import Load, Refused, content, texts

FULL = """---
title: "A law\u00a0on AI"
date: '2025-05-23'
modified_time: 2025-05-30 10:04:27-04:00
source_url: https://daily.example/a
outlet: The Daily
agency: Xyz
authors:
  - Ann Lee (rapporteur)
  - Bob Berg and Cy Day
lang: en
tags: [report]
---

# A law on AI

Text.
"""


def test_all_that_front_matter_states(load: Load) -> None:
    document = load("a.md", FULL)
    assert document.headline == "A law on AI"
    assert (document.published, document.published_source) == (
        date(2025, 5, 23),
        DateSource.METADATA,
    )
    assert document.url == "https://daily.example/a"
    assert (document.outlet, document.agency) == ("The Daily", "Xyz")
    assert document.authors == ("Ann Lee", "Bob Berg", "Cy Day")
    assert document.language == "en"
    assert texts(document, BlockKind.HEADLINE) == ["A law on AI"]
    assert content(document) == ["Text."]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_front_matter_is_a_block_and_the_text_is_the_file(load: Load, line_end: str) -> None:
    text = FULL.replace("\n", line_end)
    document = load("a.md", text)
    assert document.text == text
    (front,) = texts(document, BlockKind.FRONT_MATTER)
    assert front.startswith("---") and front.endswith("---") and "tags" in front


def test_the_published_time_gives_the_day_where_no_date_is_stated(load: Load) -> None:
    document = load("a.md", "---\npublished_time: 2024-10-24 21:55:00-04:00\n---\nText.\n")
    assert document.published == date(2024, 10, 24)


def test_malformed_front_matter_is_named_with_its_line(refused: Refused) -> None:
    reason = refused("a.md", '---\ntitle: A law\nauthor: "Ann\n---\nText.\n')
    assert reason.startswith("a.md: a.md:3: front matter: ")


def test_a_date_that_is_none_is_named(refused: Refused) -> None:
    reason = refused("a.md", "---\ndate: soon\n---\nText.\n")
    assert reason == "a.md: front matter: date: 'soon' is no date"


def test_rules_around_prose_are_no_front_matter(load: Load) -> None:
    document = load("a.md", "---\nJust prose.\n\n---\n\nMore prose.\n")
    assert content(document) == ["Just prose.", "More prose."]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Wrapped\nlines.", [(BlockKind.PARAGRAPH, "Wrapped\nlines.")]),
        (
            "- One\n  more.\n- Two.\n\n  Inside.\n    1. Deep.",
            [
                (BlockKind.LIST_ITEM, "One\n  more."),
                (BlockKind.LIST_ITEM, "Two."),
                (BlockKind.PARAGRAPH, "Inside."),
                (BlockKind.LIST_ITEM, "Deep."),
            ],
        ),
        ("## A heading ##\nText.", [
            (BlockKind.HEADING, "A heading"), (BlockKind.PARAGRAPH, "Text.")
        ]),
        ("> Quoted words.", [(BlockKind.PARAGRAPH, "Quoted words.")]),
        ("Text.\n\n    Indented is no code.", [
            (BlockKind.PARAGRAPH, "Text."), (BlockKind.PARAGRAPH, "Indented is no code.")
        ]),
        ("First sentence.  \nSecond one.", [
            (BlockKind.PARAGRAPH, "First sentence."), (BlockKind.PARAGRAPH, "Second one.")
        ]),
        ("Broken in the  \nmiddle.", [(BlockKind.PARAGRAPH, "Broken in the  \nmiddle.")]),
        ("One.\n\u00a0\nTwo.", [(BlockKind.PARAGRAPH, "One."), (BlockKind.PARAGRAPH, "Two.")]),
        ("Text **kept** [as](https://x.example) it\\'s.", [
            (BlockKind.PARAGRAPH, "Text **kept** [as](https://x.example) it\\'s.")
        ]),
        ("```\ncode\n```", [(BlockKind.FURNITURE, "```\ncode\n```")]),
        ('<span class="x">\nWords in a span.\n</span>', [
            (BlockKind.PARAGRAPH, '<span class="x">\nWords in a span.\n</span>')
        ]),
        ("| a | b |\n|---|---|\n| Costs one. | Two. |", [
            (BlockKind.PARAGRAPH, "a | b |"), (BlockKind.PARAGRAPH, "Costs one. | Two. |")
        ]),
    ],
)  # fmt: skip
def test_blocks(load: Load, markdown: str, expected: list[tuple[BlockKind, str]]) -> None:
    # A stated title, so that no block is taken for the headline.
    document = load("a.md", f"---\ntitle: Another\n---\n\n{markdown}\n")
    found = [(b.kind, b.span.of(document.text)) for b in document.blocks]
    assert found[1:] == expected


def test_a_figure_is_furniture_and_its_caption_a_caption(load: Load) -> None:
    figure = '<figure>\n<img src="a.png">\n<figcaption>Ann Lee, chair.</figcaption>\n</figure>'
    document = load("a.md", f"Text.\n\n{figure}\n\nMore text.\n")
    assert texts(document, BlockKind.CAPTION) == ["Ann Lee, chair."]
    assert content(document) == ["Text.", "More text."]
