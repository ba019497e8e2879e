"""The bytes of a page -> a tree of its elements, whole, or a reason why not.

Comes in: the bytes of a page. Goes out: the tree that trafilatura takes. By itself libxml2 drops
what stands deeper than 256 elements and what follows 10 MB of an inline image, without a word; told
to read all, it takes n² steps for n attributes of a tag. So the events of the page are counted
first, which is linear, and a page beyond the bounds is refused. Called by `loaders.formats.html`.
"""

from typing import Any

from lxml import etree
from lxml.html import HTMLParser, fromstring
from trafilatura.utils import decode_file, is_dubious_html, repair_faulty_html

from schema.errors import DocumentError

# Pages of the web are 30 deep. Less than libxml2's own limit, for parts of a page are parsed again
# by the libraries, and little enough for functions that call themselves for each level.
_DEEPEST = 250
_MOST_IN_A_TAG = 1_000
_MOST_ATTRIBUTES = 200
_LONGEST_VALUE = 100_000  # characters: an image inside the page, which says nothing


def tree_of(data: bytes, *, source: str) -> Any:
    """The tree of a page. Raises DocumentError where it is no HTML or beyond the bounds."""
    text = decode_file(data)
    beginning = text[:50].lower()
    markup = repair_faulty_html(text, beginning).encode("utf-8", "surrogatepass")
    try:
        etree.fromstring(markup, _parser(target=_Bounds(source)))
        tree = fromstring(markup, parser=_parser())
    except etree.LxmlError as error:
        raise DocumentError(f"{source}: no HTML") from error
    # What trafilatura refuses, too: words without a page around them.
    if is_dubious_html(beginning) and len(tree) < 2:
        raise DocumentError(f"{source}: no HTML")
    _forget_floods(tree)
    return tree


def _parser(**more: Any) -> Any:
    """A parser as trafilatura's, but without libxml2's limits."""
    return HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        **more,
    )


class _Bounds:
    """Takes the events of a page and keeps nothing; raises DocumentError beyond a bound."""

    def __init__(self, source: str) -> None:
        self._source, self._depth = source, 0

    def start(self, _: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._beyond(f"elements are nested more than {_DEEPEST} deep")
        if len(attributes) > _MOST_IN_A_TAG:
            raise self._beyond(f"a tag has more than {_MOST_IN_A_TAG:,} attributes")

    def end(self, _: str) -> None:
        self._depth -= 1

    def data(self, _: str) -> None:
        """Text is not looked at."""

    def _beyond(self, reason: str) -> DocumentError:
        return DocumentError(f"{self._source}: {reason}")

    def close(self) -> None:
        """Nothing is built."""


def _forget_floods(tree: Any) -> None:
    """Take the attributes from elements that have hundreds: to list n of them takes n² steps.

    Nor does anybody need an image that is written into the page.
    """
    for element in tree.iter():
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
        for name, value in element.attrib.items():
            if len(value) > _LONGEST_VALUE:
                del element.attrib[name]
