"""Pairing of quotation marks: `kg.extract.model.quotes`."""

import pytest

from kg.extract.model.quotes import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and left.", ["yes"]),
        ("He said ''yes'' and left.", ["yes"]),
        ("He said ``yes'' and left.", ["yes"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("“First part.\n\n“Second part,” he said.", ["First part.", "Second part,"]),
        ("“First part.\n“Second part,” he said.", ["First part.", "Second part,"]),
        ('"First part.\n\n"Second part," he said.', ["First part.", "Second part,"]),
        ('A 5\'10" man said "hello there".', ["hello there"]),
        ('A stray " mark', []),
        ("“He called it “bad” twice,” she said.", ["He called it “bad"]),
        ('"Never closed\n\nNext paragraph.', ["Never closed"]),
        ("", []),
    ],
)
def test_what_stands_between_the_marks(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


def test_only_a_closed_quotation_is_closed() -> None:
    opened, closed = quotations("“First part.\n\n“Second part,” he said.")
    assert (opened.closed, closed.closed) == (False, True)


def test_marks_lie_outside_what_is_said() -> None:
    (quote,) = quotations("Say ''yes'' now")
    assert (quote.before, quote.start, quote.end, quote.after) == (4, 6, 9, 11)
