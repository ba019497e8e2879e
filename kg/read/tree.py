"""Tokens and how they hang together: the dependency trees of one paragraph.

Comes in: the network's words of a paragraph, which of them begin a token, and what the network says
of them. Goes out: `Token`s, each with its head and children, and the names among them. The labels
are those of spaCy's English models, from which the network has learned them (ClearNLP's relations,
Penn's and universal parts of speech, OntoNotes' kinds of names).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schema.span import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(eq=False, slots=True)
class Token:
    """A word or sign at `start:end` of the document, number `i` of its paragraph.

    `relation` is what it is to its `head`, which is itself in a root; `kind` the kind of name it is
    part of, empty for none. What hangs on it reaches from token `first` to token `last` of `row`,
    the tokens of the paragraph; `root` is the root of its sentence.
    """

    i: int
    start: int
    end: int
    text: str
    tag: str
    pos: str
    relation: str
    kind: str
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(init=False, repr=False)
    first: int = field(init=False, repr=False)
    last: int = field(init=False, repr=False)
    row: Sequence[Token] = field(init=False, repr=False)
    root: Token = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.head, self.children, self.first, self.last = self, [], self.i, self.i
        self.row, self.root = (self,), self

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def span(self) -> Span:
        """Its passage in the document."""
        return Span(self.start, self.end)

    @property
    def subtree(self) -> Sequence[Token]:
        """It and all that hangs on it."""
        return self.row[self.first : self.last + 1]

    def child(self, *relations: str) -> Token | None:
        """The first child with one of some relations."""
        return next((c for c in self.children if c.relation in relations), None)

    def above(self) -> Iterator[Token]:
        """The tokens that it hangs on, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@dataclass(frozen=True)
class Name:
    """A run of tokens of one kind of name; `head` is the one on which the others hang."""

    tokens: tuple[Token, ...]
    kind: str

    @property
    def span(self) -> Span:
        """Its passage in the document."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def head(self) -> Token:
        """The first token that hangs on none of the others."""
        inside = range(self.tokens[0].i, self.tokens[-1].i + 1)
        return next(t for t in self.tokens if t.head.i not in inside or t.head is t)


def planted(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Hang each token on its head, by number; the arcs must not cross nor make circles."""
    for token, above in zip(tokens, heads, strict=True):
        token.row, token.head = tokens, tokens[above]
        if token.head is not token:
            token.head.children.append(token)
    lowest_first = _lowest_first(tokens)
    for token in reversed(lowest_first):
        token.root = token.head.root
    for token in lowest_first:
        token.head.first = min(token.head.first, token.first)
        token.head.last = max(token.head.last, token.last)


def _lowest_first(tokens: Sequence[Token]) -> list[Token]:
    """The tokens in an order in which each comes before its head."""
    order = [t for t in tokens if t.head is t]
    for token in order:  # grows as it is walked through
        order += token.children
    return order[::-1]


def names(tokens: Sequence[Token]) -> Iterator[Name]:
    """The names, in order. Neighbours of one kind are one name: two names of the same kind with
    nothing between them are rarer than a beginning seen twice.
    """
    run: list[Token] = []
    for token in tokens:
        if run and run[0].kind != token.kind:
            yield Name(tuple(run), run[0].kind)
            run = []
        if token.kind:
            run.append(token)
    if run:
        yield Name(tuple(run), run[0].kind)
