"""Text from outside, made safe to print: a terminal obeys what it is sent.

Comes in: names of files, words of articles, messages of libraries. Goes out: the same with all that
steers a terminal or hides text written as an escape (`\\x1b`).
"""

import re

MOST = 300  # characters of a reason: a line of a log is read, a page is not

# Controls but tab and line feed, marks that turn the direction of writing (Unicode TR 36, 2.12.1),
# and halves of surrogate pairs, which no stream can encode.
_STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text with line feeds and tabs as they are, and every other control escaped."""
    unix = text.replace("\r\n", "\n")
    return _STEERS.sub(lambda m: ascii(m.group())[1:-1], unix)


def one_line(text: str, *, most: int = MOST) -> str:
    """The text in one line of at most `most` characters; what is cut off leaves an ellipsis."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= most else line[: most - 1] + "…"


def printable_json(line: str) -> str:
    """A line of JSON, which means the same, with its escapes for what steers a terminal."""
    return _STEERS.sub(lambda m: f"\\u{ord(m.group()):04x}", line)
