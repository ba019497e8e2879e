"""What the act of speaking alone says about the object of the speech.

Comes in: an attribution with its act, and a clause of its content. Goes out: `Side`s, and the voice
of the content.
"""

import re
from collections.abc import Iterator

from kg.extract.meaning.stance.lexicon import AWAY, NAMING, NEGATION, OPENING, OPERATOR, PASSIVE
from kg.extract.meaning.stance.wordings import Side, Voice, committed, governed
from kg.extract.meaning.topics.context import is_turn
from schema.attribution import Act, Attribution, Mode
from schema.span import Span

_SIDE_OF_ACT = {
    Act.SUPPORTED: 1,
    Act.CALLED_FOR: 1,
    Act.PROPOSED: 1,
    Act.PLEDGED: 1,
    Act.OPPOSED: -1,
    Act.DENOUNCED: -1,
}
# These take the side of the words they begin with: "wants to ban X", "announced support for X".
_SIDE_BY_WORDS = frozenset({Act.WANTED, Act.PLANNED, Act.ANNOUNCED})
_DIRECTIVE = frozenset({Act.CALLED_FOR, Act.PROPOSED, Act.PLEDGED, Act.WANTED})
# "urged parliament to pass X": whoever is urged is not what is wanted.
_ADDRESSEE = re.compile(
    r"[^.;]{2,80}?\bto\s+(?!the\b|an?\b|their\b|its\b|become\b|remain\b|stay\b)(?=[a-z]+\b)"
)
_DONE_TO = re.compile(r"[^.;]{2,80}?\b(?:to\s+)?be\s+(?=\w)")
_FOR = re.compile(r"\bfor$")
# "refused to sign X".
_TAKING_UP = re.compile(
    r"(?:that\s+)?(?:to\s+)?(?:support|back|endorse|sign|join|ratify|accept|adopt|approve"
    r"|vote\s+for|agree\s+to|commit\s+to|embrace)\b",
    re.IGNORECASE,
)
_COMING = re.compile(r"\b(?:will|would|could|may|might|can|risks)\s+(?!not\b|never\b)\w+")
_THAT_WOULD = re.compile(r"\s+(?:would|will|can|to)\s")
_OFFICIAL = re.compile(
    r"spokes\w+|\bminister\b|\bministry\b|\bgovernment\b|\bembassy\b", re.IGNORECASE
)
_RULED_OUT = re.compile(r"\brul(?:e|es|ed|ing)\s+out\b")
_WANTING = re.compile(r"\b(?:want|seek|sought|prefer|favou?r)(?:s|ed|ing|red)?$")
_INFINITIVE = re.compile(r"(?:to(?!\s+see\b)|that)\s")
_CLAUSE = re.compile(
    r"(?:that|it|he|she|they|we|I|there)\b|.*\b(?:will|would|has|have|had|is|was)\b"
)
_NAME = re.compile(r"\b[A-Z][\w-]+")


def voice_of(text: str, attribution: Attribution) -> Voice:
    """In whose words the content is; names are those in the source."""
    return Voice(
        quoted=attribution.mode is Mode.DIRECT or is_turn(text, attribution),
        official=any(_OFFICIAL.search(s.of(text)) for s in attribution.source),
        names=frozenset(n for s in attribution.source for n in _NAME.findall(s.of(text))),
        naming=any(NAMING.search(s.of(text)) for s in attribution.cue),
        directive=attribution.act in _DIRECTIVE,
    )


def _announces_thing(text: str, attribution: Attribution) -> bool:
    """Announced tighter rules; not: announced that the rules had failed."""
    announced = attribution.act is Act.ANNOUNCED and not attribution.negated
    return announced and _CLAUSE.match(text, *attribution.content[0]) is None


def _wants_thing(text: str, attribution: Attribution) -> bool:
    """Wants mandatory tests; not: hopes that, wants to."""
    wanting = any(_WANTING.search(s.of(text)) for s in attribution.cue)
    return wanting and _INFINITIVE.match(text, *attribution.content[0]) is None


