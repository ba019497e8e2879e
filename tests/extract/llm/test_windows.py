"""Windows: every content paragraph is asked about once, with what stands before it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.llm import windows as module
from kg.extract.llm.windows import BEFORE, CHARACTERS, Window, windows
from kg.read.reading import read
from schema.document import BlockKind
from tests.extract.written import written


def cut(*paragraphs: str | tuple[str, BlockKind]) -> list[Window]:
    document = written(*paragraphs)
    return list(windows(read(document)))


def test_a_short_article_is_one_question() -> None:
    (window,) = cut("Ada Roe spoke.", "She said no.")
    assert [s.text for s in window.own] == ["Ada Roe spoke.", "She said no."]
    assert window.before == ()


def test_captions_headings_and_marks_are_not_asked_about() -> None:
    (window,) = cut(
        ("A photo.", BlockKind.CAPTION), "* * *", "She said no.", ("No", BlockKind.HEADING)
    )
    assert [s.text for s in window.own] == ["She said no."]


def test_nothing_to_read_is_no_question() -> None:
    assert cut(("A photo.", BlockKind.CAPTION)) == []


def test_a_source_is_looked_for_before_the_window_only_on_demand() -> None:
    first, second = cut("Ada Roe spoke. " + "a " * (CHARACTERS // 2), "She said no.")
    assert [s.text for s in second.before] == [s.text for s in first.own]
    assert second.find("Ada Roe") == []
    assert len(second.find("Ada Roe", before=True)) == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(1, 30), max_size=12))
def test_each_paragraph_is_in_one_window(sizes: list[int]) -> None:
    paragraphs = [f"p{i} " + "word " * n + "." for i, n in enumerate(sizes)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CHARACTERS", 60)
        found = cut(*paragraphs)
    assert [s.text for w in found for s in w.own] == paragraphs
    for i, window in enumerate(found):
        earlier = [s.text for w in found[:i] for s in w.own]
        assert [s.text for s in window.before] == earlier[-BEFORE:]
        assert len(window.own) == 1 or sum(len(s.text) for s in window.own) <= 60
