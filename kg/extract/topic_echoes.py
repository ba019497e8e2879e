"""Topics named again by their last word alone: "the bill" after "the AI Liability Bill".

Comes in: a text and the topic mentions found in it. Goes out: more mentions, for "the bill", "such
tests", "their talks", each with the topic of the latest one that it can mean. Called by `topics`.
"""

import re
from collections.abc import Iterator, Sequence

from schema.attribution import TopicMention
from schema.span import Span

# What is decided, drafted, built or done about a topic; a line holds words for one another.
_KINDS = (
    "bill bills law laws act acts legislation statute draft amendment",
    "rule rules rulebook regulation regulations guideline guidelines code",
    "test tests testing audit audits evaluation evaluations assessment assessments",
    "treaty compact pact talks accord convention declaration draft",
    "ban bans moratorium prohibition",
    "centre centres center centers complex",
    "control controls curb curbs restriction restrictions",
    "label labels labelling labeling watermark watermarks",
    "register registry",
    "scheme programme programmes program programs",
    "standard standards",
    "sandbox sandboxes",
    "fund funds",
    "plan plans strategy initiative",
    "list lists",
)
_FAMILIES: dict[str, frozenset[str]] = {}
for _line in _KINDS:
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


def echoes(text: str, mentions: Sequence[TopicMention], within: Span) -> Iterator[TopicMention]:
    """The phrases in one passage that name again a topic of `mentions` (all before it count)."""
    pointing = list(_POINTING.finditer(text, *within))
    heads = [(m, _heads(text, m, mentions)) for m in mentions] if pointing else []
    for match in pointing:
        span = Span(*match.span())
        if any(m.span.overlaps(span) for m in mentions) or _own_phrase(text, match):
            continue
        meant = _meant(heads, match[1].lower(), span.start)
        if meant is not None:
            yield TopicMention(span=span, topic=meant.topic)


def _own_phrase(text: str, match: re.Match[str]) -> bool:
    if _INDEFINITE.match(match[0]) and match[1].lower() not in {"ban", "moratorium"}:
        return True
    return _GOING_ON.match(text, match.end()) is not None


def _meant(
    heads: Sequence[tuple[TopicMention, frozenset[str]]], word: str, before: int
) -> TopicMention | None:
    """The latest mention before it with that very head, else with a word for the same thing."""
    earlier = [(m, nouns) for m, nouns in heads if m.span.end <= before]
    for wanted in (frozenset({word, word + "s", word.removesuffix("s")}), _FAMILIES[word]):
        found = [m for m, nouns in earlier if nouns & wanted]
        if found:
            return found[-1]
    return None


def _heads(text: str, mention: TopicMention, mentions: Sequence[TopicMention]) -> frozenset[str]:
    """The nouns that a form turns on: "bill" of "AI liability bill", "rules" of "rules for AI",
    and the one that it stands beside: "a ban on deepfakes", "the deepfake bill". The noun of
    another mention is not its own: "export controls on chips"."""
    words = _PREPOSITION.split(mention.span.of(text))[0].split()
    behind = _BEHIND.match(text, mention.span.end)
    start = mention.span.start
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None:
        noun = Span(*before.span(1))
        before = None if any(noun.overlaps(m.span) for m in mentions) else before
    nouns = [m[1] for m in (behind, before) if m is not None]
    return frozenset(w.lower() for w in [*words[-1:], *nouns])
