"""Quotation marks are paired per paragraph, and modes agree with the field's own mask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.english.quotes import quotations
from kg.extract.attributions.modes import mode_of
from kg.read.quoted import quoted_mask
from schema.attribution import Mode
from schema.span import Span
from tests.extract.written import written


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Rules help," she said. "They last."', ["Rules help,", "They last."]),
        ("“Rules help,” she said. “They last.”", ["Rules help,", "They last."]),
        ("«Rules help», she said.", ["Rules help"]),
        ("``Rules help,'' she said.", ["Rules help,"]),
        ('She is 5\'10" tall and said "no".', ["no"]),
        ("He said: “We need", ["We need"]),
        ("“First part.\n“Second part.” Then more.", ["First part.", "Second part."]),
        ("No marks at all.", []),
        ("a stray closing mark” here", []),
        ("He said ''yes'' and left.", ["yes"]),
        ('"First part.\n\n"Second part," he said.', ["First part.", "Second part,"]),
        ('A stray " mark', []),
        ("“He called it “bad” twice,” she said.", ["He called it “bad"]),
        ("", []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


def test_a_mark_without_partner_does_not_leak_into_the_next_paragraph() -> None:
    text = "He said: “We need rules.\n\nNobody answered.\n\n“Never,” she said."
    assert [text[q.start : q.end] for q in quotations(text)] == ["We need rules.", "Never,"]


def test_only_a_closed_quotation_is_closed() -> None:
    opened, closed = quotations("“First part.\n\n“Second part,” he said.")
    assert (opened.closed, closed.closed) == (False, True)


def test_marks_lie_outside_what_is_said() -> None:
    (quote,) = quotations("Say ''yes'' now")
    assert (quote.before, quote.start, quote.end, quote.after) == (4, 6, 9, 11)


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ("Rules help", Mode.DIRECT),
        ("the law is “weak”", Mode.MIXED),
        ("the law is", Mode.INDIRECT),
    ],
)
def test_mode(content: str, mode: Mode) -> None:
    document = written("“Rules help,” she said, adding that the law is “weak”.")
    start = document.text.index(content)
    span = Span(start, start + len(content))
    assert mode_of(document.text, quoted_mask(document), [span]) is mode


def test_a_straight_quotation_may_run_over_a_hard_line_break() -> None:
    document = written('"The rules of the\nassembly help," she said.')
    span = Span(1, document.text.index(","))
    assert mode_of(document.text, quoted_mask(document), [span]) is Mode.DIRECT


def test_an_unclosed_straight_mark_ends_with_its_block() -> None:
    document = written('"The rules help, she said.', "Nobody answered her.")
    start = document.text.index("Nobody")
    span = Span(start, start + 6)
    assert mode_of(document.text, quoted_mask(document), [span]) is Mode.INDIRECT


@given(st.text(alphabet="ab \n\"“”'`«»,.", max_size=80))
def test_quotations_are_in_range_and_apart(text: str) -> None:
    last = 0
    for q in quotations(text):
        assert last <= q.before < q.start <= q.end <= q.after <= len(text)
        last = q.after
