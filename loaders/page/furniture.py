"""Marks page furniture: what of a text is headline, heading, caption, byline or of the page only.

Comes in: a text, its blocks as the format gives them, and the stated headline. Goes out: the same
blocks with their kinds. Called by `loaders.assemble`. Nothing is deleted: offsets stay true.
"""

import re
from collections.abc import Sequence

from loaders.page.copyright import owner_in
from loaders.page.furniture_rules import is_copyright, is_headline, kind_of, plain
from schema.document import Block, BlockKind
from schema.ids import normalise_words

_RELATED = re.compile(
    r"(?:related(?: (?:news|stories|story|articles?|links?|coverage|reading|content|topics))?"
    r"|(?:read|see|also|watch) (?:more|also|next|read)|most (?:read|popular|viewed)|up next"
    r"|you (?:may|might) (?:also )?like|recommended(?: for you)?"
    r"|editors?['’]?s? picks?|trending(?: now)?"
    r"|what we(?:['’]re| are) reading|in the headlines"
    r"|more (?:on|from|in|stories|news)\b(?: [^:]{1,40})?)(?:\s*:(?P<same_block>.*))?",
    re.I | re.S,
)
_BOILERPLATE = re.compile(
    r"about (?:us|the authors?)|(?:media |press )?(?:contacts?|enquiries|inquiries)"
    r"|notes? to editors?",
    re.I,
)
# "About Norr Labs", "About the author", late in a text: what a sender says of itself.
_ABOUT = re.compile(
    r"(?i:about)\s(?:(?i:the authors?)|(?:the\s|THE\s)?[A-Z][\w&.’'-]*"
    r"(?:\s(?:of|for|and|the|&|[A-Z][\w&.’'-]*)){0,5})"
)
# "Ada Norr is a staff writer at ...", "Reporter Ada Norr covers the city".
_BIOGRAPHY = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}(?:(?:is|was)\s+(?:an?|the|our|[\w’'&.-]+['’]s)?\s*"
    r"(?:[\w’'-]+\s){0,5}?(?:reporter|correspondent|writer|columnist)\b"
    r"|writes\s+(?:about|on|for)\b)"
    r"|(?:[A-Z][\w’'-]*\s+)?[Rr]eporter\s(?:[A-Z][\w.’'-]*\s){1,4}(?:covers|writes)\b"
)
_AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){0,3}?([A-Z][\w’'-]+)\s(?:covers|has\scovered|writes|reports|is|was|joined)\s"
)
_REACH = 400  # characters in which a block says that it is about its author or sender
_FIRST_BLOCKS = 8  # a headline stands among these
_TAIL = 0.5  # a copyright line after this share of the blocks ends the article
_SENTENCE_END = re.compile(r"\.[\"”’')\]]*$")
_MARKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def mark(
    text: str,
    blocks: Sequence[Block],
    *,
    headline: str | None = None,
    outlet: str | None = None,
) -> list[Block]:
    """The blocks with their kinds; `headline` and `outlet` are the stated ones, if any."""
    words = [plain(b.span.of(text)) for b in blocks]
    kinds = [_own_kind(text, b) for b in blocks]
    _mark_masthead(words, kinds, owner_in(words))
    found = _mark_headline(words, blocks, kinds, headline)
    if found:
        _mark_repeats(words, kinds, found)
    _mark_sections(words, kinds, outlet)
    _mark_authors(words, kinds)
    _mark_tail(words, kinds)
    return [b.model_copy(update={"kind": k}) for b, k in zip(blocks, kinds, strict=True)]


def _own_kind(text: str, block: Block) -> BlockKind:
    if block.kind not in _MARKABLE:
        return block.kind
    return kind_of(block.span.of(text), block.kind)


def _mark_masthead(words: list[str], kinds: list[BlockKind], owner: str | None) -> None:
    """The name of the outlet on top, known from the copyright line."""
    for i, own in enumerate(words[:_FIRST_BLOCKS]):
        if owner and normalise_words(own) == normalise_words(owner):
            kinds[i] = BlockKind.FURNITURE


def _mark_headline(
    words: list[str], blocks: Sequence[Block], kinds: list[BlockKind], stated: str | None
) -> str | None:
    """Mark the headline, the stated one or else the first that reads like one; return its words."""
    for i, kind in enumerate(kinds[:_FIRST_BLOCKS]):
        if kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            continue
        if stated and _is_stated(words[i], stated):
            kinds[i] = BlockKind.HEADLINE
            return stated
        if not stated:
            if len(blocks) < 2 or not is_headline(words[i]):
                return None
            kinds[i] = BlockKind.HEADLINE
            return words[i]
    return stated


def _is_stated(words: str, headline: str) -> bool:
    """The stated headline, perhaps without its first label ("Opinion: ...")."""
    own, label = normalise_words(words), headline.partition(":")[2]
    return bool(own) and own in {normalise_words(headline), normalise_words(label)}


def _mark_repeats(words: list[str], kinds: list[BlockKind], headline: str) -> None:
    """The headline again, or its beginning (the alternative text of a picture)."""
    whole = normalise_words(headline)
    for i, kind in enumerate(kinds):
        own = normalise_words(words[i])
        if kind in _MARKABLE and len(own.split()) >= 3 and whole.startswith(own):
            kinds[i] = BlockKind.FURNITURE


def _mark_sections(words: list[str], kinds: list[BlockKind], outlet: str | None) -> None:
    """Related links up to the next prose; "Contact" and the like up to the next heading."""
    related = boilerplate = False
    for i, kind in enumerate(kinds):
        if kind not in _MARKABLE:
            continue
        header = _RELATED.fullmatch(words[i]) if len(words[i].split()) <= 30 else None
        if header and not _SENTENCE_END.search(words[i]):
            # "Related: one link" stands alone, "Related:" opens a list.
            related = related or not header["same_block"]
            kinds[i] = BlockKind.FURNITURE
        elif related and (_SENTENCE_END.search(words[i]) or len(words[i].split()) > 25):
            related = False
        elif related:
            kinds[i] = BlockKind.FURNITURE
        late = i >= _TAIL * len(words)
        about = late and _is_about(words[i])
        if kind is BlockKind.HEADING or about:
            boilerplate = about or _is_boilerplate(words[i], outlet)
        if late and _BIOGRAPHY.match(words[i][:_REACH]):
            kinds[i] = BlockKind.FURNITURE
        if boilerplate:
            kinds[i] = BlockKind.FURNITURE


def _is_about(words: str) -> bool:
    return len(words) <= _REACH and _ABOUT.fullmatch(words.rstrip(":")) is not None


def _mark_authors(words: list[str], kinds: list[BlockKind]) -> None:
    """What a text says late of who wrote it ("Ada covers the city", where "By Ada Norr" stands)."""
    signed = (w for w, kind in zip(words, kinds, strict=True) if kind is BlockKind.BYLINE)
    authors = {n for line in signed for n in re.findall(r"[A-Z][\w’'-]+", line)} - {"By", "BY"}
    for i in range(int(_TAIL * len(words)), len(words)):
        named = _AUTHOR.match(words[i][:_REACH])
        if named and named[1] in authors and kinds[i] is BlockKind.PARAGRAPH:
            kinds[i] = BlockKind.FURNITURE


def _is_boilerplate(words: str, outlet: str | None) -> bool:
    """Whether a heading opens what a sender says of itself ("About <outlet>", "Contact")."""
    own = outlet and normalise_words(words) == normalise_words(f"about {outlet}")
    return bool(own or _BOILERPLATE.fullmatch(words.rstrip(":")))


def _mark_tail(words: list[str], kinds: list[BlockKind]) -> None:
    """What follows the copyright line at the end is of the page."""
    ends = [i for i, w in enumerate(words) if is_copyright(w) and i >= _TAIL * len(words)]
    for i in range(ends[0] if ends else len(words), len(words)):
        kinds[i] = BlockKind.FURNITURE