def given_sides(
    text: str, attribution: Attribution, clause: Span, voice: Voice, *, opens: bool
) -> Iterator[Side]:
    """The sides that the act takes on what stands in a clause; `opens`: the content's first.

    None where the speakers bind themselves in words that turn: "I oppose a ban".
    """
    sign = _given(text, attribution)
    commitment = committed(text, clause, voice)
    if commitment is not None and _turned(text, Span(commitment.start, clause.end)):
        return
    if not sign and opens and _announces_thing(text, attribution):
        yield from (s._replace(measures_only=True) for s in governed(text, clause, 1))
    if sign and (opens or _goes_on(text, attribution, clause)):
        asked = _asked(text, attribution, clause)
        yield from governed(text, asked, sign)
        if attribution.act in _DIRECTIVE and sign > 0:
            yield from _for_all_measures(text, asked)
    if attribution.negated or not opens:
        return
    coming = _COMING.search(text, *clause)
    if attribution.act is Act.WARNED and coming is not None:
        scope = Span(clause.start, coming.start())
        yield Side(-1, scope, judging=True, by=Span(*coming.span()))
    if attribution.act is Act.DENOUNCED and OPERATOR.search(text, *clause) is None:
        yield Side(-1, clause, harms_only=True)  # accused platforms of making harms


def _goes_on(text: str, attribution: Attribution, clause: Span) -> bool:
    """(Called for a law) that would do X."""
    return (
        attribution.act in _DIRECTIVE
        and text[: clause.start].endswith(("that", "which"))
        and _THAT_WOULD.match(text, *clause) is not None
    )


def _asked(text: str, attribution: Attribution, clause: Span) -> Span:
    """The clause without the one who is asked, or the thing that something is to be done to."""
    asked = attribution.act is Act.CALLED_FOR and not any(
        _FOR.search(s.of(text)) for s in attribution.cue
    )
    if attribution.act in _SIDE_BY_WORDS:
        deed = OPERATOR.search(text, *clause)
        return Span(deed.start(), clause.end) if deed else clause
    addressee = (asked and _ADDRESSEE.match(text, *clause)) or _DONE_TO.match(text, *clause)
    return Span(addressee.end(), clause.end) if addressee else clause


def _for_all_measures(text: str, clause: Span) -> Iterator[Side]:
    """Whatever is done about it, a measure that is asked for is wanted, unless a word turns it."""
    away = AWAY.search(text, *clause)
    scope = Span(clause.start, away.start() if away else clause.end)
    if scope.end > scope.start and not _turned(text, scope) and not PASSIVE.search(text, *scope):
        yield Side(1, scope, measures_only=True)


def _turned(text: str, scope: Span) -> bool:
    """Whether any word in it turns a side."""
    operators = OPERATOR.finditer(text, *scope)
    return any(o["minus"] or o["guard"] for o in operators) or bool(NEGATION.search(text, *scope))


def _given(text: str, attribution: Attribution) -> int:
    """The side that the act alone takes on what it governs; 0 for none."""
    act, content = attribution.act, attribution.content[0]
    if attribution.negated:
        # Who does not support it is against it; who does not oppose it need not be for it.
        return -1 if act is Act.SUPPORTED else 0
    if act is Act.WARNED and any("against" in s.of(text) for s in attribution.cue):
        return -1
    if act is Act.DECLINED and _TAKING_UP.match(text, *content):
        return -1
    if act is Act.DENIED and any(_RULED_OUT.search(s.of(text)) for s in attribution.cue):
        return -1
    if act in _SIDE_BY_WORDS and OPENING.match(text, *content):
        return 1
    if act is Act.WANTED and _wants_thing(text, attribution):
        return 1
    return _SIDE_OF_ACT.get(act, 0)
