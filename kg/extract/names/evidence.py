"""People that the recogniser missed or took for something else, found by what stands around them.

Comes in: a Reading. Goes out: passages of full names. A name counts when a title stands beside it,
or when its last word alone, and never its first, is used again, as newspapers do with people.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from kg.english.offices import CALENDAR, HEADS, HONORIFICS, SURNAMES_TOO, is_head
from kg.english.words import either, listed
from kg.read.paragraph import Paragraph
from kg.read.reading import Reading
from schema.span import Span
from schema.span_index import index_of

NAME_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿĀ-ž]+(?:[-'’][A-ZÀ-ÖØ-ÞĀ-Ž]?[a-zà-öø-ÿĀ-ž]+)?"
PARTICLE = rf"(?:{either('people', 'particles')})"
_CANDIDATE = re.compile(
    rf"(?<![\w'’-])(?<![A-Z]\.\s)(?<!\b[Tt]he\s){NAME_PART}(?:[^\S\n]+[A-Z]\.)?(?:\s+{PARTICLE}){{0,2}}\s+{NAME_PART}"
    rf"(?:\s+(?:Jr|Sr)\.)?(?![\w-])(?!\s+[A-Z])"
)
# Heads that companies can be as well ("Norrlys, owner of ...").
_NOT_TELLING = listed("offices", "not telling")
_OPENING = listed("signs", "opening a sentence")
_HEAD = "|".join(sorted((re.escape(h) for h in HEADS - _NOT_TELLING), key=len, reverse=True))
_TITLE_BEHIND = re.compile(
    rf"\s*,\s+(?:\d\d,\s+)?(?:also\s+)?(?:an?|the|its|his|her|former|acting)?\s*"
    rf"(?:[\w'’&.-]+\s+){{0,5}}?(?:(?:{_HEAD})\b|(?:head|chair)\s+of\b)",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(rf"(?:\b(?:{_HEAD})|\b(?:Mr|Ms|Mrs|Dr|Sen|Rep)\.?)\s+$", re.IGNORECASE)
_TITLE_AND_COMMA = re.compile(
    rf"\b(?:the|its|their|his|her|former|\w+['’]s)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{_HEAD}|head|chair)\b"
    r"[^,.;:()]{0,80},\s+$",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w-])")
_HEADLINE_VERBS = listed("signs", "verbs of headlines")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_INSTITUTIONAL = listed("bodies", "institutional")


def unrecognised(reading: Reading) -> Iterator[Span]:
    """The passages of full names that title or usage shows to be people's."""
    text, alone = reading.text, _words_alone(reading.paragraphs)
    for paragraph in reading.paragraphs:
        recognised = index_of(n.span for n in paragraph.names if n.kind == "PERSON")
        for match in _CANDIDATE.finditer(text, *paragraph.block.span):
            span = _without_titles(text, Span(*match.span()))
            if span is None or recognised.holding(span):
                continue
            if _shown(text, span, alone) or _taken_up(text, span, paragraph):
                yield span


def institutional(name: str) -> bool:
    """Whether a word of the name belongs to institutions, places, papers or the sentence."""
    spelt = name.split()
    given = spelt[0] == "Bill" and len(spelt) > 1
    return spelt[0] in _OPENING or not _INSTITUTIONAL.isdisjoint(spelt[given:])


def common_words(text: str) -> frozenset[str]:
    """The words that a text also writes without a capital, in lower case."""
    return frozenset(_LOWER.findall(text))


def is_headed(block: str) -> bool:
    """Whether a block has capitals like a heading, so that they say nothing in it."""
    long = [w for w in re.findall(r"[^\W\d_]+", block) if len(w) > 3]
    capitals = sum(w[0].isupper() for w in long)
    return len(long) > 2 and capitals >= 0.8 * len(long)


def has_common_word(name: str, common: Collection[str]) -> bool:
    """Whether a word of the name is a common one, or a verb of headlines ("Norr Says")."""
    return any(w in common or w in _HEADLINE_VERBS for w in name.lower().split())


def _words_alone(paragraphs: Sequence[Paragraph]) -> Counter[str]:
    """How often each proper noun stands alone, without article or capitals beside it."""
    alone: Counter[str] = Counter()
    for paragraph in paragraphs:
        tokens = paragraph.tokens
        for k, token in enumerate(tokens):
            if token.pos != "PROPN":
                continue
            before = tokens[k - 1] if k else None
            behind = tokens[k + 1] if k + 1 < len(tokens) else None
            joined = any(t is not None and t.text[0].isupper() for t in (before, behind))
            article = before is not None and before.lower in {"the", "a", "an", "-"}
            if not joined and not article:
                alone[token.text] += 1
    return alone


def _without_titles(text: str, span: Span) -> Span | None:
    spelt = span.of(text).lower().split()
    if institutional(span.of(text)) or not CALENDAR.isdisjoint(spelt):
        return None
    first, last = spelt[0], spelt[-1]
    titled = is_head(first) or first in HONORIFICS or (is_head(last) and last not in SURNAMES_TOO)
    return None if titled else span


def _taken_up(text: str, span: Span, paragraph: Paragraph) -> bool:
    """Whether "he" or "she" takes the name up before anybody else is named."""
    following = text[span.end : min(paragraph.block.end, span.end + 250)]
    pronoun = _PRONOUN.search(following)
    between = pronoun and _CANDIDATE.search(following[: pronoun.start()])
    return pronoun is not None and not between


def _shown(text: str, span: Span, alone: Counter[str]) -> bool:
    if _TITLE_BEHIND.match(text, span.end, span.end + 120):
        return True
    if _TITLE_BEFORE.search(text, max(0, span.start - 40), span.start):
        return True
    if _TITLE_AND_COMMA.search(text, max(0, span.start - 160), span.start):
        return True
    first, *_, last = span.of(text).split()
    return alone[last] > 0 and alone[first] == 0
