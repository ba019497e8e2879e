"""It and they as speakers: bodies, papers and groups.

Comes in: a pronoun's passage in a Scene. Goes out: a Resolution. Called by `coreference`.
"""

from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_THINGS = 0.65
_SEVERAL = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})
_THING = frozenset({ActorKind.ORGANIZATION, ActorKind.DOCUMENT})


def resolve_thing(scene: Scene, span: Span, pronoun: str) -> Resolution:
    """Whom "it" or "they" (lower case) means."""
    if pronoun == "they":
        return _speaker_of(scene, span, _SEVERAL)
    return _speaker_of(scene, span, _THING, named=True)


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
