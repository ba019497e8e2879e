"""One paragraph as it was read: its tokens, by their places in the document.

Comes in: a block and its tokens. Goes out: the tokens of a passage, the verbs, the names.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from kg.read.network.encode import Word
from kg.read.tree import Name, Token, names
from schema.document import Block
from schema.span import Span


class Paragraph:
    """A block of content or a caption. `text` has as many characters as the block, without markup;
    `words` are what the network read and `scores` what it says of attributions in them.
    """

    def __init__(
        self,
        block: Block,
        text: str,
        tokens: Sequence[Token],
        words: Sequence[Word],
        scores: np.ndarray,
    ) -> None:
        self.block, self.text, self.tokens = block, text, tokens
        self.words, self.scores = words, scores

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names that the network recognised, in order."""
        return tuple(names(self.tokens))

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """The verbs, in order."""
        return tuple(t for t in self.tokens if t.pos == "VERB")

    @cached_property
    def pos_at(self) -> dict[int, str]:
        """The part of speech of the token that begins at an offset in the document."""
        return {t.start: t.pos for t in self.tokens}

    def verbs_in(self, passage: Span) -> Sequence[Token]:
        """The verbs that share a character with a passage of the document's text."""
        first = bisect_right(self.verbs, passage.start, key=lambda t: t.end)
        return self.verbs[first : bisect_left(self.verbs, passage.end, key=lambda t: t.start)]

    def last_token(self, passage: Span) -> Token | None:
        """The token that the last character of a passage lies in or behind."""
        at = bisect_left(self.tokens, passage.end, key=lambda t: t.start) - 1
        return self.tokens[max(at, 0)] if self.tokens else None

    def tokens_in(self, passage: Span) -> Sequence[Token]:
        """The tokens that lie wholly in a passage of the document's text."""
        first = bisect_left(self.tokens, passage.start, key=lambda t: t.start)
        last = bisect_right(self.tokens, passage.end, lo=first, key=lambda t: t.end)
        return self.tokens[first:last]
