"""Datelines: "BEIJING, March 8 (Xinhua) -- " at the head of an article's first paragraph.

Comes in: a text and its marked blocks. Goes out: the blocks with the dateline as a block of its
own, and what it says. Called by `loaders.assemble`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.facts import folded
from loaders.page.dates import DAY_OF_YEAR
from schema.document import Block, BlockKind

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATELINE = re.compile(
    rf"[*_]{{0,3}}(?P<place>[A-Z][\w'’./ -]*?(?:,\s+(?!(?:{_MONTHS})[a-z.]*\s)"
    r"[A-Z][\w'’. ]*?)?)"
    rf"(?:,\s+(?P<day>{DAY_OF_YEAR}(?:,?\s+\d{{4}})?))?"
    r"(?:\s+\((?P<agency>[A-Z][^()]{1,40})\))?[*_]{0,3}\s*(?:--|//|[—–-])[*_]{0,3}\s+(?=\S)"
)
_REACH = 400  # characters in which a dateline ends
_LOOK_AT = 3  # paragraphs: a summary may stand before the one with the dateline


@dataclass(frozen=True)
class Dateline:
    """Where and when an article was filed: `text` is place and day as written."""

    text: str
    day: str | None
    agency: str | None


def split(text: str, blocks: Sequence[Block]) -> tuple[list[Block], Dateline | None]:
    """The blocks with the dateline cut off its paragraph, and the dateline if there is one."""
    paragraphs = [i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH][:_LOOK_AT]
    for i in paragraphs:
        match = _DATELINE.match(text, blocks[i].start, min(blocks[i].end, blocks[i].start + _REACH))
        if match and _is_dateline(match, text[match.end() : blocks[i].end]):
            cut = _cut(text, blocks[i], match.end())
            return [*blocks[:i], *cut, *blocks[i + 1 :]], _read(match)
    return list(blocks), None


def _is_dateline(match: re.Match[str], rest: str) -> bool:
    """A date or an agency says so; without them the place is in capitals and a sentence follows."""
    if len(match["place"].split()) > 8:
        return False
    town = match["place"].split(",")[0]
    return bool(match["day"] or match["agency"]) or (
        town.isupper() and len(town) > 3 and not rest[0].islower()
    )


def _cut(text: str, block: Block, at: int) -> tuple[Block, Block]:
    end = len(text[:at].rstrip())
    return (
        Block(start=block.start, end=end, kind=BlockKind.DATELINE),
        Block(start=at, end=block.end, kind=BlockKind.PARAGRAPH),
    )


def _read(match: re.Match[str]) -> Dateline:
    parts = [folded(x) for x in (match["place"], match["day"]) if x]
    agency = folded(match["agency"]) if match["agency"] else None
    return Dateline(text=", ".join(parts), day=match["day"], agency=agency)
