"""Wordings that take a side: "I support X", "X must be banned", "we need X", "X would harm Y".

Comes in: a text, a clause of a statement's content and the voice it is in. Goes out: `Side`s, the
passages governed by such words with their sign.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.meaning.stance.lexicon import (
    AWAY,
    CALLED,
    COMMITTED,
    DEVOTED,
    EFFECT,
    JOINED,
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
_BARE = re.compile(r"\w+(?<!s)(?<!ed)(?:\s(?:out|down|away))?", re.IGNORECASE)
_LAST_WORDS = re.compile(r"(?:[\w’'-]+\s+){1,3}$")
# "liable for harm", "the damage": the word is a noun, and nobody's effect.
_NOUN_NEXT = re.compile(
    r"\b(?:for|of|from|about|against|with|no|any|the|an?|this|such)\s+$", re.IGNORECASE
)
_FOR = re.compile(r"\bfor$", re.IGNORECASE)
_REACH = 120  # characters before a verb in which its subject stands
_NEAR = 90  # characters between a subject and what is said of it


class Side(NamedTuple):
    """A passage and the side (+1, -1) that is taken on the topics in it.

    `regulating`: rules on them are wanted (or for sign -1 not wanted). `measures_only`: the words
    say nothing about other topics than measures; `harms_only`: than harms. `judging`: the passage
    is the subject that something is said of.
    `by`: the words that take the side, where they stand outside the passage.
    """

    sign: int
    scope: Span
    regulating: bool = False
    measures_only: bool = False
    judging: bool = False
    harms_only: bool = False
    by: Span | None = None


class Voice(NamedTuple):
    """Whose words a content holds: quoted ones are the speaker's only in the first person.

    `names` are those of the speaker's own body or country; `naming`: the cue is "called", so that
    the content gives something a name. `directive`: that
    something be done is asked for ("that X be banned"). `official`: who speaks for a country may
    call it by its name.
    """

    quoted: bool = False
    names: frozenset[str] = frozenset()
    naming: bool = False
    directive: bool = False
    official: bool = False


def own_words(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """What a clause of the content takes sides on in the speaker's own name."""
    commitment = committed(text, clause, voice)
    if commitment is not None:
        words = commitment.of(text)
        if not _NO_PLAN.search(words):
            sign = -1 if NEGATION.search(words) else 1
            for side in governed(text, Span(commitment.end, clause.end), sign):
                yield side._replace(by=commitment)
        return
    if not voice.quoted:
        yield from _joined(text, clause)
    yield from _wanted(text, clause, voice)
    yield from _to_be(text, clause, voice)
    yield from _judged(text, clause)
    yield from _effect(text, clause)
    if voice.naming:
        yield from _called(text, clause)


def committed(text: str, clause: Span, voice: Voice) -> Span | None:
    """The words before a verb by which speakers bind themselves or others: "we will not"."""
    for operator in OPERATOR.finditer(text, *clause):
        start = max(clause.start, operator.start() - _REACH)
        before = COMMITTED.search(text, start, operator.start())
        if before and _is_own(before, voice, opens=before.start() == clause.start):
            return Span(before.start(), operator.start())
    return None


def _is_own(subject: re.Match[str], voice: Voice, *, opens: bool) -> bool:
    """Whether the subject of a verb is the speaker, or a body that he speaks for.

    `opens`: it stands first in its clause, as the country in "Norr opposes it" does.
    """
    found = subject.groupdict()
    if found.get("third"):
        return not voice.quoted
    name = found.get("name")
    if not name:
        return True
    stem = name.removesuffix("'s").removesuffix("’s")
    return stem in voice.names or (voice.official and name[0].isupper() and opens)


def _joined(text: str, clause: Span) -> Iterator[Side]:
    """(Said that Y) and urged Z to do X: a second cue."""
    joined = JOINED.search(text, *clause)
    if joined is not None:
        sign = 1 if joined["plus"] else -1
        for side in governed(text, Span(joined.end(), clause.end), sign):
            yield side._replace(by=Span(*joined.span()))


