"""The topic mentions of a document by place, and what is asked of all of them only once.

Comes in: a Document and its topic mentions. Goes out: those inside some passages, the block around
a passage, how often each topic is named.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from kg.extract.meaning.topics.bodies import is_body
from schema.attribution import TopicMention
from schema.document import Document
from schema.span import Span
from schema.span_index import SpanIndex

_SENTENCE_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_LEAD = 1  # what a mention in the lead is worth beside others


class TopicPlaces:
    """The topic mentions of one document."""

    def __init__(self, document: Document, mentions: Iterable[TopicMention]) -> None:
        self._document = document
        self._all = tuple(mentions)
        self._index = SpanIndex((m.span, m) for m in self._all)
        self.blocks = [b.span for b in document.content()]
        self._sentences: dict[int, list[Span]] = {}
        self._block_index = SpanIndex((b, i) for i, b in enumerate(self.blocks))

    def __len__(self) -> int:
        return len(self._all)

    def inside(self, passages: Iterable[Span]) -> list[TopicMention]:
        """Those that lie wholly in one of some passages."""
        return [m for p in passages for m in self._index.inside(p)]

    def block_of(self, passage: Span) -> int | None:
        """The number of the first content block that shares a character with a passage."""
        return next(iter(self._block_index.meeting(passage)), None)

    def sentences(self, block: int) -> list[Span]:
        """The sentences of a content block, by its number."""
        if block not in self._sentences:
            self._sentences[block] = _sentences(self._document.text, self.blocks[block])
        return self._sentences[block]

    @cached_property
    def times(self) -> Counter[str]:
        """How often each topic is named, bodies left out; in the lead a mention counts twice."""
        counts: Counter[str] = Counter()
        lead = self.blocks[0] if self.blocks else None
        for mention in self._all:
            if not is_body(self._document.text, mention):
                in_lead = lead is not None and lead.contains(mention.span)
                counts[mention.topic] += 1 + _LEAD * in_lead
        return counts


def _sentences(text: str, within: Span) -> list[Span]:
    """Sentences well enough for nearness; a wrong cut only makes a passage smaller."""
    starts = [within.start, *(m.end() for m in _SENTENCE_END.finditer(text, *within))]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], within.end], strict=True)]
