"""The plural subject of a sentence, for a "they" behind it that nobody who has spoken explains.

Comes in: a pronoun in a Scene. Goes out: a Resolution. Called by `coreference` after `pronouns`.
Only the sentence of the pronoun and the one before are read, and only when a plural noun or two
names open it: "The visitors were doubtful. They booed."
"""

import re

from kg.link.groups import resolve_group
from kg.link.pairs import resolve_pair
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_SUBJECT, _PAIR_REACH = 0.55, 80
_VERB = (
    r"(?:are|were|have|had|will|would|can|could|may|might|do|did|say|said|also|still|now|want|believe"
    r"|think|[a-z]{2,}ed)"
)
_PLURAL_SUBJECT = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Meanwhile|However),?\s+)?"
    r"(?P<noun>(?:(?:The|Some|Many|Several|Most|All|Other|These|Those)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:[a-z-]{3,}[^su\W]s|people|men|women|[A-Z][a-z]+[^su\W]s))"
    rf"(?:\s+(?:of|at|in|within|from|on|for|with)\s+(?:[\w’'-]+\s+){{1,4}}?|\s+|,\s+who\s){_VERB}\b"
)


def resolve_plural_subject(scene: Scene, span: Span) -> Resolution:
    """The people who are the subject of this sentence or of the one before."""
    here = scene.sentence_at(span.start)
    before = scene.sentence_at(max(here.start - 1, 0))
    for sentence in (here, before):
        if scene.block_at(sentence.start) != scene.block_at(span.start):
            continue
        found = _subject(scene, Span(sentence.start, min(sentence.end, span.start)))
        if found is not None:
            return found
    return UNKNOWN


def _subject(scene: Scene, sentence: Span) -> Resolution | None:
    text = scene.document.text
    if scene.quoted(sentence.start):
        return None
    named = scene.cast.mentioned(ActorKind.PERSON, sentence)[:2]
    if len(named) == 2 and named[0][0].start - sentence.start < len("But Senator "):
        pair = Span(named[0][0].start, named[1][0].end)
        return resolve_pair(scene, pair) if pair.end - pair.start < _PAIR_REACH else None
    opening = _PLURAL_SUBJECT.match(text, sentence.start, sentence.end)
    found = resolve_group(scene, opening["noun"]) if opening else None
    return Resolution(found.member, _SUBJECT) if found and found.member else None
