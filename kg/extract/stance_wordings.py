"""Wordings that take a side: "I support X", "X must be banned", "we need X", "X would harm Y".

Comes in: a text, a clause of a statement's content and the voice it is in. Goes out: `Side`s, the
passages governed by such words with their sign. Called by `stance`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.stance_lexicon import (
    CALLED,
    COMMITTED,
    DEVOTED,
    EFFECT,
    JUDGED,
    NEGATION,
    NEUTRAL,
    OPERATOR,
    PASSIVE,
    REGULATING,
    WANTED,
)
from schema.span import Span

# "does not plan to extend it" is no side against it.
_NO_PLAN = re.compile(
    r"(?:not|never|n['’]t)\s+(?:plan|intend|need|have|hope|expect|ready)", re.IGNORECASE
)
_NEAR = 90  # characters between a subject and what is said of it


class Side(NamedTuple):
    """A passage and the side (+1, -1) that is taken on the topics in it.

    `regulating`: rules on them are wanted (or for sign -1 not wanted). `measures_only`: the words
    say nothing about other topics than measures.
    """

    sign: int
    scope: Span
    regulating: bool = False
    measures_only: bool = False


class Voice(NamedTuple):
    """Whose words a content holds: quoted ones are the speaker's only in the first person.

    `names` are those of the speaker's own body or country; `naming`: the cue is "called", so that
    the content gives something a name. `directive`: that
    something be done is asked for ("that X be banned").
    """

    quoted: bool = False
    names: frozenset[str] = frozenset()
    naming: bool = False
    directive: bool = False


def own_words(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """What a clause of the content takes sides on in the speaker's own name."""
    commitment = committed(text, clause, voice)
    if commitment is not None:
        start, words = commitment
        if not _NO_PLAN.search(words):
            sign = -1 if NEGATION.search(words) else 1
            yield from governed(text, Span(start, clause.end), sign)
        return
    yield from _wanted(text, clause, voice)
    yield from _to_be(text, clause, voice)
    yield from _judged(text, clause)
    yield from _effect(text, clause)
    if voice.naming:
        yield from _called(text, clause)


def committed(text: str, clause: Span, voice: Voice) -> tuple[int, str] | None:
    """Where a verb stands by which speakers bind themselves or others, and what is before it."""
    for operator in OPERATOR.finditer(text, *clause):
        before = COMMITTED.search(text[clause.start : operator.start()])
        if before and _is_own(before, voice):
            return operator.start(), before.group()
    return None


def _is_own(subject: re.Match[str], voice: Voice) -> bool:
    """Whether the subject of a verb is the speaker, or a body that he speaks for."""
    found = subject.groupdict()
    if found.get("third"):
        return not voice.quoted
    name = found.get("name")
    return not name or name.removesuffix("'s").removesuffix("’s") in voice.names


def _wanted(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """Schools need X; the importance of X; we are committed to X."""
    wanted = WANTED.search(text, *clause)
    devoted = DEVOTED.search(text, *clause)
    if wanted is None and devoted is not None and _is_own(devoted, voice):
        wanted = devoted
    if wanted is not None and not NEGATION.search(text, clause.start, wanted.end()):
        for side in governed(text, Span(wanted.end(), clause.end), 1):
            yield side._replace(regulating=side.sign > 0) if wanted is not devoted else side


def _to_be(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """X must be banned; asked: that X be banned."""
    passive = PASSIVE.search(text, *clause)
    if passive is not None and (passive["must"] or voice.directive):
        sign = -1 if passive["minus"] else 1
        sign *= -1 if NEGATION.search(text, passive.start(), passive.end()) else 1
        scope = Span(clause.start, passive.start())
        yield Side(sign, scope, regulating=bool(passive["rule"]))


def _judged(text: str, clause: Span) -> Iterator[Side]:
    """The bill is a mistake; it is essential to do X.

    Said of a thing or a harm it need not be about policy.
    """
    judged = JUDGED.search(text, *clause)
    if judged is None or NEGATION.search(text, *clause):
        return
    sign = 1 if judged["plus"] else -1
    yield Side(sign, _before(clause, judged), measures_only=True)
    onward = re.compile(r"\s+(?:to|that|for)\s").match(text, judged.end(), clause.end)
    if onward is not None:
        for side in governed(text, Span(onward.end(), clause.end), sign):
            yield side._replace(measures_only=True)


def _called(text: str, clause: Span) -> Iterator[Side]:
    """(Called) the bill a mistake."""
    called = CALLED.search(text, *clause)
    if called is not None and called.start() > clause.start:
        sign = 1 if called["plus"] else -1
        yield Side(sign, _before(clause, called), measures_only=True)


def _effect(text: str, clause: Span) -> Iterator[Side]:
    """The bill would stifle small firms."""
    effect = EFFECT.search(text, *clause)
    if effect is not None:
        sign = 1 if effect["plus"] else -1
        sign *= -1 if effect["not"] else 1
        yield Side(sign, _before(clause, effect), measures_only=True)


def _before(clause: Span, predicate: re.Match[str]) -> Span:
    return Span(max(clause.start, predicate.start() - _NEAR), predicate.start())


def governed(text: str, clause: Span, sign: int) -> Iterator[Side]:
    """Split a clause at its operators; each one turns or keeps the sign of what follows it.

    "support | a ban on | X": the sign of X is that of all operators before it together.
    "boost X and | prevent Y": an operator after "and" starts anew. "label | X" wants rules on X.
    """
    start, current, care = clause.start, sign, False
    for operator in OPERATOR.finditer(text, *clause):
        yield from _until_neutral(text, Span(start, operator.start()), current, care=care)
        joined = re.search(r"(?:\band|\bor|,)\s*$", text[start : operator.start()])
        turn = -1 if operator["minus"] or operator["guard"] else 1
        current = (sign if joined else current) * turn
        start, care = operator.start(), bool(operator["care"])
    yield from _until_neutral(text, Span(start, clause.end), current, care=care)


def _until_neutral(text: str, scope: Span, sign: int, *, care: bool) -> Iterator[Side]:
    """The scope as far as it leads to what is meant, and what it wants rules on.

    A topic that is itself a kind of rules ("rules for AI") may begin where the scope ends.
    """
    neutral = NEUTRAL.search(text, *scope)
    end = neutral.start() + 1 if neutral else scope.end
    if end > scope.start:
        yield Side(sign, Span(scope.start, end), regulating=care)
    for rules in REGULATING.finditer(text, neutral.start(), scope.end) if neutral else ():
        onward = NEUTRAL.search(text, rules.end(), scope.end)
        last = onward.start() + 1 if onward else scope.end
        yield Side(sign, Span(rules.end(), last), regulating=True)
