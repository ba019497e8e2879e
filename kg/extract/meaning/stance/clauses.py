"""A statement's content in clauses, less what is not the speaker's own assertion.

Comes in: a text and a content in it. Goes out: clauses; what one of them takes a side on does not
reach the next.
"""

import re
from collections.abc import Iterator

from kg.extract.meaning.stance.lexicon import CLAUSE_END, GOING_ON, HYPOTHETICAL, OTHERS
from schema.span import Span

_SENTENCE_END = re.compile(r"[.?!][\"”’']?(?=\s|$)|$")
_FAR = 2000  # characters, more than a sentence has
_BINDING = frozenset({"that", "who", "which"})


def clauses_of(text: str, content: Span) -> Iterator[Span]:
    """The clauses in order."""
    start = content.start
    for end in CLAUSE_END.finditer(text, *content):
        if (
            end["word"]
            and end["word"].lower() in _BINDING
            and GOING_ON.search(text, start, end.start())
        ):
            continue
        if end.start() > start:
            yield Span(start, end.start())
        start = end.end()
    if start < content.end:
        yield Span(start, content.end)


def is_asserted(text: str, content: Span, clause: Span) -> bool:
    """Whether the speaker says it: no question, no condition, not what others say."""
    # Only so far back: of a quotation of a hundred clauses each would ask for all before it.
    begin = max(content.start, clause.start - _FAR)
    before = text[begin : clause.start]
    around = (*before.split()[-1:], *clause.of(text).split()[:1])
    if any(word.lower() in HYPOTHETICAL for word in around):
        return False
    sentence_start = max(before.rfind(mark) for mark in ".?!") + 1
    others = OTHERS.search(text, begin + sentence_start, clause.end)
    end = _SENTENCE_END.search(text, clause.end, content.end)
    asks = end is not None and end.group().startswith("?")
    return others is None and not asks
