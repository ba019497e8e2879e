"""Offices that people hold, where the text says so next to their names.

Comes in: a Reading and the names in it. Goes out: `OfficeMention`s from the content, in text order;
captions only repeat ("confirm") what the content says.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.names.names import Names
from kg.extract.names.people import known_surnames
from kg.extract.offices.constructions import CONSTRUCTIONS, Held
from kg.extract.offices.passage import Name, Word, read_words
from kg.read.paragraph import Paragraph
from kg.read.reading import Reading
from schema.attribution import OfficeMention
from schema.document import BlockKind
from schema.span import Span

# The label of a transcript's turn says who speaks, not what anybody is.
_LABEL = re.compile(r"(?:Q\b|[*_]*[A-Z][A-Z .'’-]+:)[*_:\s]*")


def find_offices(reading: Reading, names: Names) -> tuple[OfficeMention, ...]:
    """All offices in the document's content, with those of captions that repeat one of them."""
    persons, bodies = names.people, names.organizations
    # A lone word that is nobody's surname may well be a company ("tech giant Norrlys").
    surnames = known_surnames(reading.text, persons)
    certain = {s for s in persons if " " in (n := s.of(reading.text)) or n in surnames}
    content: list[OfficeMention] = []
    captions: list[OfficeMention] = []
    for paragraph in reading.paragraphs:
        holders = _within(persons, paragraph.block.span)
        if not holders:
            continue
        kinds = {s: Name.PERSON if s in certain else Name.LONE for s in holders}
        words = _words(reading.text, paragraph, kinds, bodies)
        offices = _offices(reading.text, words, holders)
        is_caption = paragraph.block.kind is BlockKind.CAPTION
        (captions if is_caption else content).extend(offices)
    said = {_key(reading.text, o) for o in content}
    confirmed = [o for o in captions if _key(reading.text, o) in said]
    return tuple(sorted({*content, *confirmed}, key=_place))


def _place(office: OfficeMention) -> tuple[Span, Span, str, str]:
    return office.holder, office.span, office.title, office.organization or ""


def _key(text: str, office: OfficeMention) -> tuple[str, str]:
    return " ".join(office.holder.of(text).split()), office.title.casefold()


def _within(spans: Sequence[Span], block: Span) -> list[Span]:
    """Those of some passages in text order that lie wholly in a block."""
    first = bisect_left(spans, Span(block.start, block.start))
    last = bisect_left(spans, Span(block.end, block.end), lo=first)
    return [s for s in spans[first:last] if block.contains(s)]


def _words(
    text: str, paragraph: Paragraph, persons: Mapping[Span, Name], bodies: Sequence[Span]
) -> list[Word]:
    """The words of a paragraph, with what is known of the people and bodies in it."""
    block = paragraph.block.span
    places = {n.span for n in paragraph.names if n.kind in {"GPE", "NORP"}}
    names: dict[int, Name] = {}
    for span in places:
        names.update(dict.fromkeys(range(*span), Name.PLACE))
    # A place within an institution's name is a part of that name.
    for span in _within(bodies, block):
        if span not in places:
            names.update(dict.fromkeys(range(*span), Name.ORGANIZATION))
    for span, kind in persons.items():
        names.update(dict.fromkeys(range(*span), kind))
    label = _LABEL.match(text, *block)
    block = Span(label.end() if label else block.start, block.end)
    return read_words(
        text, block, tags=paragraph.pos_at, name_at=lambda at: names.get(at, Name.NONE)
    )


def _offices(text: str, words: Sequence[Word], persons: Sequence[Span]) -> Iterator[OfficeMention]:
    index = {w.start: k for k, w in enumerate(words)}
    ends = {w.end: k + 1 for k, w in enumerate(words)}
    for person in persons:
        start, end = index.get(person.start), _end(words, ends, person)
        if start is None or end is None:
            continue
        for construction in CONSTRUCTIONS:
            for held in construction(text, words, start, end):
                yield _mention(words, person, held)


def _end(words: Sequence[Word], ends: dict[int, int], person: Span) -> int | None:
    """The index behind a name; a possessive ending belongs to the same word."""
    if person.end in ends:
        return ends[person.end]
    return next((k + 1 for k, w in enumerate(words) if w.start < person.end <= w.end), None)


def _mention(words: Sequence[Word], person: Span, held: Held) -> OfficeMention:
    start = min(person.start, words[held.start].start)
    end = max(person.end, words[held.end - 1].end)
    return OfficeMention(
        holder=person,
        title=held.title,
        organization=held.organization,
        status=held.status,
        span=Span(start, end),
    )
