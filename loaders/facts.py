"""What a source states about itself, before its text is read.

Comes in: front matter, the head of a page, the fields of a record. Goes out: `Facts`, which
`loaders.assemble` completes with what the text says and turns into a Document.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schema.document import DateSource, DocumentKind

_KINDS = (
    (DocumentKind.TRANSCRIPT, r"transcript|press[ -]?briefing|\bremarks\b|speech|hearing"),
    (DocumentKind.PROPOSAL, r"proposal|motion"),
    (
        DocumentKind.LEGISLATION,
        r"legislation|executive[ -]order|presidential[ -]action|proclamation|\b(?:act|bill|law)\b",
    ),
    (DocumentKind.REPORT, r"report|research|white[ -]?paper|stud(?:y|ies)\b"),
    (DocumentKind.NEWS_ARTICLE, r"news|article|press[ -]release|opinion|interview|editorial"),
)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Stated facts; None or empty where the source says nothing."""

    headline: str | None = None
    url: str | None = None
    language: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_source: DateSource = DateSource.UNKNOWN
    kind: DocumentKind | None = None
    notes: tuple[str, ...] = ()  # what the source states and what is not used of it


def folded(value: str) -> str:
    """The words of a value with single spaces (also for no-break spaces and line ends)."""
    return " ".join(value.split())


def kind_of(labels: Iterable[str]) -> DocumentKind | None:
    """The kind that tags or a type name speak of ("executive orders", "press briefing")."""
    for label in labels:
        name = label.replace("_", " ")
        for kind, pattern in _KINDS:
            if kind.value.casefold() == name.casefold() or re.search(pattern, name, re.I):
                return kind
    return None


def split_authors(value: str) -> tuple[str, ...]:
    """The names in "A, B and C" or "A; B", without what stands in brackets ("(rapporteur)")."""
    plain = re.sub(r"\([^()]*\)", " ", value)
    names = (folded(x) for x in re.split(r"[,;&]|\band\b", plain))
    return tuple(dict.fromkeys(x for x in names if x))
