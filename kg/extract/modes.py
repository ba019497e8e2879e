"""Direct, indirect or mixed: how much of a content stands inside quotation marks.

Comes in: a Document, then contents in it. Goes out: a mask of the quoted characters, and the mode
of a content. Called by whatever turns spans into an Attribution.
"""

import re
from collections.abc import Iterable, Sequence

from schema.attribution import Mode
from schema.document import Document
from schema.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def quoted_mask(document: Document) -> bytearray:
    """1 for each character of the text inside double marks, 0 elsewhere and outside the blocks.

    Deliberately plainer than `quotes.quotations`, and equal to the common scorer's mask where a
    paragraph is a line: straight marks toggle, and every block starts anew. So `mode_of` agrees
    with how the field counts modes.
    """
    mask = bytearray(len(document.text))
    for block in document.blocks:
        _mark(document.text, block.span, mask)
    return mask


def _mark(text: str, within: Span, mask: bytearray) -> None:
    inside = False
    for i in range(within.start, within.end):
        char = text[i]
        if char in "“«„":
            inside = True
        elif char in "”»":
            inside = False
        elif char in '"\uff02':
            inside = not inside
        elif inside:
            mask[i] = 1


def mode_of(text: str, mask: Sequence[int], content: Iterable[Span]) -> Mode:
    """Direct when every word of the content is quoted, indirect when none is, else mixed."""
    quoted = [bool(mask[m.start()]) for s in content for m in _WORD.finditer(text, s.start, s.end)]
    if not any(quoted):
        return Mode.INDIRECT
    return Mode.DIRECT if all(quoted) else Mode.MIXED
