"""People that the recogniser missed or took for something else, found by what stands around them.

Comes in: a Reading. Goes out: passages of full names. A name counts when a title stands beside it,
or when its last word alone, and never its first, is used again, as newspapers do with people.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from kg.english.offices import CALENDAR, HEADS, HONORIFICS, SURNAMES_TOO, is_head, word_set
from kg.read.paragraph import Paragraph
from kg.read.reading import Reading
from schema.span import Span
from schema.span_index import index_of

NAME_PART = r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿĀ-ž]+(?:[-'’][A-ZÀ-ÖØ-ÞĀ-Ž]?[a-zà-öø-ÿĀ-ž]+)?"
_PARTICLE = r"(?:van|von|de|der|den|da|dos|di|bin|al|el|la|le)"
_CANDIDATE = re.compile(
    rf"(?<![\w'’-])(?<![A-Z]\.\s)(?<!\b[Tt]he\s){NAME_PART}(?:[^\S\n]+[A-Z]\.)?(?:\s+{_PARTICLE}){{0,2}}\s+{NAME_PART}"
    rf"(?:\s+(?:Jr|Sr)\.)?(?![\w-])(?!\s+[A-Z])"
)
# Heads that companies can be as well ("Norrlys, owner of ...").
_NOT_TELLING = frozenset(
    {"owner", "partner", "leader", "regulator", "publisher", "producer", "host", "member",
     "representative", "manager", "investor", "supervisor", "developer", "head", "speaker",
     "general", "state", "chair", "principal", "official", "expert", "fellow", "specialist"}
)  # fmt: skip
_OPENING = word_set(
    "With For From By As After Before During Since Under Or So Yet Both Our My His Her Its Their "
    "Some Many Most All No Not Only Even Still Also There Here How What Why Who Which Where Let"
)
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
_HEADLINE_VERBS = word_set(
    "says sees calls tells asks urges warns wants gets makes takes backs hits"
)
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_INSTITUTIONAL = re.compile(
    r"(?:Act|AI|Administration|Cabinet|Federal|Reserve|Treasury|Trade|Energy|Health|Human|Agency|Assembly|Association|Bank|Bill|Board|Bureau|Cent(?:er|re)|City|College|"
    r"Commission|Committee|Company|Conference|Congress|Corp|Corporation|Council|Court|Day|"
    r"Department|Development|Directive|East|Federation|Forum|Foundation|Fund|General|Group|House|"
    r"Inc|Industries|Initiative|Institute|Intelligence|International|Island|Labs?|Law|League|Ltd|"
    r"Media|Ministry|Museum|National|News|North|Office|Order|Organi[sz]ation|Park|Parliament|Party|"
    r"Policy|Post|Press|Province|Report|Republic|River|Robotics|School|Security|Senate|Services?|"
    r"Society|South|State|States|Street|Summit|Systems?|Technolog(?:y|ies)|Times|Today|Tribune|"
    r"Union|United|University|West|White|World|New|San|Los|Saint|The|This|In|On|At|But|And|If|"
    r"Speech|Remarks|Debate|Campaign|Voters|Supporters|Poll|When|While|Last|Next|Prime|Foreign|Vice|Chief|Deputy|Former|Acting|He|She|They|It|We)"
)


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
    words = name.split()
    given = words[0] == "Bill" and len(words) > 1
    return words[0] in _OPENING or any(_INSTITUTIONAL.fullmatch(w) for w in words[given:])


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
    words = [w.lower() for w in name.split()]
    return any(w in common or w in _HEADLINE_VERBS for w in words)


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
    words = list(re.finditer(r"\S+", span.of(text)))
    if institutional(span.of(text)) or any(w.group().lower() in CALENDAR for w in words):
        return None
    first, last = (words[k].group().lower() for k in (0, -1))
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
    words = span.of(text).split()
    return alone[words[-1]] > 0 and alone[words[0]] == 0
