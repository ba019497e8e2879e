"""Linguistic analysis: the content and captions of a Document, read by the trained network.

Comes in: a Document. Goes out: `Paragraph`s whose tokens know their offsets in the document's text,
with what the network says of attributions in them. Called by the extractor; offices, mentions and
attributions all read the same analysis.
"""

import gc
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

import numpy as np
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.model.encode import Word, words
from kg.extract.model.network import WEIGHTS
from kg.extract.model.predict import AttributionModel
from kg.extract.syntax import Labels, filled, place_of, tokenized
from schema.document import CONTENT, Block, BlockKind, Document
from schema.errors import ConfigurationError
from schema.span import Span

ANALYSED = CONTENT | {BlockKind.CAPTION}
# One character for one: hard line breaks and typographic signs that the parser reads badly.
_PLAIN = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'"})

# What Markdown and HTML put around words: the parser would take a link's address for a noun. Each
# part has an end: where brackets open and never close, all the rest would be read for each of them.
_MARKUP = re.compile(
    r"\[(?=[^\]\n]{0,500}\]\()|\]\([^)\s]{0,2000}\)|\*+|</?[a-z][^<>\n]{0,80}>|\\(?=[\[\]*_#])",
    re.IGNORECASE,
)


class Paragraph:
    """A parsed block. `doc` holds the same characters one for one, so offsets only shift; `words`
    are what the network read, by offsets in the document, and `scores` what it says of them.
    """

    def __init__(
        self, block: Block, text: str, doc: Doc, words: Sequence[Word], scores: np.ndarray
    ) -> None:
        self.block, self.text, self.doc = block, text, doc
        self.words, self.scores = words, scores

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of `doc`, which makes them anew each time it is walked through."""
        return list(self.doc)

    @cached_property
    def pos_at(self) -> dict[int, str]:
        """The part of speech of the token that begins at an offset in the document."""
        return {self.block.start + t.idx: t.pos_ for t in self.tokens}

    @cached_property
    def _starts(self) -> list[int]:
        return [t.idx for t in self.tokens]

    @cached_property
    def verbs(self) -> list[tuple[Token, Span]]:
        """The verbs, each with its passage in the document's text."""
        return [(t, self.span(t)) for t in self.tokens if t.pos_ == "VERB"]

    def verbs_in(self, passage: Span) -> list[tuple[Token, Span]]:
        """The verbs that share a character with a passage of the document's text."""
        first = bisect_right(self.verbs, passage.start, key=lambda v: v[1].end)
        return self.verbs[first : bisect_left(self.verbs, passage.end, key=lambda v: v[1].start)]

    def last_token(self, passage: Span) -> Token:
        """The token that the last character of a passage lies in."""
        at = bisect_left(self._starts, passage.end - self.block.start) - 1
        return self.tokens[max(at, 0)]

    def tokens_in(self, passage: Span) -> list[Token]:
        """The tokens that lie wholly in a passage of the document's text."""
        first = bisect_left(self._starts, passage.start - self.block.start)
        found = self.tokens[first : bisect_left(self._starts, passage.end - self.block.start)]
        while found and self.span(found[-1]).end > passage.end:
            found.pop()
        return found

    def span(self, tokens: TokenSpan | Token) -> Span:
        """The passage of some tokens in the document's text."""
        if isinstance(tokens, Token):
            start, end = tokens.idx, tokens.idx + len(tokens)
        else:
            start, end = tokens.start_char, tokens.end_char
        return Span(self.block.start + start, self.block.start + end)


@cache
def model() -> AttributionModel:
    """The trained model, loaded once a process. Raises ConfigurationError without its weights."""
    if not (WEIGHTS / "model.onnx").is_file():
        raise ConfigurationError("this installation has no model weights: install policykg anew")
    loaded = AttributionModel.load()
    # All that is loaded by now stays: the garbage collector need not walk through it ever again.
    gc.collect()
    gc.freeze()
    return loaded


@cache
def _labels() -> Labels:
    return Labels.of(model().network.labels)


def analyse(document: Document) -> tuple[Paragraph, ...]:
    """Read the document's content and caption blocks, in order, in one run of the network."""
    blocks = [b for b in document.blocks if b.kind in ANALYSED]
    shown = visible(document, blocks)
    network = model().network
    found = words(shown, network.tokenizer)
    starts, ends = (np.array([getattr(w, k) for w in found]) for k in ("start", "end"))
    docs = [tokenized(shown[b.start : b.end]) for b in blocks]
    places = [
        place_of(doc, block.start, starts, ends) for block, doc in zip(blocks, docs, strict=True)
    ]
    reading = network.read(found)
    tokens = np.zeros(len(found), dtype=bool)
    for place in places:
        tokens[place[place >= 0]] = True
    parse = network.parse(found, tokens, reading)
    return tuple(
        Paragraph(
            block,
            shown[block.start : block.end],
            filled(doc, place, parse, _labels()),
            *_part(found, reading.scores, block),
        )
        for block, doc, place in zip(blocks, docs, places, strict=True)
    )


def _part(
    found: Sequence[Word], scores: np.ndarray, block: Block
) -> tuple[Sequence[Word], np.ndarray]:
    """The words inside the block, with their scores."""
    begin = bisect_left(found, block.start, key=lambda w: w.start)
    end = bisect_left(found, block.end, lo=begin, key=lambda w: w.start)
    return found[begin:end], scores[begin:end]


def visible(document: Document, blocks: Iterable[Block]) -> str:
    """As many characters as the text, with nothing but the blocks' words: no links, no tags, and
    line breaks only between blocks, where the network takes them for paragraphs.
    """
    text = ["\n"] * len(document.text)
    for block in blocks:
        text[block.start : block.end] = _plain(block.span.of(document.text))
    return "".join(text)


def _plain(text: str) -> str:
    """The same number of characters, without markup and typographic signs."""
    return _MARKUP.sub(lambda m: " " * len(m[0]), text.translate(_PLAIN))
