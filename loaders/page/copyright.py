"""Who owns a page, by its copyright line.

Comes in: the words of blocks. Goes out: a name, a year. Called by `loaders.page.furniture` and
`loaders.page.metadata`.
"""

import re
from collections.abc import Sequence

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?(?:\s+by)?\s+"
    r"(?P<owner>(?-i:[A-Z])[^.,;|©]*?)\s*(?:\d{4}\b|[.,;|]|\ball rights\b|$)",
    re.I,
)
_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}(\d{4})\b", re.I)
_MOST_WORDS = 60
_LONGEST = 2000  # characters: a block without spaces has few words as well


def _lines(words: Sequence[str]) -> list[str]:
    # From the end: a picture's credit may stand higher up.
    return [w for w in reversed(words) if len(w) <= _LONGEST and len(w.split()) <= _MOST_WORDS]


def owner_in(words: Sequence[str]) -> str | None:
    """The owner named by the last copyright line."""
    found = (_OWNER.search(w) for w in _lines(words) if "©" in w or _YEAR.search(w))
    return next((m["owner"] for m in found if m), None)


def year_in(words: Sequence[str]) -> int | None:
    """The year of the last copyright line."""
    found = (_YEAR.search(w) for w in _lines(words))
    return next((int(m.group(1)) for m in found if m), None)
