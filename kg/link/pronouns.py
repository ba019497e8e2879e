"""Pronouns as speakers: he, she, they, it, who, I.

Comes in: a pronoun's passage in a Scene. Goes out: a Resolution. Called by `coreference`.
The nearest compatible speaker of the paragraph is meant, else its nearest subject, else the same
in the paragraphs before; a paragraph with two equal candidates of other kinds decides nothing.
"""

import re
from collections.abc import Iterable

from kg.link.cast import Member
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

# How often each way is right, as judged on samples; later ways look further away.
_SPEAKER_HERE, _SUBJECT_HERE = 0.9, 0.8
_SPEAKER_BEFORE, _ONLY_ONE_BEFORE, _FIRST_BEFORE = 0.75, 0.65, 0.5
_THINGS = 0.65
_MOST_BLOCKS_BACK = 2
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+")
_PERSONAL = frozenset({"he", "she"})
_SEVERAL = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})
_THING = frozenset({ActorKind.ORGANIZATION, ActorKind.DOCUMENT})


def resolve_pronoun(scene: Scene, span: Span, pronoun: str) -> Resolution:
    """Whom a pronoun (lower case) means."""
    if pronoun in _PERSONAL:
        found = _person(scene, span, pronoun)
        if found.member is not None and scene.stranger_nearer(span.start, found.member):
            return UNKNOWN
        if found.member is not None and found.confidence >= _SUBJECT_HERE:
            found.member.gender = found.member.gender or pronoun
        return found
    if pronoun == "they":
        return _speaker_of(scene, span, _SEVERAL)
    if pronoun == "it":
        return _speaker_of(scene, span, _THING, named=True)
    return UNKNOWN


def _person(scene: Scene, span: Span, pronoun: str) -> Resolution:
    here = scene.block_at(span.start)
    if here is None:
        return UNKNOWN
    before = Span(here.start, span.start)
    speaker = _last(scene.speakers(before), pronoun)
    if speaker is not None:
        return Resolution(speaker, _SPEAKER_HERE)
    subject = _nearest_subject(scene, before, pronoun)
    if subject is not None:
        return Resolution(subject, _SUBJECT_HERE)
    for back in range(1, _MOST_BLOCKS_BACK + 1):
        block = scene.block_at(span.start, back=back)
        found = _in_block_before(scene, block, pronoun) if block else UNKNOWN
        if found.member is not None:
            return found
    return UNKNOWN


def _in_block_before(scene: Scene, block: Span, pronoun: str) -> Resolution:
    speaker = _last(scene.speakers(block), pronoun)
    if speaker is not None:
        return Resolution(speaker, _SPEAKER_BEFORE)
    named = [m for m in scene.people(block) if _fits(m, pronoun)]
    if not named:
        return UNKNOWN
    return Resolution(named[0], _ONLY_ONE_BEFORE if len(set(named)) == 1 else _FIRST_BEFORE)


def _nearest_subject(scene: Scene, before: Span, pronoun: str) -> Member | None:
    """The first person named in the nearest sentence that names one: mostly its subject."""
    starts = [before.start]
    text = scene.document.text
    starts += [m.end() for m in _SENTENCE_END.finditer(text, *before)]
    ends = [*starts[1:], before.end]
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        for member in scene.people(Span(start, end)):
            if _fits(member, pronoun):
                return member
    return None


def _last(members: Iterable[Member], pronoun: str) -> Member | None:
    fitting = [m for m in members if m.kind is ActorKind.PERSON and _fits(m, pronoun)]
    return fitting[-1] if fitting else None


def _fits(member: Member, pronoun: str) -> bool:
    return member.gender is None or member.gender == pronoun


def _speaker_of(
    scene: Scene, span: Span, kinds: frozenset[ActorKind], *, named: bool = False
) -> Resolution:
    """The last speaker of these kinds here or one paragraph before; else, when `named` is set,
    the last one named before in this paragraph."""
    for back in (0, 1):
        block = scene.block_at(span.start, back=back)
        if block is None:
            break
        spoken = [m for m in scene.speakers(block, before=span.start) if m.kind in kinds]
        if spoken:
            return Resolution(spoken[-1], _THINGS)
    here = scene.block_at(span.start)
    if named and here is not None:
        before = Span(here.start, span.start)
        found = sorted((s, m) for k in sorted(kinds) for s, m in scene.cast.mentioned(k, before))
        distinct = {id(m) for _, m in found}
        if len(distinct) == 1:
            return Resolution(found[0][1], _THINGS)
    return UNKNOWN
