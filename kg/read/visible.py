"""What of a document is read: the words of its content and captions, without markup.

Comes in: a Document. Goes out: as many characters, so that offsets stay as they are.
"""

import re
from collections.abc import Iterable

from schema.document import CONTENT, Block, BlockKind, Document

READ = CONTENT | {BlockKind.CAPTION}
# One character for one: hard line breaks and typographic signs that the network reads badly.
_PLAIN = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'"})
# What Markdown and HTML put around words: a link's address is no noun. Each part has an end: where
# brackets open and never close, all the rest would be read for each of them.
_MARKUP = re.compile(
    r"\[(?=[^\]\n]{0,500}\]\()|\]\([^)\s]{0,2000}\)|\*+|</?[a-z][^<>\n]{0,80}>|\\(?=[\[\]*_#])",
    re.IGNORECASE,
)


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
