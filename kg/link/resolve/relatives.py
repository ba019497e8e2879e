"""Relative pronouns as speakers: who, which, that, "most of whom".

Comes in: the pronoun in a Scene. Goes out: a Resolution. The name
or noun phrase that ends right before the pronoun is meant, or the name that this is an apposition
of; a noun that could be anybody ("an architect who") leaves the speaker unknown.
"""

import re

from kg.link.cast.bodies import Bodies
from kg.link.resolve.bodies import resolve_body
from kg.link.resolve.groups import resolve_group
from kg.link.resolve.pairs import resolve_pair
from kg.link.resolve.papers import resolve_paper
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_NAMED, _IN_APPOSITION = 0.9, 0.85
_PERSONAL = frozenset({"who", "whom"})
_OF_THINGS = frozenset({"which"})
RELATIVE = re.compile(r"(?:(?:[\w-]+\s+){0,2}of\s+)?(?:who|whom|which|that|whose)", re.IGNORECASE)
# A name, then ", chairman of the bank," and the like, then the pronoun.
_OF_A_PLACE, _IN_BRACKETS = r"\s+of\s+[A-Z][\w.]*(?:\s[A-Z]\w+)?", r"\s*\([^)]{0,40}\)"
_APPOSITION = re.compile(
    rf"(?:{_OF_A_PLACE})?(?:,|{_IN_BRACKETS},?)\s+(?:(?![.;:]\s)[^\n\"“”]){{2,120}}?,?\s*$"
    rf"|{_IN_BRACKETS},?\s*$|{_OF_A_PLACE},?\s*$"
)
# A further member of a list of names: "Ada Norr, and $100 from Bo Sol, a baker, who".
_NEXT_NAME = re.compile(r"^,\s+(?:and|or|but|while)\b")
# Somebody without a name who has to do with one: "an adviser to Norr, who".
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne)\s+(?:[\w-]+\s+){0,3}?(?:advis[eo]r|aide|ally|friend|supporter|critic|backer|donor"
    r"|spokes\w+|official|lawyer|associate|confidant|relative|colleague|employee|staffer|member)\s+"
    r"(?:to|of|for|with|from|at)\s+(?:(?:the|[A-Z][\w.]*)\s+)*$"
)
# "Ada Norr and Bo Sol, who say": the verb tells that both are meant.
_SEVERAL = re.compile(
    r"[\s,)]*who\s+(?:both|all|have|are|were|say|want|think|believe|do|oppose|support)\b"
)
_PREDICATE = re.compile(
    r"(?:[^.;:]{0,60}?)\s(?:is|was|remains|became)\s+(?:also\s+)?(?:an?|one\s+of|the)\s[^.;:]*$"
)
# The words of the noun phrase before the pronoun begin behind the last of these.
_BREAK = re.compile(
    r"(?:[,;:(–—\"“”]|--|\.\s|\b(?:to|with|by|for|from|against|about|on|in|at|than|between|after|"
    r"before|among\s+them|among|including|(?<![a-z]s\s)(?:and|or)|but|is|are|was|were|be|has|have|had|not|as|says?|said|paying)\b)"
)

_PREPOSITION = re.compile(
    r"to|with|by|for|from|against|about|on|in|at|than|between|after|before|among|including"
)
_OPENING = re.compile(
    r"\b(?:the|an?|some|many|several|few|most|all|both|these|those|other|his|her|its|their|our|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\s",
    re.IGNORECASE,
)


def resolve_relative(scene: Scene, bodies: Bodies, span: Span) -> Resolution:
    """Whom the pronoun that stands here takes up."""
    sentence = scene.sentence_at(span.start)
    text = scene.document.text
    end = sentence.start + len(text[sentence.start : span.start].rstrip(" \n,–—-"))
    named = _named_last(scene, Span(sentence.start, end), text[slice(*span)].lower().split()[-1])
    named = named or _predicated(scene, Span(sentence.start, end))
    if named is not None:
        return named
    phrase = _phrase_before(text, Span(sentence.start, end))
    for found in (
        resolve_group(scene, phrase.of(text)),
        resolve_paper(scene, phrase),
        resolve_body(scene, bodies, phrase),
    ):
        if found is not None:
            return found
    return UNKNOWN


def _named_last(scene: Scene, before: Span, pronoun: str) -> Resolution | None:
    """The actor whose name ends the passage, or has an apposition that ends it."""
    text = scene.document.text
    personal = pronoun in _PERSONAL
    people = scene.cast.mentioned(ActorKind.PERSON, before) if pronoun not in _OF_THINGS else []
    apposed = bool(people) and _is_apposition(text[people[-1][0].end : before.end])
    if apposed and personal:
        return Resolution(people[-1][1], _IN_APPOSITION)
    kinds = (ActorKind.ORGANIZATION, ActorKind.DOCUMENT, ActorKind.GROUP)
    named = [*people, *(pair for kind in kinds for pair in scene.cast.mentioned(kind, before))]
    if not named:
        return None
    last, member = max(named, key=lambda pair: (pair[0].end, -pair[0].start))
    between = text[last.end : before.end].strip(" ,)*_\"”'")
    if not between or re.fullmatch(_OF_A_PLACE, f" {between}"):
        both = _both(scene, before) if personal and _SEVERAL.match(text, before.end) else None
        if both is not None:
            return both
        somebody = personal and _SOMEBODY.search(text, before.start, last.start) is not None
        return UNKNOWN if somebody else Resolution(member, _NAMED)
    return None


def _predicated(scene: Scene, before: Span) -> Resolution | None:
    """Who is said to be what the pronoun takes up ("Ada Norr is a baker and mother who")."""
    people = scene.cast.mentioned(ActorKind.PERSON, before)
    if not people or not _PREDICATE.match(scene.document.text, people[-1][0].end, before.end):
        return None
    return Resolution(people[-1][1], _IN_APPOSITION)


def _both(scene: Scene, before: Span) -> Resolution | None:
    """The two people whose names, joined by "and", end the passage."""
    people = scene.cast.mentioned(ActorKind.PERSON, before)[-2:]
    if len(people) < 2:
        return None
    return resolve_pair(scene, Span(people[0][0].start, people[1][0].end))


def _is_apposition(between: str) -> bool:
    """Whether the words between a name and the pronoun describe the name and name nobody else."""
    return bool(_APPOSITION.fullmatch(between)) and not _NEXT_NAME.search(between)


def _phrase_before(text: str, before: Span) -> Span:
    """The noun phrase that ends a passage: behind a preposition all of it, else from its last
    determiner, else its last word, for the words before may hold a verb."""
    breaks = [m for m in _BREAK.finditer(text, *before) if m.end() < before.end]
    start = breaks[-1].end() if breaks else before.start
    if not breaks or not _PREPOSITION.fullmatch(breaks[-1].group()):
        opening = [m.start() for m in _OPENING.finditer(text, start, before.end)]
        word = re.compile(r"[\w’'-]+\W*$").search(text, start, before.end)
        start = opening[-1] if opening else word.start() if word else start
    while start < before.end and text[start].isspace():
        start += 1
    return Span(start, before.end)
