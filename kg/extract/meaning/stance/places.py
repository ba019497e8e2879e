"""Where a statement's topics stand in its content, as far as a side can be taken on them there.

Comes in: an attribution, topic mentions, the kinds of topics. Goes out: `Place`s. Called by
`stance`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.extract.meaning.stance.clauses import clauses_of
from kg.extract.meaning.stance.lexicon import INDEFINITE, POINTING, PROJECT, SUBJECT
from kg.extract.meaning.topics.bodies import is_body
from schema.attribution import Act, Attribution, Mode, TopicMention
from schema.span import Span
from schema.topic import Kind

# "prevent misuse of AI" is not against what a scheme files under "misuse of AI".
_MISUSE = re.compile(r"(?:misus|abus)(?:e|es|ing)\b", re.IGNORECASE)
_ILLS = (
    r"(?:risks?|dangers?|threats?|harms?|attacks?|cyberattacks?|vulnerabilit\w+|ransomware"
    r"|breach\w*|red\s+tape|bureaucracy|barriers)"
)
_ILL = re.compile(
    rf"(?:[\w-]+\s+){{0,2}}{_ILLS}$|{_ILLS}\s+(?:of|from|to|posed|associated)\b", re.IGNORECASE
)
_BAN = re.compile(r"^\w+\s.*\b(?:bans?|moratorium|prohibition)$", re.IGNORECASE | re.DOTALL)
_RULES = re.compile(
    r"\b(?:acts?|bills?|laws?|legislation|rules|treaty|regulations?|protections?|draft)$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|this|that|our|their|its)\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)
_REACH = 30  # characters before a mention in which its article stands
_LONGEST = 12  # words of a content whose object may be "it"
_ASKING = frozenset({Act.CALLED_FOR, Act.PROPOSED, Act.SUPPORTED, Act.OPPOSED, Act.WANTED})


class Place(NamedTuple):
    """A topic and the words that name it, or point back to it; None: the content as a whole.

    `at`: the character that a scope must hold to govern it. `names_ill`: the words name what the
    topic is to prevent ("risks of AI"). `names_rules`: they name rules on a harm ("Deepfake Act").
    `is_project`: something of this place and time ("the data centre"), which can be judged as
    measures are.
    """

    topic: str
    span: Span | None = None
    at: int = 0
    names_ill: bool = False
    names_rules: bool = False
    is_project: bool = False

    def is_governed(self, scope: Span) -> bool:
        """Whether a side with this scope is taken on the topic."""
        return self.span is None or scope.start <= self.at < scope.end


def places_of(
    text: str,
    attribution: Attribution,
    mentions: Iterable[TopicMention] | None,
    kinds: Mapping[str, Kind],
) -> Iterator[Place]:
    """The mentions of the attribution's topics in its content, else what points back to them."""
    if mentions is None:
        yield from (Place(t) for t in attribution.topics)
        return
    known = [m for m in mentions if m.topic in attribution.topics]
    inside = [m for m in known if any(c.contains(m.span) for c in attribution.content)]
    for mention in inside:
        if not _MISUSE.match(text, mention.span.start) and not is_body(text, mention):
            yield _place(text, mention)
    if any(kinds.get(m.topic) == "measure" for m in inside):
        return
    # A plan or a bill is a measure; of a thing that is discussed nearby it says nothing.
    rest = [t for t in attribution.topics if t not in {m.topic for m in inside}]
    measures = [t for t in rest if kinds.get(t) == "measure"]
    meant = measures or [t for t in rest if kinds.get(t) == "harm"]
    for span in _pointers(text, attribution) if len(meant) == 1 else ():
        yield Place(meant[0], span, span.start, names_rules=not measures)
    if len(rest) == 1 and not meant:
        for content in attribution.content:
            for found in PROJECT.finditer(text, *content):
                yield Place(rest[0], Span(*found.span()), found.start(), is_project=True)


def _place(text: str, mention: TopicMention) -> Place:
    """A mention; "the ban" is governed with what "ban" does to a topic."""
    span = mention.span
    at = span.end - 1 if _BAN.search(span.of(text)) else span.start
    words = span.of(text)
    one = not words.endswith("s") and _DEFINITE.search(
        text, max(0, span.start - _REACH), span.start
    )
    return Place(
        mention.topic,
        span,
        at,
        names_ill=_ILL.match(words) is not None,
        names_rules=_RULES.search(words) is not None,
        is_project=bool(one),
    )


def _pointers(text: str, attribution: Attribution) -> Iterator[Span]:
    """The "it" or "the plan" that a short content ends with or a clause begins with, and the
    "treaty" that is asked for."""
    first = attribution.content[0]
    words = first.of(text)
    end = POINTING.search(words) if len(words.split()) <= _LONGEST else None
    if end is not None:
        yield Span(first.start + end.start(), first.start + end.end())
    if attribution.act in _ASKING and (new := INDEFINITE.match(text, *first)):
        yield Span(*new.span())
    for content in attribution.content:
        for clause in clauses_of(text, content):
            subject = SUBJECT.match(text, *clause)
            # Without quotation marks "it" is mostly the speaker.
            own = subject and subject["pronoun"] and attribution.mode is Mode.INDIRECT
            if subject is not None and not own:
                yield Span(*subject.span())
