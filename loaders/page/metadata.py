"""What a text says about itself: byline, page date, agency, outlet, kind.

Comes in: stated Facts, the marked blocks, the dateline. Goes out: completed Facts; what is stated
wins over what is read. Called by `loaders.assemble`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from courlan import extract_domain

from loaders.facts import Facts
from loaders.page import bylines
from loaders.page.blocks import turn_label
from loaders.page.bylines import Byline, is_byline
from loaders.page.copyright import owner_in, year_in
from loaders.page.datelines import Dateline
from loaders.page.dates import date_in_name, dateline_date, dates_in
from loaders.page.furniture_rules import plain, plain_lines
from schema.document import CONTENT, Block, BlockKind, DateSource, DocumentKind
from schema.ids import normalise_words

_FEWEST_TURNS = 4
_LABEL = 500  # characters: a turn's label, with markup, stands within
_HEAD = 12  # blocks: a page's date stands among the first


@dataclass(frozen=True)
class Page:
    """The words of a text's blocks by what they are, and the label of every speaker's turn."""

    blocks: tuple[tuple[BlockKind, str], ...]
    turns: tuple[str, ...]

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block]) -> "Page":
        """The page of some marked blocks."""
        starts = (b.span.of(text)[:_LABEL] for b in blocks if b.kind in CONTENT)
        labels = (turn_label(plain_lines(x)) for x in starts)
        return cls(
            blocks=tuple((b.kind, plain(b.span.of(text))) for b in blocks),
            turns=tuple(x for x in labels if x),
        )

    def words(self, *kinds: BlockKind) -> list[str]:
        """The words of the blocks of some kinds, in order."""
        return [w for k, w in self.blocks if k in kinds]


def complete(facts: Facts, page: Page, dateline: Dateline | None, *, source: str) -> Facts:
    """The facts, completed by what the text and the name of its file say."""
    byline = _byline(page)
    agency = facts.agency or _agency(facts, byline, dateline)
    owner = owner_in(page.words(BlockKind.FURNITURE))
    masthead = owner if owner and _has_masthead(page, owner) else None
    outlet = facts.outlet or masthead or agency or owner
    day, day_source = _published(facts, page, byline, dateline, source=source)
    known = bool(outlet or dateline or byline.authors)
    return replace(
        facts,
        headline=facts.headline or next(iter(page.words(BlockKind.HEADLINE)), None),
        outlet=outlet or (host_name(facts.url) if facts.url else None),
        agency=agency,
        authors=facts.authors or byline.authors,
        published=day,
        published_source=day_source,
        kind=facts.kind or _kind(page, known=known),
    )


def host_name(url: str) -> str | None:
    """The registrable name of a URL's host ("whitehouse.gov"), or its whole host where unknown."""
    domain: str | None = extract_domain(url)
    return domain or (urlsplit(url).hostname or "").removeprefix("www.") or None


def _byline(page: Page) -> Byline:
    found = (w for w in page.words(BlockKind.BYLINE) if is_byline(w))
    return next((bylines.read(w) for w in found), Byline())


def _agency(facts: Facts, byline: Byline, dateline: Dateline | None) -> str | None:
    """The credited agency: by the byline, else by the dateline, in full where a name is known."""
    short = byline.agency or (dateline.agency if dateline else None)
    for name in (byline.affiliation, facts.outlet):
        if short and name and _initials(name) == short:
            return name
    return short


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())


def _has_masthead(page: Page, owner: str) -> bool:
    head = page.blocks[:_HEAD]
    return any(
        k is BlockKind.FURNITURE and normalise_words(w) == normalise_words(owner) for k, w in head
    )


def _published(
    facts: Facts, page: Page, byline: Byline, dateline: Dateline | None, *, source: str
) -> tuple[date | None, DateSource]:
    if facts.published:
        return facts.published, facts.published_source
    if byline.day:
        return byline.day, DateSource.BYLINE
    furniture = {BlockKind.FURNITURE, BlockKind.BYLINE}
    stamps = [d for k, w in page.blocks[:_HEAD] if k in furniture for d in dates_in(w)]
    if stamps:
        return stamps[0], DateSource.PAGE
    if dateline and dateline.day and (day := dateline_date(dateline.day, _known_days(page))):
        return day, DateSource.DATELINE
    named = date_in_name(source)
    return named, DateSource.FILENAME if named else DateSource.UNKNOWN


def _known_days(page: Page) -> list[date]:
    """The full dates of a text; where there are none, the middle of its copyright year."""
    days = [d for _, w in page.blocks for d in dates_in(w)]
    year = year_in(page.words(BlockKind.FURNITURE))
    return days or ([date(year, 7, 1)] if year else [])


def _kind(page: Page, *, known: bool) -> DocumentKind:
    turns = Counter(page.turns)
    # Labels that never return ("JOBS: ...") are headings of points, not speakers.
    if turns.total() >= _FEWEST_TURNS and max(turns.values()) > 1:
        return DocumentKind.TRANSCRIPT
    return DocumentKind.NEWS_ARTICLE if known else DocumentKind.DOCUMENT
