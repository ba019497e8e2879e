"""Stances: the side an attribution takes on its topics, where the act or the wording says it.

Comes in: a Document and an attribution with its act, negation and topics; best also the topic
mentions, so that a stance goes to the topic that the wording governs. Goes out: `Stance`s.
Called by the extractors. A side that has to be guessed is not taken.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from schema.attribution import Act, Attribution, Stance, TopicMention
from schema.document import Document
from schema.span import Span

Polarity = Literal["supports", "opposes"]

# What the act of speaking alone says about the object of the speech.
_SIDE_OF_ACT = {
    Act.SUPPORTED: 1,
    Act.CALLED_FOR: 1,
    Act.PROPOSED: 1,
    Act.PLEDGED: 1,
    Act.OPPOSED: -1,
    Act.DENOUNCED: -1,
}


def _forms(*verbs: str) -> str:
    """The finite forms, participle and gerund of regular verbs."""
    forms: list[str] = []
    for verb in verbs:
        stem, _, rest = verb.partition(" ")
        tail = rf"\s+{rest}" if rest else ""
        if stem.endswith("e"):
            forms.append(rf"{stem[:-1]}(?:e|es|ed|ing){tail}")
        elif re.search(r"[^aeiou]y$", stem):
            forms.append(rf"{stem[:-1]}(?:y|ies|ied|ying){tail}")
        elif stem in {"ban", "curb", "stop", "scrap"}:
            forms.append(rf"{stem}(?:s|{stem[-1]}?ed|{stem[-1]}?ing)?{tail}")
        else:
            forms.append(rf"{stem}(?:s|es|ed|ing)?{tail}")
    return "|".join(forms)


_FOR = _forms(
    "support", "back", "endorse", "welcome", "champion", "promote", "boost", "foster", "advance",
    "encourage", "accelerate", "embrace", "defend", "expand", "strengthen", "invest in",
)  # fmt: skip
_AGAINST = _forms(
    "oppose", "reject", "denounce", "condemn", "ban", "prohibit", "outlaw", "curb", "combat",
    "block", "halt", "stop", "prevent", "resist", "abolish", "scrap", "repeal", "crack down on",
    "criminalize", "criminalise", "forbid", "fight",
)  # fmt: skip
_OPERATOR = re.compile(
    rf"\b(?:(?P<plus>{_FOR}|(?:in\s+)?favou?r\s+of|support\s+for)"
    rf"|(?P<minus>{_AGAINST}|bans?\s+on|prohibitions?\s+(?:on|of)|opposition\s+to|against"
    rf"|moratorium\s+on|crackdown\s+on|(?:an?\s+)?end\s+to))\b",
    re.IGNORECASE,
)
# "rules on deepfakes", "marks for deepfakes" take no side on deepfakes; "the growth of", "the use
# of", "an end to" and the operators themselves lead on to what is meant.
_NEUTRAL = re.compile(
    r"\b(?!(?:support|favou?r|bans?|prohibitions?|opposition|moratorium|crackdown|end|invest\w*|"
    r"crack\w*\s+down|down)\b)[\w’'-]+\s+(?:on|about|for|from|with|by|in|at|to|over|into|shared|"
    r"collected|made|as)\b"
    r"|\b(?!(?:establishment|creation|construction|development|use|applications?|promotion|growth|"
    r"expansion|industry|adoption|deployment|introduction|abuse|misuse|spread|sale|export|kinds?|"
    r"forms?|types?|all|proliferation|advancement|prohibitions?|favou?r|pace|benefits?|potential|"
    r"dangers?|risks?|harms?|strengthening|opening)\b)[\w’'-]+\s+of\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|no|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.;:!?—]|,?\s\b(?:but|while|although|though|because|unless|which|who|that|if|whether)\b",
    re.IGNORECASE,
)
_MISUSE = re.compile(r"(?:misus|abus)(?:e|es|ing)\b", re.IGNORECASE)
# Who says it about himself, or what ought to be: the words before the verb of an "I support X".
_COMMITTED = re.compile(
    r"(?:\b(?:I|we|he|she|it|(?:my|our)\s+\w+)\s+(?:(?:strongly|fully|firmly|will|would|also|do|"
    r"does|did|not|n['’]t|never|can|cannot|always|still)\s+)*"
    r"|\b(?:must|should|needs?\s+to|has\s+to|have\s+to|ought\s+to|want\s+to|plan\s+to)\s+"
    r"(?:(?:not|also|never)\s+)*)$",
    re.IGNORECASE,
)


def stances_of(
    document: Document, attribution: Attribution, mentions: Iterable[TopicMention] | None = None
) -> tuple[Stance, ...]:
    """The sides an attribution takes on topics of its own content, sorted by topic.

    With `mentions` a topic counts where it stands; without them, every topic of the attribution
    counts when the content takes one side only. A topic on both sides gets none.
    """
    sides = list(_sides(document.text, attribution))
    if attribution.negated:
        sides = [(-polarity, scope) for polarity, scope in sides]
    found: dict[str, set[tuple[int, Span]]] = {}
    for topic, place in _places(document.text, attribution, mentions):
        for polarity, scope in sides:
            if place is None or scope.start <= place.start < scope.end:
                reason = Span(scope.start, place.end) if place else scope
                found.setdefault(topic, set()).add((polarity, reason))
    return tuple(
        _stance(document.text, topic, taken)
        for topic, taken in sorted(found.items())
        if len({polarity for polarity, _ in taken}) == 1
    )


def _stance(text: str, topic: str, taken: set[tuple[int, Span]]) -> Stance:
    polarity, reason = min(taken, key=lambda side: side[1])
    side: Polarity = "supports" if polarity > 0 else "opposes"
    return Stance(topic=topic, polarity=side, reason=" ".join(reason.of(text).split()))


def _places(
    text: str, attribution: Attribution, mentions: Iterable[TopicMention] | None
) -> Iterator[tuple[str, Span | None]]:
    if mentions is None:
        yield from ((t, None) for t in attribution.topics)
        return
    for mention in mentions:
        # "prevent misuse of AI" is not against what a scheme files under "misuse of AI".
        if mention.topic in attribution.topics and not _MISUSE.match(text, mention.span.start):
            yield mention.topic, mention.span


def _sides(text: str, attribution: Attribution) -> Iterator[tuple[int, Span]]:
    """Each passage of the content that a word of taking sides governs, with its sign."""
    given = _SIDE_OF_ACT.get(attribution.act)
    for content in attribution.content:
        for clause in _clauses(text, content):
            if given is not None and clause.start == attribution.content[0].start:
                yield from _governed(text, clause, given)
            elif given is None:
                yield from _own_words(text, clause)


def _own_words(text: str, clause: Span) -> Iterator[tuple[int, Span]]:
    for operator in _OPERATOR.finditer(text, *clause):
        before = text[clause.start : operator.start()]
        committed = _COMMITTED.search(before)
        if committed:
            sign = -1 if _NEGATION.search(committed.group()) else 1
            yield from _governed(text, Span(operator.start(), clause.end), sign)
            return


def _governed(text: str, clause: Span, sign: int) -> Iterator[tuple[int, Span]]:
    """Split a clause at its operators; each one turns or keeps the sign of what follows it.

    "support | a ban on | X": the sign of X is that of all operators before it together.
    "boost X and | prevent Y": an operator after "and" starts anew.
    """
    start, current = clause.start, sign
    for operator in _OPERATOR.finditer(text, *clause):
        yield from _unless_neutral(text, Span(start, operator.start()), current)
        joined = re.search(r"(?:\band|\bor|,)\s*$", text[start : operator.start()])
        turn = 1 if operator["plus"] else -1
        current = (sign if joined else current) * turn
        start = operator.start()
    yield from _unless_neutral(text, Span(start, clause.end), current)


def _unless_neutral(text: str, scope: Span, sign: int) -> Iterator[tuple[int, Span]]:
    """A topic that is itself a kind of rules ("rules for AI") may begin where the scope ends."""
    neutral = _NEUTRAL.search(text, *scope)
    end = neutral.start() + 1 if neutral else scope.end
    if end > scope.start:
        yield sign, Span(scope.start, end)


def _clauses(text: str, content: Span) -> Iterator[Span]:
    start = content.start
    for end in _CLAUSE_END.finditer(text, *content):
        if end.start() > start:
            yield Span(start, end.start())
        start = end.end()
    if start < content.end:
        yield Span(start, content.end)
