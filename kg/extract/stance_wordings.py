"""Wordings that take a side: "I support X", "X must be banned", "we need X", "a ban on X".

Comes in: a text and a clause of a statement's content. Goes out: `Side`s, the passages governed by
such words with their sign. Called by `stance`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.cues_stance import (
    CLAUSE_END,
    COMMITTED,
    JUDGED,
    NEEDED,
    NEGATION,
    NEUTRAL,
    OPERATOR,
    PASSIVE,
    REGULATING,
)
from schema.span import Span


class Side(NamedTuple):
    """A passage and the side (+1, -1) that is taken on the topics in it.

    `regulating`: rules on them are wanted (or for sign -1 not wanted). `measures_only`: the words
    say nothing about other topics than measures.
    """

    sign: int
    scope: Span
    regulating: bool = False
    measures_only: bool = False


def own_words(text: str, clause: Span) -> Iterator[Side]:
    """What a clause of the content takes sides on in the speaker's own name."""
    for operator in OPERATOR.finditer(text, *clause):
        committed = COMMITTED.search(text[clause.start : operator.start()])
        if committed:
            sign = -1 if NEGATION.search(committed.group()) else 1
            yield from governed(text, Span(operator.start(), clause.end), sign)
            return
    yield from _needed(text, clause)
    yield from _to_be(text, clause)
    yield from _judged(text, clause)


def _needed(text: str, clause: Span) -> Iterator[Side]:
    """Schools need X."""
    needed = NEEDED.search(text, *clause)
    if needed is not None and not NEGATION.search(text, clause.start, needed.end()):
        for side in governed(text, Span(needed.end(), clause.end), 1):
            yield side._replace(regulating=side.sign > 0)


def _to_be(text: str, clause: Span) -> Iterator[Side]:
    """X must be banned."""
    passive = PASSIVE.search(text, *clause)
    if passive is not None:
        sign = -1 if passive["minus"] else 1
        sign *= -1 if NEGATION.search(text, passive.start(), passive.end()) else 1
        scope = Span(clause.start, passive.start())
        yield Side(sign, scope, regulating=bool(passive["rule"]))


def _judged(text: str, clause: Span) -> Iterator[Side]:
    """The bill is a mistake. Said of a thing or a harm it need not be about policy."""
    judged = JUDGED.search(text, *clause)
    if judged is not None and not NEGATION.search(text, *clause):
        sign = 1 if judged["plus"] else -1
        yield Side(sign, Span(clause.start, judged.start()), measures_only=True)


def governed(text: str, clause: Span, sign: int) -> Iterator[Side]:
    """Split a clause at its operators; each one turns or keeps the sign of what follows it.

    "support | a ban on | X": the sign of X is that of all operators before it together.
    "boost X and | prevent Y": an operator after "and" starts anew.
    """
    start, current = clause.start, sign
    for operator in OPERATOR.finditer(text, *clause):
        yield from _until_neutral(text, Span(start, operator.start()), current)
        joined = re.search(r"(?:\band|\bor|,)\s*$", text[start : operator.start()])
        turn = 1 if operator["plus"] else -1
        current = (sign if joined else current) * turn
        start = operator.start()
    yield from _until_neutral(text, Span(start, clause.end), current)


def _until_neutral(text: str, scope: Span, sign: int) -> Iterator[Side]:
    """The scope as far as it leads to what is meant, and what it wants rules on.

    A topic that is itself a kind of rules ("rules for AI") may begin where the scope ends.
    """
    neutral = NEUTRAL.search(text, *scope)
    end = neutral.start() + 1 if neutral else scope.end
    if end > scope.start:
        yield Side(sign, Span(scope.start, end))
    for rules in REGULATING.finditer(text, neutral.start(), scope.end) if neutral else ():
        onward = NEUTRAL.search(text, rules.end(), scope.end)
        last = onward.start() + 1 if onward else scope.end
        yield Side(sign, Span(rules.end(), last), regulating=True)


def clauses_of(text: str, content: Span) -> Iterator[Span]:
    """A content in clauses: what one of them takes a side on does not reach the next."""
    start = content.start
    for end in CLAUSE_END.finditer(text, *content):
        if end.start() > start:
            yield Span(start, end.start())
        start = end.end()
    if start < content.end:
        yield Span(start, content.end)
