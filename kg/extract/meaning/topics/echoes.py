"""Topics named again by their last word alone: "the bill" after "the AI Liability Bill".

Comes in: a text and the topic mentions found in it. Goes out: more mentions, for "the bill", "such
tests", "their talks", each with the topic of the latest one that it can mean.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.english.words import phrases
from schema.attribution import TopicMention
from schema.span import Span
from schema.span_index import SpanIndex

# What is decided, drafted, built or done about a topic; a line holds words for one another.
_FAMILIES: dict[str, frozenset[str]] = {}
for _line in phrases("measures", "alike"):
    _family = frozenset(_line.split())
    for _word in _family:
        _FAMILIES[_word] = _FAMILIES.get(_word, frozenset()) | _family
_POINTING = re.compile(
    r"\b(?:the|this|that|these|those|such|any|its|their|his|her|both|an?|no)\s+"
    r"(?:(?:draft|new|proposed|planned|current|old|present|same|final)\s+)?"
    rf"({'|'.join(sorted(_FAMILIES, key=len, reverse=True))})(?!\w|-\w)",
    re.IGNORECASE,
)
# What makes the phrase one of its own: "the act of", "the law school", "a plan to".
_GOING_ON = re.compile(r"\s+(?:of|on|for|to|against|about)\b|['’]s\b")
_INDEFINITE = re.compile(r"an?\b|no\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s+(?:on|of|for|about|in|to|with|from)\s+", re.IGNORECASE)
_NOUN = "|".join(sorted(_FAMILIES, key=len, reverse=True))
# "deepfake bill", "AI Safety (Testing) Bill"; "a moratorium on new data centres".
_BEHIND = re.compile(rf"(?:\s+\(?[A-Z]\w+\)?)??[\s-]+((?i:{_NOUN}))(?!\w)")
_BEFORE = re.compile(
    rf"(?<!\w)({_NOUN})\s+(?:on|of|for|against|about)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
_REACH = 40  # characters before a mention in which "a ban on" stands


class Echoes:
    """Finds the phrases of a text that name a topic again, block by block in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken: SpanIndex[TopicMention] = SpanIndex()
        self._named = _Named()

    def of_block(self, mentions: Sequence[TopicMention], within: Span) -> tuple[TopicMention, ...]:
        """The phrases in a block that name again a topic of `mentions`, which are those of the
        block, or of what was found in the blocks before it."""
        for mention in mentions:
            self._taken.add(mention.span, mention)
        pointing = list(_POINTING.finditer(self._text, *within))
        here = _Named()
        for mention in mentions if pointing else ():
            here.add(mention, self._heads(mention), until=mention.span.end)
        found = tuple(m for match in pointing if (m := self._meant(match, here)) is not None)
        for mention in found:
            self._taken.add(mention.span, mention)
        for mention in (*mentions, *found):
            self._named.add(mention, self._heads(mention), until=within.start)
        return found

    def _meant(self, match: re.Match[str], here: "_Named") -> TopicMention | None:
        span, word = Span(*match.span()), match[1].lower()
        if self._taken.meeting(span) or _own_phrase(self._text, match):
            return None
        for wanted in (frozenset({word, word + "s", word.removesuffix("s")}), _FAMILIES[word]):
            meant = here.latest(wanted, span.start) or self._named.latest(wanted, span.start)
            if meant is not None:
                return TopicMention(span=span, topic=meant.topic)
        return None

    def _heads(self, mention: TopicMention) -> frozenset[str]:
        return _heads(self._text, mention, self._taken)


class _Named:
    """Mentions by the nouns that they turn on, in the order of the text."""

    def __init__(self) -> None:
        self._by_noun: dict[str, list[tuple[int, int, TopicMention]]] = {}
        self._count = 0

    def add(self, mention: TopicMention, nouns: Iterable[str], *, until: int) -> None:
        """Note one more, behind those noted; it counts from the place `until` on."""
        self._count += 1
        for noun in nouns:
            self._by_noun.setdefault(noun, []).append((until, self._count, mention))

    def latest(self, nouns: Iterable[str], before: int) -> TopicMention | None:
        """The one noted last of those with one of some nouns that count before a place."""
        found = [
            kept[at - 1][1:]
            for kept in (self._by_noun.get(noun, []) for noun in nouns)
            if (at := bisect_right(kept, before, key=lambda entry: entry[0]))
        ]
        return max(found, key=lambda entry: entry[0])[1] if found else None


def _own_phrase(text: str, match: re.Match[str]) -> bool:
    if _INDEFINITE.match(match[0]) and match[1].lower() not in {"ban", "moratorium"}:
        return True
    return _GOING_ON.match(text, match.end()) is not None


def _heads(text: str, mention: TopicMention, mentions: SpanIndex[TopicMention]) -> frozenset[str]:
    """The nouns that a form turns on: "bill" of "AI liability bill", "rules" of "rules for AI",
    and the one that it stands beside: "a ban on deepfakes", "the deepfake bill". The noun of
    another mention is not its own: "export controls on chips"."""
    words = _PREPOSITION.split(mention.span.of(text))[0].split()
    behind = _BEHIND.match(text, mention.span.end)
    start = mention.span.start
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None:
        before = None if mentions.meeting(Span(*before.span(1))) else before
    nouns = [m[1] for m in (behind, before) if m is not None]
    return frozenset(w.lower() for w in [*words[-1:], *nouns])
