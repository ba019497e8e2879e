"""Which characters of a document stand inside double quotation marks."""

import re

from schema.document import Document
from schema.span import Span

_MARK = re.compile('[“«„”»"\uff02]')


def quoted_mask(document: Document) -> bytearray:
    """1 for each character of the text inside double marks, 0 elsewhere and outside the blocks.

    Deliberately plainer than `kg.english.quotes`, and equal to the common scorer's mask where a
    paragraph is a line: straight marks toggle, and every block starts anew. So a mode that is read
    from it agrees with how the field counts modes.
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
