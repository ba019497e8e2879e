"""Papers in a text: reports, laws, bills and plans that have a name or are pointed to.

Comes in: a Reading. Goes out: the passages of their names, without article where they have a proper
name.
"""

import re
from collections.abc import Iterator

from kg.english.offices import is_head
from kg.english.words import any_of, either
from kg.read.paragraph import Paragraph
from kg.read.reading import Reading
from schema.span import Span

_KINDS = any_of("papers", "kinds of names")
_CAPITAL = r"[A-Z0-9][\w&.’'-]{0,60}"  # no word is longer
_JOINING = r"(?:of|for|and|on|&)"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_CAPITAL}\s+(?:(?:{_CAPITAL}|{_JOINING})\s+){{0,9}}?)"
    rf"(?:{_KINDS})\b(?:\s+(?:No\.\s*)?\d[\d/.-]*\d)?"
    rf"(?:\s+(?:on|for|of|to)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:(?:{_JOINING}\s+(?:the\s+)?)?{_CAPITAL}))*)?"
)
_NUMBERED = re.compile(r"\bExecutive Orders?\s+\d[\d-]*")
# No part of the name: the word that begins the sentence, and "China-proposed", "UN-backed".
_OPENING = re.compile(
    r"(?:(?:The|This|That|An?|In|Under|And|But|By|On|Our|Its|His|Her|[A-Z]\w*-[a-z]+ed)\s+)+"
)
# "the government work report", "the draft bill": an article, a few words, a kind of paper.
_POINTED = re.compile(
    r"\b(?:the|this|that|its|their|a|an)\s+((?:[\w’'-]+\s+){0,4}?"
    rf"(?:{any_of('papers', 'pointed to')}))\b",
    re.IGNORECASE,
)
# "our new report, *Open Norr*": a title in italics or quotation marks behind the kind of paper.
_TITLED = re.compile(
    rf"\b(?:{either('papers', 'with titles')})\b,?\s+(?:titled|entitled|called|headlined)?"
    r",?\s*(?:[*_]{1,2}|[\"“])(?P<title>[A-Z][^*_\"“”\n]{3,90}?)[,.]?(?:[*_]{1,2}|[\"”])"
)
# "Institute of Law" is no law.
_FIELD_OF_STUDY = re.compile(r"\b(?:of|and|for)\s\w+$")
_PREMODIFIER = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


def papers(reading: Reading) -> tuple[Span, ...]:
    """The passages that name or point to a paper, in text order; they may overlap."""
    found: set[Span] = set()
    for paragraph in reading.paragraphs:
        found.update(_named(reading.text, paragraph.block.span))
        found.update(_pointed(reading.text, paragraph))
        found.update(_titled(reading.text, paragraph.block.span))
    return tuple(sorted(found))


def _named(text: str, within: Span) -> Iterator[Span]:
    for pattern in (_NAMED, _NUMBERED):
        for match in pattern.finditer(text, *within):
            opening = _OPENING.match(text, *match.span())
            start = opening.end() if opening else match.start()
            # "The Act" points to a law, it does not name one.
            name = " ".join(text[start : match.end()].split())
            if " " in name and not _FIELD_OF_STUDY.search(name) and not _somebody(name):
                yield Span(start, match.end())


def _titled(text: str, within: Span) -> Iterator[Span]:
    """Titles: at least two words, so that a quoted remark of one word is none."""
    for match in _TITLED.finditer(text, *within):
        words = re.findall(r"[\w’'-]+", match["title"])
        capitals = sum(w[0].isupper() or len(w) < 4 for w in words)
        if len(words) > 1 and 3 * capitals >= 2 * len(words):
            yield Span(*match.span("title"))


def _somebody(name: str) -> bool:
    """ "Mayor Bill" is no bill."""
    *before, last = name.split()
    return last == "Bill" and is_head(before[-1])


def _pointed(text: str, paragraph: Paragraph) -> Iterator[Span]:
    for match in _POINTED.finditer(text, *paragraph.block.span):
        words = [m.start() for m in re.finditer(r"\S+", match[1])]
        tags = [paragraph.pos_at.get(match.start(1) + w, "NOUN") for w in words]
        if all(tag in _PREMODIFIER for tag in tags):
            yield Span(*match.span(1))
