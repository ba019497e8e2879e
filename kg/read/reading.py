"""A Document as it was read, once: words, sentences, trees and names, for extraction and linking.

Comes in: a Document. Goes out: a `Reading`, whose tokens know their offsets in the document's text.
"""

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from kg.read.network.encode import Word, words
from kg.read.network.network import WEIGHTS, Network
from kg.read.network.parse import Parse
from kg.read.paragraph import Paragraph
from kg.read.phrases import NounPhrase, phrase_in
from kg.read.quoted import quoted_mask
from kg.read.tokens import token_starts
from kg.read.tree import Token, planted
from kg.read.visible import READ, visible
from schema.document import CONTENT, Document
from schema.errors import ConfigurationError
from schema.span import Span


@dataclass(frozen=True)
class Reading:
    """A document and its paragraphs of content and captions, in order.

    `shown` has as many characters as the text, but nothing of it that was not read (`visible`).
    """

    document: Document
    paragraphs: tuple[Paragraph, ...]
    shown: str

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def quoted(self) -> bytearray:
        """1 for each character of the text inside double quotation marks, else 0."""
        return quoted_mask(self.document)

    def without(self, blocks: Collection[int]) -> "Reading":
        """The same without the paragraphs that begin at some places."""
        kept = (p for p in self.paragraphs if p.block.start not in blocks)
        return replace(self, paragraphs=tuple(kept))

    def content(self) -> Iterator[Paragraph]:
        """The paragraphs without the captions."""
        return (p for p in self.paragraphs if p.block.kind in CONTENT)

    def paragraph_at(self, at: int) -> Paragraph | None:
        """The last paragraph that begins at or before a place in the document's text."""
        index = bisect_right(self.paragraphs, at, key=lambda p: p.block.start) - 1
        return self.paragraphs[index] if index >= 0 else None

    @cached_property
    def _nouns(self) -> dict[str, list[Token]]:
        """The nouns by the word, in text order: many ask for a few words each."""
        found: dict[str, list[Token]] = {}
        for token in (t for p in self.paragraphs for t in p.tokens):
            if token.pos in {"NOUN", "PROPN"}:
                found.setdefault(token.lower, []).append(token)
        return found

    def phrases(self, nouns: Iterable[str], within: Span | None = None) -> list[NounPhrase]:
        """The phrases whose head is one of some nouns, in text order; inside a passage, or all."""
        start, end = within or Span(0, len(self.text))
        found: list[Token] = []
        for known in (self._nouns.get(noun, []) for noun in nouns):
            first = bisect_left(known, start, key=lambda t: t.start)
            found += known[first : bisect_right(known, end, key=lambda t: t.end)]
        return [NounPhrase(t) for t in sorted(found, key=lambda t: t.start)]

    def phrase(self, passage: Span) -> NounPhrase | None:
        """The noun phrase that a passage is; None when it has no noun."""
        return phrase_in(self.tokens_in(passage))

    def tokens_in(self, passage: Span) -> Sequence[Token]:
        """The tokens that lie wholly in a passage, of the paragraph that it begins in."""
        paragraph = self.paragraph_at(passage.start)
        return paragraph.tokens_in(passage) if paragraph else ()


@cache
def network() -> Network:
    """The trained network, loaded once a process. Raises ConfigurationError without weights."""
    if not (WEIGHTS / "model.onnx").is_file():
        raise ConfigurationError("this installation has no model weights: install policykg anew")
    loaded = Network.load(WEIGHTS)
    # All that is loaded by now stays: the garbage collector need not walk through it ever again.
    gc.collect()
    gc.freeze()
    return loaded


def read(document: Document) -> Reading:
    """Read a document's content and captions in one run of the network."""
    blocks = [b for b in document.blocks if b.kind in READ]
    shown = visible(document, blocks)
    model = network()
    found = words(shown, model.tokenizer)
    starts = token_starts(shown, found)
    scored = model.read(found)
    parse = model.parse(found, starts, scored)
    paragraphs = []
    for block in blocks:
        begin = bisect_left(found, block.start, key=lambda w: w.start)
        end = bisect_left(found, block.end, lo=begin, key=lambda w: w.start)
        paragraphs.append(
            Paragraph(
                block,
                shown[block.start : block.end],
                _tokens(shown, found, starts, parse, range(begin, end)),
                found[begin:end],
                scored.tags[begin:end],
            )
        )
    return Reading(document, tuple(paragraphs), shown)


def _tokens(
    text: str, found: Sequence[Word], starts: np.ndarray, parse: Parse, inside: range
) -> list[Token]:
    """The tokens of the words number `inside`, hung on their heads."""
    begins = [k for k in inside if starts[k]]
    labels = network().labels
    tokens = []
    ends = [*begins[1:], inside.stop] if begins else []
    for i, (k, following) in enumerate(zip(begins, ends, strict=True)):
        tag, pos = labels.tags[parse.tags[k]].split("|")
        start, end = found[k].start, found[following - 1].end
        tokens.append(
            Token(
                i=i,
                start=start,
                end=end,
                text=text[start:end],
                tag=tag,
                pos=pos,
                relation=labels.relations[parse.relations[k]],
                kind=labels.entities[parse.entities[k]].partition("-")[2],
            )
        )
    number = {k: i for i, k in enumerate(begins)}
    planted(tokens, [number.get(int(parse.heads[k]), i) for i, k in enumerate(begins)])
    return tokens
