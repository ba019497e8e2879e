"""Organisations in a text: what the recogniser found, mended; abbreviations; states that act.

Comes in: a Reading. Goes out: the passages of their names without article and possessive ending.
"""

import re
from collections.abc import Iterator, Sequence

from kg.english.offices import CALENDAR, NO_ORGANIZATIONS, is_head
from kg.english.words import either
from kg.read.reading import Reading
from kg.read.tree import Name
from schema.span import Span

_LEADING = re.compile(
    r"(?:(?:the|a|an|this|that|our|its)\s+|(?-i:Inside|Within|Behind|At|Unlike)\s+|[\"“”‘’*_\[(\s]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:['’]s?|[\s.,:;\"“”)*_\]–—-]+|\s*\([^)]*)$")
# "AP Photo/Ada Norr" is a credit, "ISO/IEC" is a name.
_NO_NAME = re.compile(r"[@#<>=!?\[\]{}*_|\\\n]|https?|--|[a-z]/[A-Z]|&$")
# No word is longer: without an end, each capital in a run of letters would read all behind it.
_WORD = r"[A-Z][\w&.'’-]{0,60}"
# "Norr Energy Agency (NEA)": the letters in brackets are the initials of capitals before them.
_ABBREVIATED = re.compile(
    rf"((?:{_WORD}\s+)(?:(?:{_WORD}|of|for|and|on|the|in|de|&)\s+){{0,11}})"
    r"\(([A-Z][A-Za-z&-]{1,9})\)"
)
_BODIES = re.compile(rf"\b(?:{either('bodies', 'kinds')})\b", re.IGNORECASE)

_CAPITAL = r"(?:(?:[A-Z]\.){1,8}|[A-ZÀ-ÖØ-Þ][\w&’'-]{0,60})"
_KIND = rf"(?:{either('bodies', 'kinds of names')})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
# "for Science, Innovation and Technology"
_LISTED = rf"(?:(?:,\s+{_CAPITAL})+(?:,?\s+and\s+{_CAPITAL}))?"
_FIELD = (
    rf"\s+(?:of|for|on)\s+(?!{_WEEKDAY})(?:the\s+)?{_CAPITAL}(?:\s+(?:and\s+)?(?!{_WEEKDAY}){_CAPITAL})*"
    rf"{_LISTED}"
)
# Names that say themselves what they are: "Norr Energy Agency", "Ministry of Trade", "Norrlys AI".
TELLING = re.compile(
    rf"(?<![\w-])(?:{_KIND}(?:{_FIELD}){{1,3}}|{_CAPITAL}(?:\s+{_CAPITAL}){{0,5}}?\s+"
    rf"(?:{_KIND}(?:{_FIELD}){{0,3}}|AI|Labs?|Robotics|Systems|Technologies|Inc|Corp|Ltd)\b)"
)
# One word that could be any body of its kind.
_ANY_BODY = re.compile(r"(?:Conference|Assembly|" + _KIND + r"|Group|Panel|Forum|Summit)")
_ALONE = frozenset({"Congress", "Senate", "Parliament"})


def organizations(reading: Reading) -> tuple[Span, ...]:
    """The passages of all names of organisations, in text order; they may overlap."""
    found = {*_abbreviated(reading)}
    for paragraph in reading.paragraphs:
        telling = (Span(*m.span()) for m in TELLING.finditer(reading.text, *paragraph.block.span))
        named = (n.span for n in paragraph.names if n.kind == "ORG" or _acts(n))
        trimmed = (_trimmed(reading.text, span) for span in (*telling, *named))
        found.update(span for span in trimmed if span is not None)
    return tuple(sorted(found))


def _abbreviated(reading: Reading) -> Iterator[Span]:
    """Both the full name and the abbreviation of "Full Name (FN)"."""
    for paragraph in reading.paragraphs:
        for match in _ABBREVIATED.finditer(reading.text, *paragraph.block.span):
            start = full_name_start(match[1], match[2])
            full = match[1][start:].rstrip()
            if start < len(match[1]) and _BODIES.search(full):
                yield Span(match.start(1) + start, match.start(1) + start + len(full))
                yield Span(*match.span(2))


def full_name_start(before: str, abbreviation: str) -> int:
    """Where in the words before an abbreviation its full name begins; their length if nowhere.

    The longest run of words whose capital initials are the letters, in order; words without a
    letter of their own ("China's National ... (NPC)") may not begin it.
    """
    letters = [c.lower() for c in abbreviation if c.isalpha()]
    words = [m for m in re.finditer(r"\S+", before) if m.group() not in {"The", "the"}]
    for word in words:
        capitals = [w.group()[0].lower() for w in words if w.start() >= word.start()]
        if word.group()[0].isupper() and _in_order(letters, capitals):
            return word.start()
    return len(before)


def _in_order(letters: Sequence[str], initials: Sequence[str]) -> bool:
    """Whether the letters are a subsequence of the initials that begins with the first."""
    if not letters or not initials or letters[0] != initials[0]:
        return False
    remaining = iter(initials)
    return all(letter in remaining for letter in letters)


def _acts(name: Name) -> bool:
    """Whether a state or city is said to do something ("China opposes ...")."""
    if name.kind != "GPE":
        return False
    head = name.head
    agent = head.relation == "pobj" and head.head.relation == "agent"
    return agent or (head.relation == "nsubj" and head.head.pos in {"VERB", "AUX"})


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while start < end and (match := _TRAILING.search(text, start, end)):
        end = match.start()
    if end <= start:
        return None
    name = text[start:end]
    plain = not any(c.isupper() for c in name) or name in NO_ORGANIZATIONS or len(name) < 2
    unnamed = name.lower() in CALENDAR or is_head(name) or _NO_NAME.search(name)
    any_body = _ANY_BODY.fullmatch(name) is not None and name not in _ALONE
    named = name[0].isupper() and not (plain or unnamed or any_body)
    return Span(start, end) if named else None
