"""Plain text -> blocks: where paragraphs and list items begin and end.

Comes in: a text. Goes out: ordered `Block`s with trimmed spans; what they are (furniture, heading,
byline) is decided later by `loaders.page.furniture`.
"""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from schema.document import Block, BlockKind
from schema.span import Span, trim

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_BULLET = re.compile(r"\s*(?:[*•‣▪◦–-]|\d{1,3}[.)])\s+(?=\S)")
_LABEL = re.compile(r"\s*(?:Q(?=:|\s{2})|([^\s:][^:\n]{0,60}):\s)")
# No hand-wrapped text has lines as long as this: such a line is a whole paragraph.
_UNWRAPPED = 120


def lines(text: str) -> list[Span]:
    """The lines of a text with their ends; "\\n", "\\r\\n" and "\\r" end a line, nothing else."""
    return [Span(*m.span()) for m in _LINE.finditer(text)]


def block(
    text: str, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH
) -> Iterator[Block]:
    """The block of a passage without outer white space; none when nothing is left."""
    span = trim(text, Span(start, end))
    if span.start < span.end:
        yield Block(start=span.start, end=span.end, kind=kind)


def turn_label(text: str) -> str | None:
    """The label of a speaker's turn ("MS. JONES: ...", "Q ...") at the start of a text, if any."""
    match = _LABEL.match(text)
    if not match:
        return None
    label = match.group(1) or "Q"
    letters = [c for c in label if c.isalpha()]
    capital = sum(c.isupper() for c in letters)
    return label if letters and capital >= 0.7 * len(letters) else None


def segment(text: str) -> Iterator[Block]:
    """Paragraphs and list items: at blank lines, at bullets, and at line ends no wrapping made."""
    width = _width(text)
    for group in _groups(text):
        first = group[0]
        for line, following in pairwise([*group, Span(len(text), len(text))]):
            if line is group[-1] or _ends(text, line, following, width):
                yield from _item(text, Span(first.start, line.end))
                first = following


def _groups(text: str) -> Iterator[list[Span]]:
    """Runs of lines that are not blank."""
    group: list[Span] = []
    for line in lines(text):
        if line.of(text).strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _width(text: str) -> int:
    """The length that nine in ten lines stay within: the wrap column of a wrapped text."""
    lengths = sorted(len(x.of(text).rstrip()) for x in lines(text) if x.of(text).strip())
    return lengths[math.ceil(0.9 * len(lengths)) - 1] if lengths else 0


def _ends(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a block ends with this line, rather than being wrapped there."""
    after = following.of(text)
    if _BULLET.match(after) or turn_label(after):
        return True
    length = len(line.of(text).rstrip())
    word = len(after.split(maxsplit=1)[0])
    return length > _UNWRAPPED or length + 1 + word <= width


def _item(text: str, span: Span) -> Iterable[Block]:
    bullet = _BULLET.match(text, span.start, span.end)
    if bullet:
        return block(text, bullet.end(), span.end, BlockKind.LIST_ITEM)
    return block(text, span.start, span.end)
