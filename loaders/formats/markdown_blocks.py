"""Markdown -> blocks, by the line maps of markdown-it; the text itself stays as it is.

Comes in: the decoded file and where its body begins. Goes out: ordered Blocks: paragraphs, list
items and headings without their markers, markup as furniture. Called by the Markdown loader.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.page.blocks import block, lines
from schema.document import Block, BlockKind
from schema.span import Span

# Indented code is off: in articles an indent is only an indent. What stands inside a paragraph is
# not parsed: nobody asks for it, and brackets that never close take the square of their number.
_PARSER = MarkdownIt("commonmark").enable("table").disable(["code", "inline"])
_MARKER = re.compile(r"(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)|\|)*")
# A line ended on purpose (two spaces, a backslash) after a sentence, or one that looks blank.
_BREAK = re.compile(r"(?<=[.!?:;”\"’)*])(?:[ \t]{2,}|\\|<br ?/?>)(?:\r\n?|\n)|\n[^\S\n]*\n")
_CAPTION = re.compile(r"<figcaption[^<>]*>(.*?)</figcaption>", re.S | re.I)
_CAPTION_END = re.compile(r"</figcaption>", re.I)
_NO_PROSE = re.compile(
    r"\s*<(?:figure|img|picture|video|iframe|script|style|svg|nav|form|button|table|hr)\b|\s*<!",
    re.I,
)
_LONGEST_HEADING = 15  # words; a longer "heading" is prose with a rule under it


def segment(text: str, *, start: int = 0) -> Iterator[Block]:
    """The blocks of `text[start:]`, in order; offsets count from the start of `text`."""
    spans = [Span(x.start + start, x.end + start) for x in lines(text[start:])]
    kind, last = BlockKind.PARAGRAPH, start
    for token in _PARSER.parse(text[start:]):
        kind = _OPENS.get(token.type, kind)
        if token.map and token.type in _LEAVES:
            begin, end = spans[token.map[0]].start, spans[token.map[1] - 1].end
            # A table's cells share one line: the line is one block.
            if begin >= last:
                last = end
                yield from _leaf(text, Span(begin, end), token, kind)


_OPENS = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "tr_open": BlockKind.PARAGRAPH,
}
_LEAVES = frozenset({"inline", "html_block", "fence", "hr"})


def _leaf(text: str, span: Span, token: Token, kind: BlockKind) -> Iterator[Block]:
    if token.type == "html_block" and _NO_PROSE.match(token.content):
        yield from _html(text, span)
    elif token.type in {"fence", "hr"}:
        yield from block(text, span.start, span.end, BlockKind.FURNITURE)
    elif kind is BlockKind.HEADING and len(token.content.split()) <= _LONGEST_HEADING:
        yield from _heading(text, span, token)
    else:
        yield from _prose(text, span)


def _heading(text: str, span: Span, token: Token) -> Iterator[Block]:
    start = text.find(token.content.split("\n")[0], span.start, span.end)
    end = start + len(token.content)
    if start < 0 or text[start:end] != token.content:
        start, end = span
    yield from block(text, start, end, BlockKind.HEADING)


def _prose(text: str, span: Span) -> Iterator[Block]:
    marker = _MARKER.match(text, span.start, span.end)
    start = marker.end() if marker else span.start
    bullet = re.search(r"[-*+\d]", text[span.start : start])
    kind = BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
    for rest in _BREAK.finditer(text, start, span.end):
        yield from block(text, start, rest.start(), kind)
        start = rest.end()
    yield from block(text, start, span.end, kind)


def _html(text: str, span: Span) -> Iterator[Block]:
    """A figure, whose caption stays readable, or another thing that is no prose."""
    last = span.start
    # Only up to the last end of a caption: behind it each beginning would look for one in vain.
    ends = [m.end() for m in _CAPTION_END.finditer(text, *span)]
    for match in _CAPTION.finditer(text, span.start, ends[-1] if ends else span.start):
        yield from block(text, last, match.start(1), BlockKind.FURNITURE)
        yield from block(text, match.start(1), match.end(1), BlockKind.CAPTION)
        last = match.end(1)
    yield from block(text, last, span.end, BlockKind.FURNITURE)