def _wanted(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """Schools need X; the importance of X; we are committed to X."""
    wanted = WANTED.search(text, *clause)
    devoted = DEVOTED.search(text, *clause)
    if wanted is None and devoted is not None and _is_own(devoted, voice, opens=False):
        wanted = devoted
    if wanted is not None and not NEGATION.search(text, clause.start, wanted.end()):
        for side in governed(text, Span(wanted.end(), clause.end), 1):
            regulating = side.regulating if wanted is devoted else side.sign > 0
            yield side._replace(regulating=regulating, by=Span(*wanted.span()))


def _to_be(text: str, clause: Span, voice: Voice) -> Iterator[Side]:
    """X must be banned; asked: that X be banned."""
    passive = PASSIVE.search(text, *clause)
    if passive is not None and (passive["must"] or voice.directive):
        sign = -1 if passive["minus"] else 1
        sign *= -1 if NEGATION.search(text, passive.start(), passive.end()) else 1
        scope = Span(clause.start, passive.start())
        by = Span(*passive.span())
        yield Side(sign, scope, regulating=bool(passive["rule"]), by=by)


def _judged(text: str, clause: Span) -> Iterator[Side]:
    """The bill is a mistake; it is essential to do X.

    Said of a thing or a harm it need not be about policy.
    """
    judged = JUDGED.search(text, *clause)
    if judged is None or (NEGATION.search(text, *clause) and not judged["fails"]):
        return
    sign = 1 if judged["plus"] else -1
    by = Span(*judged.span())
    yield Side(sign, _before(clause, judged), judging=True, by=by)
    onward = re.compile(r"\s+(?:to|that|for)\s").match(text, judged.end(), clause.end)
    if onward is not None:
        for side in governed(text, Span(onward.end(), clause.end), sign):
            yield side._replace(judging=True, by=by)


def _called(text: str, clause: Span) -> Iterator[Side]:
    """(Called) the bill a mistake."""
    called = CALLED.search(text, *clause)
    if called is not None and called.start() > clause.start:
        sign = 1 if called["plus"] else -1
        yield Side(sign, _before(clause, called), judging=True, by=Span(*called.span()))


def _effect(text: str, clause: Span) -> Iterator[Side]:
    """The bill would stifle small firms."""
    effect = EFFECT.search(text, *clause)
    if effect is not None and not _NOUN_NEXT.search(text, clause.start, effect.start()):
        sign = -1 if effect["minus"] else 1
        sign *= -1 if effect["not"] else 1
        scope = _before(clause, effect)
        if _BARE.fullmatch(effect.group()):  # "to X and protect Y": only a plural next to it
            near = _LAST_WORDS.search(text, *scope)
            scope = Span(near.start(), scope.end) if near else Span(scope.end, scope.end)
        yield Side(sign, scope, judging=True, by=Span(*effect.span()))


def _before(clause: Span, predicate: re.Match[str]) -> Span:
    return Span(max(clause.start, predicate.start() - _NEAR), predicate.start())


def governed(text: str, clause: Span, sign: int) -> Iterator[Side]:
    """Split a clause at its operators; each one turns or keeps the sign of what follows it.

    "support | a ban on | X": the sign of X is that of all operators before it together.
    "boost X and | prevent Y": an operator after "and" starts anew. "label | X" wants rules on X.
    """
    start, current, last = clause.start, sign, None
    for operator in OPERATOR.finditer(text, *clause):
        yield from _segment(text, Span(start, operator.start()), current, last)
        joined = re.search(r"(?:\band|\bor|,)\s*$", text[start : operator.start()])
        current = (sign if joined else current) * (-1 if _turns(operator) else 1)
        start, last = operator.start(), operator
    yield from _segment(text, Span(start, clause.end), current, last)


def _turns(operator: re.Match[str]) -> bool:
    return bool(operator["minus"] or operator["guard"])


def _segment(text: str, scope: Span, sign: int, operator: re.Match[str] | None) -> Iterator[Side]:
    """What follows one operator, as far as the next one."""
    care = operator is not None and bool(operator["care"])
    if operator is not None and (_turns(operator) if sign < 0 else care):
        away = AWAY.search(text, *scope)  # harms are met with it, however far off they are named
        yield Side(-1, Span(scope.start, away.start() if away else scope.end), harms_only=True)
    building = operator is not None and bool(operator["build"])
    yield from _until_neutral(text, scope, Side(sign, scope, regulating=care), building=building)


def _until_neutral(text: str, scope: Span, side: Side, *, building: bool) -> Iterator[Side]:
    """The scope as far as it leads to what is meant, and what it wants rules on.

    A topic that is itself a kind of rules ("rules for AI") may begin where the scope ends. What is
    built for something ("a training ground for robots") is for it.
    """
    found = NEUTRAL.finditer(text, *scope)
    neutral = next((m for m in found if not (building and _FOR.search(m.group()))), None)
    end = neutral.start() + 1 if neutral else scope.end
    if end > scope.start:
        yield side._replace(scope=Span(scope.start, end))
    for rules in REGULATING.finditer(text, neutral.start(), scope.end) if neutral else ():
        onward = NEUTRAL.search(text, rules.end(), scope.end)
        last = onward.start() + 1 if onward else scope.end
        yield Side(side.sign, Span(rules.end(), last), regulating=True)
