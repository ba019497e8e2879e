"""Double quotation marks: where quotations open and close.

Comes in: a text. Goes out: its quotations. Called by the rules for direct speech, by the trained
model and by its training, which has nothing but the standard library and what it trains with.

Marks are paired inside one block of lines. A quotation that runs over several paragraphs opens each
of them anew and closes only the last one, so an opening mark without a partner quotes up to the
end of its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[\"\uff02“”„«»]|''|``")
_BLOCK = re.compile(r"(?:[^\n]|\n(?![ \t\r]*\n))+")
_OPENS = frozenset({"“", "„", "«", "``"})
_CLOSES = frozenset({"”", "»"})
_BEFORE_OPENING = frozenset("([{—–―-/‘'")


@dataclass(frozen=True)
class Quotation:
    """What is said lies at `start:end`, the marks at `before:start` and `end:after`."""

    before: int
    start: int
    end: int
    after: int

    @property
    def closed(self) -> bool:
        """False where the paragraph ended before a closing mark came."""
        return self.after > self.end


def quotations(text: str) -> list[Quotation]:
    """All quotations of the text in order; they never overlap."""
    return [q for block in _BLOCK.finditer(text) for q in _pair(text, block.start(), block.end())]


def _pair(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _may_open(text, mark):
                opened = mark
        elif _reopens(text, opened, mark):
            yield _unclosed(text, opened, end)
            opened = mark
        elif not _opens_only(text, mark):
            yield Quotation(opened.start(), opened.end(), mark.start(), mark.end())
            opened = None
    if opened is not None:
        yield _unclosed(text, opened, end)


def _unclosed(text: str, opened: re.Match[str], end: int) -> Quotation:
    line_end = text.find("\n", opened.end(), end)
    stop = end if line_end < 0 else line_end
    return Quotation(opened.start(), opened.end(), stop, stop)


def _reopens(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """A mark that starts a line while a quotation is open repeats the opening of it."""
    line = text.rfind("\n", opened.end(), mark.start())
    return line >= 0 and not text[line : mark.start()].strip() and _may_open(text, mark)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENS:
        return True
    if mark[0] in _CLOSES:
        return False
    follows = text[mark.end() : mark.end() + 1]
    return bool(follows) and not follows.isspace() and not _inches(text, mark)


def _opens_only(text: str, mark: re.Match[str]) -> bool:
    """Inside an open quotation a mark that can only open is nested or stray: it closes nothing."""
    if mark[0] in _OPENS:
        return True
    if mark[0] in _CLOSES:
        return False
    precedes = text[mark.start() - 1 : mark.start()]
    follows = text[mark.end() : mark.end() + 1]
    return (precedes.isspace() or precedes in _BEFORE_OPENING) and follows.isalnum()


def _inches(text: str, mark: re.Match[str]) -> bool:
    """5'10" tall: a straight mark right after a digit measures, it does not quote."""
    return mark[0] == '"' and mark.start() > 0 and text[mark.start() - 1].isdigit()
