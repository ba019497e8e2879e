"""HTML pages -> Documents: trafilatura finds the article and its metadata, htmldate the date.

Comes in: a saved page. Goes out: one Document; its text is the extracted article, one element of
it a block, with a blank line between two blocks.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from htmldate import find_date
from trafilatura import bare_extraction

from loaders.assemble import assemble
from loaders.decode import read_bytes
from loaders.facts import Facts, folded, kind_of, split_authors
from loaders.formats.html_tree import tree_of
from loaders.moments import modified
from loaders.page.dates import is_part_of_a_date, read_date
from schema.address import is_web_address, web_address
from schema.document import Block, BlockKind, DateSource, Document
from schema.errors import DocumentError

_KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM}
_CONTAINERS = frozenset({"body", "list", "table", "div", "main", "quote"})
_DATED = re.compile(r"date|time|publish|issued|created|modified", re.I)  # names of fields
_GAP = "\n\n"
Piece = tuple[str, BlockKind]


class HtmlLoader:
    """Loads a web page that was saved as a file."""

    def accepts(self, path: Path) -> bool:
        """Whether the file is an HTML page by its name."""
        return path.suffix.lower() in {".html", ".htm", ".xhtml"}

    def load(self, path: Path, *, source: str) -> Iterator[Document]:
        """The one Document of a page. Raises DocumentError when no article is found in it."""
        tree = tree_of(read_bytes(path, source=source), source=source)
        _clean(tree)
        # The date first: extraction takes elements out of the tree. Only what states a date counts:
        # the search of the whole text finds one in any number (id="post-1998").
        published = read_date(find_date(tree, original_date=True, extensive_search=False))
        language = tree.get("lang")
        article = bare_extraction(tree, include_comments=False, with_metadata=True)
        if article is None or isinstance(article, dict) or not len(article.body):
            raise DocumentError(f"{source}: no article found in the page")
        text, blocks = _layout(list(_pieces(article.body)))
        facts = _facts(article, published=published, language=language)
        yield assemble(text, blocks, facts, source=source, modified=modified(path, source=source))


def _clean(tree: Any) -> None:
    """Take from the head what readers would make wrong facts of.

    Half a date becomes a day, and the name of the site is cut out of its address as that stands,
    with user and password.
    """
    for element in tree.iter("link", "base", "meta", "time"):
        states = element.get("property") or element.get("name") or element.get("itemprop") or ""
        for name in ("href", "content", "datetime"):
            value = element.get(name, "")
            if _DATED.search(states + name) and is_part_of_a_date(value):
                del element.attrib[name]
            elif (name == "href" or states.endswith("url")) and is_web_address(value):
                element.set(name, _address(value) or "")
        if element.tag == "time" and is_part_of_a_date(element.text or ""):
            element.tag = "span"  # words of the text, which state no time


def _facts(article: Any, *, published: date | None, language: str | None) -> Facts:
    return Facts(
        headline=folded(article.title) if article.title else None,
        url=_address(article.url),
        language=language,
        outlet=article.sitename,
        authors=split_authors(article.author or ""),
        published=published,
        published_source=DateSource.PAGE if published else DateSource.UNKNOWN,
        kind=kind_of([*article.categories, *article.tags]),
    )


def _address(url: str | None) -> str | None:
    """What a page states as its address; pages state a path, too, which names no page."""
    try:
        return web_address(url) if url else None
    except ValueError:
        return None


def _layout(pieces: Sequence[Piece]) -> tuple[str, list[Block]]:
    """The text of all pieces, and where each of them stands in it."""
    blocks, end = [], 0
    for words, kind in pieces:
        blocks.append(Block(start=end, end=end + len(words), kind=kind))
        end += len(words) + len(_GAP)
    return _GAP.join(words for words, _ in pieces), blocks


def _pieces(element: Any) -> Iterator[Piece]:
    """The blocks of an element of trafilatura's body, in order."""
    for child in element:
        if child.tag == "row":
            cells = (" ".join(_lines(_inner(cell))) for cell in child)
            pieces = [(" | ".join(x for x in cells if x), BlockKind.PARAGRAPH)]
        elif child.tag in _CONTAINERS and len(child):
            pieces = [*_paragraphs(child.text), *_pieces(child)]
        else:
            kind = _KINDS.get(child.tag, BlockKind.PARAGRAPH)
            pieces = [(x, kind) for x in _lines(_inner(child))]
        yield from (x for x in pieces if x[0])
        yield from _paragraphs(child.tail)


def _paragraphs(text: str | None) -> Iterator[Piece]:
    return ((x, BlockKind.PARAGRAPH) for x in _lines(_one_line(text)))


def _inner(element: Any) -> str:
    """The text of an element with all in it; a line break element ends a line."""
    parts = [_one_line(element.text)]
    for child in element:
        parts += ["\n" if child.tag == "lb" else _inner(child), _one_line(child.tail)]
    return "".join(parts)


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _lines(text: str) -> list[str]:
    return [x for x in map(folded, text.split("\n")) if x]
