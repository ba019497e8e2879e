"""Offices of the cast: from an extraction's office mentions to tenures.

Comes in: a Document, its office mentions and the cast. Goes out: `Held` offices for the resolvers,
and at the end `Tenure`s.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.link.cast.members import Member
from kg.link.proposals import Proposal
from kg.link.resolve.bodies import resolve_body
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.scene import Held, Scene
from kg.read.phrases import NounPhrase
from schema.attribution import OfficeMention
from schema.document import BlockKind, Document
from schema.entity import Actor, ActorKind, Tenure
from schema.ids import normalise_words
from schema.span import Span

_POINTING = frozenset({"the", "that", "this"})
_FEMALE = ("woman", "actress", "queen", "lady", "mother")
_MALE = ("sman", "rman", "king", "actor", "businessman")


def held_offices(scene: Scene, offices: Iterable[OfficeMention]) -> Iterator[Held]:
    """The offices whose holder is known by full name; a surname without one gives none."""
    known = [
        (o, holder, scene.bodies.member(o.organization) if o.organization else None)
        for o in offices
        if (holder := _holder(scene, o)) is not None
    ]
    for office, holder, organization in known:
        head = normalise_words(office.title.split(" of ")[0].split(" for ")[0]).split()
        if not head:
            continue
        holder.gender = holder.gender or _gender(head[-1])
        if organization is None and (owner := _owner(scene, office)) is not None:
            # Where the text names one body of this person, "the company" is that one.
            own = {id(o): o for _, h, o in known if h is holder and o is not None}
            organization = next(iter(own.values())) if len(own) == 1 else owner
        yield Held(holder, office.title, head[-1], organization, office.status, office.span)


def _owner(scene: Scene, office: OfficeMention) -> Member | None:
    """The organisation of "its chair", "the company's director" and "chair of that committee"."""
    title = office.span
    # A name inside the passage may stand before the title or behind it.
    start = office.holder.end if office.holder.start <= title.start else title.start
    for token in scene.reading.tokens_in(Span(start, title.end)):
        if token.lower == "its":
            found: Proposal | None = resolve_pronoun(scene, token.span, "it")
        elif token.relation in {"poss", "pobj"} and token.pos == "NOUN":
            phrase = NounPhrase(token)
            pointed = phrase.determiner in _POINTING
            found = resolve_body(scene, phrase) if pointed else None
        else:
            continue
        if found is not None and found.member is not None:
            return found.member if found.member.kind is ActorKind.ORGANIZATION else None
    return None


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
