"""Direct, indirect or mixed: how much of a content stands inside quotation marks."""

import re
from collections.abc import Iterable, Sequence

from schema.attribution import Mode
from schema.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def mode_of(text: str, quoted: Sequence[int], content: Iterable[Span]) -> Mode:
    """Direct when every word of the content is quoted, indirect when none is, else mixed.

    `quoted` marks the characters inside quotation marks (`kg.read.quoted`).
    """
    words = [bool(quoted[m.start()]) for s in content for m in _WORD.finditer(text, *s)]
    if not any(words):
        return Mode.INDIRECT
    return Mode.DIRECT if all(words) else Mode.MIXED
