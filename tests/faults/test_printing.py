"""Names of files and words of articles reach a terminal as text, never as orders to it."""

import pytest

from schema.printable import one_line, printable


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b]0;gone\x07", r"\x1b]0;gone\x07"),
        ("a\x9b31mred", r"a\x9b31mred"),
        ("evil\u202etxt.exe", r"evil\u202etxt.exe"),
        ("half \udcff", r"half \udcff"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("back\rover", r"back\rover"),
        ("plain “é” 🙂", "plain “é” 🙂"),
    ],
)
def test_what_steers_a_terminal_is_escaped(given: str, shown: str) -> None:
    assert printable(given) == shown


def test_a_reason_is_one_line_and_not_a_page() -> None:
    assert one_line("a\n  b\tc") == "a b c"
    assert len(one_line("word " * 1000)) == 300
