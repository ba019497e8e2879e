"""The page of the questions says what the questions are."""

from kg.query.page import page
from tests.require import ROOT


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == page()
