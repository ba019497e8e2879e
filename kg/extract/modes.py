"""Direct, indirect or mixed: how much of a content stands inside quotation marks.

Comes in: a Document, then contents in it. Goes out: a mask of the quoted characters, and the mode
of a content. Called by whatever turns spans into an Attribution.
"""

import re
from collections.abc import Iterable, Sequence

from schema.attribution import Mode
from schema.document import Document
from schema.span import Span

_MARK = re.compile('[“«„”»"\uff02]')
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
    inside, start = False, within.start
    for mark in _MARK.finditer(text, *within):
        if inside:
            mask[start : mark.start()] = b"\1" * (mark.start() - start)
        inside = mark[0] in "“«„" or (mark[0] not in "”»" and not inside)
        start = mark.end()
    if inside:
        mask[start : within.end] = b"\1" * (within.end - start)


def mode_of(text: str, mask: Sequence[int], content: Iterable[Span]) -> Mode:
    """Direct when every word of the content is quoted, indirect when none is, else mixed."""
    quoted = [bool(mask[m.start()]) for s in content for m in _WORD.finditer(text, s.start, s.end)]
    if not any(quoted):
        return Mode.INDIRECT
    return Mode.DIRECT if all(quoted) else Mode.MIXED
