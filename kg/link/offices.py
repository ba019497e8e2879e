"""Offices of the cast: from an extraction's office mentions to tenures.

Comes in: a Document, its office mentions and the cast. Goes out: `Held` offices for the resolvers,
and at the end `Tenure`s. Called by `linker`.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.link.bodies import Bodies
from kg.link.cast import Member
from kg.link.scene import Held, Scene
from schema.attribution import OfficeMention
from schema.document import BlockKind, Document
from schema.entity import Actor, ActorKind, Tenure
from schema.ids import normalise_words

_FEMALE = ("woman", "actress", "queen", "lady", "mother")
_MALE = ("sman", "rman", "king", "actor", "businessman")


def held_offices(scene: Scene, bodies: Bodies, offices: Iterable[OfficeMention]) -> Iterator[Held]:
    """The offices whose holder is known by full name; a surname without one gives none."""
    for office in offices:
        holder = _holder(scene, office)
        if holder is None:
            continue
        organization = bodies.member(office.organization) if office.organization else None
        head = normalise_words(office.title.split(" of ")[0].split(" for ")[0]).split()
        if not head:
            continue
        holder.gender = holder.gender or _gender(head[-1])
        yield Held(holder, office.title, head[-1], organization, office.status, office.span)


def _holder(scene: Scene, office: OfficeMention) -> Member | None:
    known = scene.cast.at.get(office.holder)
    if known is not None:
        return known if known.kind is ActorKind.PERSON else None
    name = " ".join(office.holder.of(scene.document.text).split())
    return scene.bearers.named(name) or scene.bearers.called(office.holder, name)


def _gender(head: str) -> str | None:
    if head.endswith(_FEMALE):
        return "she"
    return "he" if head.endswith(_MALE) else None


def tenures(
    document: Document, held: Iterable[Held], actors: Mapping[int, Actor]
) -> tuple[Tenure, ...]:
    """The offices as tenures, in text order; captions only where they repeat the content.

    An office without organisation is left out when the same title of the same person has one.
    """
    offices = sorted(held, key=lambda h: h.span)
    placed = {(id(h.holder), normalise_words(h.title)) for h in offices if h.organization}
    captions = [b.span for b in document.blocks if b.kind is BlockKind.CAPTION]
    in_content = [h for h in offices if not any(c.contains(h.span) for c in captions)]
    said = {_key(h) for h in in_content}
    return tuple(
        _tenure(h, actors)
        for h in offices
        if _key(h) in said
        and (h.organization or (id(h.holder), normalise_words(h.title)) not in placed)
    )


def _key(held: Held) -> tuple[int, str, int | None]:
    organization = id(held.organization) if held.organization else None
    return id(held.holder), normalise_words(held.title), organization


def _tenure(held: Held, actors: Mapping[int, Actor]) -> Tenure:
    return Tenure(
        person=actors[id(held.holder)],
        title=held.title,
        organization=actors[id(held.organization)] if held.organization else None,
        status=held.status,
        span=held.span,
    )
