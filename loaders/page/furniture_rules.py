"""What single blocks of a page are, by how they read: few, general rules on one block alone.

Comes in: the words of a block. Goes out: FURNITURE, BYLINE, CAPTION or HEADING, or None for
content. Called by `loaders.page.furniture`, which adds what needs the blocks around it.
"""

import re
from collections.abc import Callable

from loaders.page.blocks import turn_label
from loaders.page.bylines import is_byline, is_credit
from loaders.page.dates import is_timestamp, without_dates
from schema.document import BlockKind

# A link, or else all up to the bracket that might have closed one: each character is read once.
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)(?:\]\([^)]*(?P<link>\))?|\]?)")
_MARKUP = re.compile(r"<[^<>]*>|\\(?=[^\w\s])|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_HTML_LINK = re.compile(r"<a\s[^<>]*>[^<]*</a>")
_SEPARATOR = re.compile(
    r"(?:(?<!\s)\s*)?(?:[|·•»›]|>{1,2}|[\r\n]+)\s*|[ \t]{3,}(?![ \t]*[\r\n|·•»›>])"
)
_INTERFACE = re.compile(
    r"home|share(?: this.*)?|print|save|e-?mail|tweet|facebook|twitter|linkedin|whatsapp|copy link"
    r"|sign (?:in|up)|log ?in|register|subscribe|newsletters?|search|menu|download|listen|comments?"
    r"|advertisement|sponsored|skip to .*|cookies?|cookie (?:settings|policy)|privacy(?: policy)?"
    r"|terms(?: of (?:use|service))?"
    r"|about us|contact(?: us)?|imprint|sitemap|back to top|follow us",
    re.I,
)
_CONTACT = re.compile(r"[\w.+-]@[\w-]+\.\w|\+\d[\d ()-]{6}")
_COPYRIGHT = re.compile(
    r"^©|©\s*(?-i:\d{4}|[A-Z])|copyright\s*(?:©|\(c\)|\d{4})|\(c\)\s*\d{4}|\ball rights reserved\b",
    re.I,
)
_STARTS = re.compile(
    r"(?:tags?|keywords|topics|filed under|categor(?:y|ies))\s*:"
    r"|home\s*(?:>|›|»|/|\|)"
    r"|(?:subscribe|sign up|follow us|click here|download (?:the|our) app|join our)\b"
    r"|this (?:article|story|post|page|report) (?:was|has been)"
    r" (?:\w+ )?(?:amended|updated|corrected|edited|published)"
    r"|(?:correction|clarification|update|editor['’]s note|disclaimer|cite as|our standards)"
    r"(?:,\s+[a-z]+\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?(?:,?\s[\d:.]+\s?[ap]\.?m\.?(?:\s[a-z]+)?)?)?\s*:"
    r"|an? (?:earlier|previous) version of this (?:article|story|post|report)\b"
    r"|a message from\b|(?:presented|sponsored) by\b|thanks to (?:our )?editors?\b"
    r"|forward-looking statements\b|we use cookies\b",
    re.I,
)
_OPINIONS = re.compile(r"\b(?:views|opinions)\b.*\b(?:are|is)\b.*\b(?:own|author)\b", re.I)
_BRACKETED = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?")
_NAME = r"[A-Z][\w.'’&-]*(?: [\w.'’&-]+){0,4}"
_PHOTO_CREDIT = re.compile(
    rf"[(\[](?:(?-i:{_NAME}/{_NAME}(?:/{_NAME})?)|[^()\[\]]*\b(?:photos?|image|handout|courtesy)\b"
    r"[^()\[\]]*)[)\]]$"
    r"|\b(?:photo(?:graph)?s?|image|picture|illustration)(?: credit)?\s*:"
    r"\s*(?:\w\.\s?)*[^:.]{2,60}$",
    re.I,
)
_PHOTO_START = re.compile(r"(?:file )?(?:photo|image|picture)(?: credit)?\s*[:-]|FILE\s*[-–—]")
# Characters. What is no prose is shorter; a longer block of few words is no line of a page either,
# and is not worth the time that the patterns for lines would take to find that out.
_LONGEST = 2000
_ENDS_SENTENCE = re.compile(r"[.!?:;,…—–-][\"”’')\]]*$")


def _without_targets(text: str) -> str:
    """The text with nothing but the words of its links."""
    return _LINK.sub(lambda m: m["text"] if m["link"] else m[0], text)


def plain(text: str) -> str:
    """The words of a block as a reader sees them: without markup, link targets, doubled spaces."""
    return " ".join(_MARKUP.sub("", _without_targets(text)).split())


def _only_links(raw: str) -> bool:
    """Whether no word of a block stands outside its links."""
    rest = _HTML_LINK.sub("", _LINK.sub(lambda m: "" if m["link"] else m[0], raw))
    return len(rest) < len(raw) and not re.search(r"\w", rest)


def is_copyright(words: str) -> bool:
    """Whether a block is the copyright line of a page."""
    return len(words.split()) <= 60 and bool(_COPYRIGHT.search(words))


def is_title(words: str) -> bool:
    """Whether a block reads like a title: short, no sentence, nobody's turn to speak."""
    return (
        1 <= len(words.split()) <= 12
        and words[0].isupper()
        and not _ENDS_SENTENCE.search(words)
        # A quotation may stand alone, and "Name, Title" gives an office: both are content.
        and not words.endswith(('"', "”"))
        and not re.search("[,|]", words)
        and turn_label(words) is None
    )


def is_headline(words: str) -> bool:
    """Whether the first block of a text that is no furniture reads like its headline."""
    return (
        2 <= len(words.split()) <= 30
        and not re.search(r"[.:;,—–-]$", words)
        and turn_label(words) is None
    )


def is_shouted(words: str) -> bool:
    """Whether a block is a crosshead in capitals."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters) and len(words.split()) <= 15


def _is_interface(raw: str) -> bool:
    """A row of buttons or section names ("Share   Print", "12 March 2025 | Business")."""
    pieces = [x for x in _SEPARATOR.split(plain_lines(raw)) if x]
    if any(len(without_dates(x).split()) > 3 for x in pieces):
        return False
    named = any(_INTERFACE.fullmatch(x) for x in pieces)
    return named or (len(pieces) > 1 and any(is_timestamp(x) for x in pieces))


def plain_lines(raw: str) -> str:
    """A block without markup but with its own spacing, which separates buttons."""
    return _MARKUP.sub("", _without_targets(raw)).strip()


def _is_furniture(raw: str, words: str) -> bool:
    size = len(words.split())
    return (
        not re.search(r"\w", words)
        or is_copyright(words)
        or is_timestamp(words)
        or _only_links(raw)
        or (size <= 12 and _is_interface(raw))
        or (size <= 40 and bool(_STARTS.match(words) or _OPINIONS.search(words)))
        or (size <= 20 and bool(_CONTACT.search(words)))
        or bool(_BRACKETED.fullmatch(words))
    )


def _is_caption(_: str, words: str) -> bool:
    short = len(words.split()) <= 90
    return short and bool(_PHOTO_CREDIT.search(words) or _PHOTO_START.match(words))


def _is_byline(_: str, words: str) -> bool:
    return is_byline(words) or is_credit(words)


def _is_heading(raw: str, words: str) -> bool:
    return is_shouted(words) or ("\n" not in raw and is_title(words))


_RULES: tuple[tuple[BlockKind, Callable[[str, str], bool]], ...] = (
    (BlockKind.CAPTION, _is_caption),
    (BlockKind.BYLINE, _is_byline),
    (BlockKind.FURNITURE, _is_furniture),
)


def kind_of(raw: str, kind: BlockKind) -> BlockKind:
    """What a block is; a list item is never made a heading, a heading only furniture."""
    words = plain(raw)
    if len(words) > _LONGEST:
        return BlockKind.FURNITURE if _only_links(raw) or not re.search(r"\w", words) else kind
    if turn_label(plain_lines(raw)) is not None and not _STARTS.match(words):
        return kind
    for found, applies in _RULES:
        if applies(raw, words):
            return found
    if kind is BlockKind.PARAGRAPH and _is_heading(raw, words):
        return BlockKind.HEADING
    return kind
