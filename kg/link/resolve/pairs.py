"""Several names together as speakers: "Ada Norr and Bo Sol", "the Norr Bank and its owners".

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None when it is no such phrase.
 One of them alone would be wrong: they are a group.
"""

import re
from itertools import pairwise

from kg.link.cast.bodies import plain_name
from kg.link.cast.gender import is_given_name
from kg.link.cast.members import Member
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_PAIR = 0.8
# Only titles and an article may stand between two names that are joined.
_JOINED = re.compile(r"(?:['’]s?)?,?\s+(?:and|&)\s+(?:the\s+)?(?:[A-Z][\w.-]*\s+){0,6}?")
# "the Norr Science Foundation and Department of Trade": the recogniser may know the second only.
_FIRST_OF_TWO = re.compile(r"(?:[Tt]he\s+)?(?:[A-Z][\w.-]*\s+){2,6}and\s+(?:the\s+)?")
_LIST = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*\s*){1,6}(?:\([^)]*\))?,\s+){1,6}(?:(?:[A-Z][\w.’'-]*\s*){1,6},?\s+)?and\s+(?:[A-Z][\w.’'-]*\s*){1,6}"
)
_BRACKET = r"(?:\([^()]{1,12}\)?)?"
_TITLE_WORD = (
    r"(?:(?!(?:of|for|by|to|with|from|in|at|on|who|whose|that|like|as|other|including|and)\s)"
    r"[A-Za-z][\w.’'-]*\s+)"
)
_TITLED = re.compile(rf"(?:both\s+)?(?:the\s+)?(?:{_TITLE_WORD}){{0,6}}", re.IGNORECASE)
_PLACE = r"(?:\s+of\s+(?:[A-Z][\w.]*\s?){1,2})?"
_NEXT_TITLED = re.compile(
    rf"{_PLACE}\s*{_BRACKET}(?:,?\s+(?:and|&)|,)\s+(?:the\s+)?(?:{_TITLE_WORD}){{0,6}}"
)
_AND = re.compile(r"\s(?:and|&)\s")
_BEHIND_PEOPLE = re.compile(
    rf"{_PLACE}\s*{_BRACKET}(?:['’]s?)?(?:,\s.*|,?\s+(?:both|alike|all))?", re.DOTALL
)
_BEFORE_PAIR = re.compile(r"(?:both\s+)?(?:the\s+)?(?:[\w.-]+\s+){0,3}")
_PREPOSITION = re.compile(r"\b(?:of|for|by|to|with|from|in|at|on|including|,)\s")


def resolve_pair(scene: Scene, span: Span) -> Resolution | None:
    """Two names joined by "and" are a group with both names; None for anything else."""
    return _people_together(scene, span) or _plain_pair(scene, span)


def _plain_pair(scene: Scene, span: Span) -> Resolution | None:
    """Two people or bodies, with capital titles at most between them."""
    named = _names(scene, span)
    if len(named) < 2:
        return None
    (first, one), (second, other) = named[:2]
    text = scene.document.text
    before = text[span.start : first.start]
    if (not _BEFORE_PAIR.fullmatch(before) and before) or _PREPOSITION.search(before):
        return None
    if not _JOINED.fullmatch(text, first.end, second.start) or not _of_a_kind(one, other):
        return None
    spelt_out = all(" " in at.of(text).strip() for at in (first, second)) and len(named) == 2
    if spelt_out and one and other and one.kind is ActorKind.PERSON:
        return resolve_both(scene, Resolution(one), Resolution(other))
    name = " ".join(re.sub(r"(?:['’]s?|\s+(?:both|alike))$", "", span.of(text)).split())
    return Resolution(scene.cast.add(ActorKind.GROUP, name), _PAIR)


def _people_together(scene: Scene, span: Span) -> Resolution | None:
    """People joined by commas and "and", each with titles, a place or a bracket ("Norr Council
    chairwoman Ada Norr (L), Sol and former mayor Ann Hale of Norrby")."""
    people = scene.cast.mentioned(ActorKind.PERSON, span)
    text = scene.document.text
    # Two surnames alone stay as they are written ("Norr and Sol").
    written = len(people) == 2 and not any(" " in at.of(text) for at, _ in people)
    if len({id(m) for _, m in people}) != len(people) or len(people) < 2 or written:
        return None
    first, last = people[0][0], people[-1][0]
    if not _TITLED.fullmatch(text, span.start, first.start):
        return None
    if not _BEHIND_PEOPLE.fullmatch(text, last.end, span.end):
        return None
    if any(is_given_name(_word_before(text, at)) for at, _ in people):
        return None  # "David Norr" is another than the Norr who is known
    between = [text[a.end : b.start] for (a, _), (b, _) in pairwise(people)]
    if not all(_NEXT_TITLED.fullmatch(b) for b in between) or not _AND.search(between[-1]):
        return None
    *others, final = (m.name for _, m in people)
    name = f"{', '.join(others)} and {final}"
    return Resolution(scene.cast.add(ActorKind.GROUP, name), _PAIR)


def _word_before(text: str, span: Span) -> str:
    before = re.search(r"([\w’'-]+)\s+$", text[max(0, span.start - 30) : span.start])
    return before[1] if before else ""


def resolve_both(scene: Scene, one: Resolution, other: Resolution) -> Resolution:
    """Two people as one group; nobody when one of them is unknown."""
    if one.member is None or other.member is None:
        return UNKNOWN
    name = f"{one.member.name} and {other.member.name}"
    return Resolution(scene.cast.add(ActorKind.GROUP, name), _PAIR)


def resolve_together(scene: Scene, span: Span) -> Resolution | None:
    """A body and somebody else ("the Norr Bank and its owners"), or a list of names: a group that
    is called by the phrase; one of them alone would be wrong."""
    text = " ".join(span.of(scene.document.text).split())
    plain = plain_name(text)
    bodies = scene.cast.mentioned(ActorKind.ORGANIZATION, span)
    first = plain_name(bodies[0][0].of(scene.document.text)) if bodies else ""
    joined = bool(first) and re.match(
        rf"{re.escape(first)}\s+and\s+(?!others?\b)[\w’'-]+(?:\s+[\w’'-]+){{0,4}}$", plain
    )
    if bodies and bodies[0][0].end == span.end:
        before = scene.document.text[span.start : bodies[0][0].start]
        joined = joined or _FIRST_OF_TWO.fullmatch(before)
    people = [s.of(scene.document.text) for s, _ in _names(scene, span)]
    listed = len(people) > 2 and _LIST.fullmatch(text) is not None
    if not (joined or listed):
        return None
    return Resolution(scene.cast.add(ActorKind.GROUP, plain), _PAIR)


def _of_a_kind(one: Member | None, other: Member | None) -> bool:
    return one is None or other is None or one.kind is other.kind


def _names(scene: Scene, span: Span) -> list[tuple[Span, Member | None]]:
    """The people and bodies named in a passage, those without a full name as well."""
    known: list[tuple[Span, Member | None]] = [
        (s, m)
        for kind in (ActorKind.PERSON, ActorKind.ORGANIZATION)
        for s, m in scene.cast.mentioned(kind, span)
    ]
    unknown = [(s, None) for s in scene.strangers.places.inside(span)]
    return sorted([*known, *unknown], key=lambda pair: pair[0])
