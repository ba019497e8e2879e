"""Linking: mentions become actors, and the source of each attribution becomes a speaker.

Comes in: a Reading and its Extraction. Goes out: `Linked`, which depends on these two alone.
It fits `kg.protocols.Linker`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.link.cast.bodies import Bodies, add_papers
from kg.link.cast.gender import add_genders
from kg.link.cast.members import Cast
from kg.link.cast.names import Calling
from kg.link.cast.people import add_people, without_headline_words
from kg.link.cast.registries import Registry, load_registry
from kg.link.choose import Resolution, Speakers
from kg.link.resolve.papers import named_papers
from kg.link.scene import Scene
from kg.link.tenures import held_offices, tenures
from kg.read.reading import Reading
from schema.attribution import Attribution, Extraction, Mention
from schema.document import BlockKind, Document
from schema.entity import Actor, ActorKind
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from schema.span_index import index_of

_REGISTERED = 0.8  # that the title and the day mean whom the registry names


@dataclass(frozen=True)
class DocumentLinker:
    """Links within one document; `registry` names office-holders that the document does not."""

    registry: Registry = field(default_factory=load_registry)

    def __call__(self, reading: Reading, extraction: Extraction) -> Linked:
        """Resolve an extraction within its document; an unknown speaker stays None."""
        document = reading.document
        scene = _set_scene(reading, extraction, self.registry)
        sources = sorted(a.source[0] for a in extraction.attributions if a.source)
        for span, name in named_papers(scene, (p for s in sources if (p := scene.phrase(s)))):
            scene.cast.refer(span, scene.cast.add(ActorKind.DOCUMENT, name))
        resolved = _speakers(scene, extraction.attributions)
        speaking = {id(r.member) for r in resolved}
        actors = {
            id(m): m.actor()
            for m in scene.cast.members
            if not m.registered or m.mentions or id(m) in speaking
        }
        return Linked(
            tool=extraction.tool,
            actors=tuple(sorted(actors.values(), key=lambda a: (a.kind, a.uri))),
            attributions=tuple(
                _linked(a, r, actors)
                for a, r in zip(extraction.attributions, resolved, strict=True)
            ),
            tenures=tenures(document, scene.held, actors),
            topics=extraction.topics,
        )


def link(reading: Reading, extraction: Extraction) -> Linked:
    """Resolve an extraction with the registry that is shipped."""
    return DocumentLinker()(reading, extraction)


def _set_scene(reading: Reading, extraction: Extraction, registry: Registry) -> Scene:
    """Everybody and everything that the document names, before anybody speaks."""
    document, cast = reading.document, Cast()
    mentions = _of_the_content(document, extraction.mentions)
    spans = {kind: [m.span for m in mentions if m.kind is kind] for kind in ActorKind}
    people = _people(document, extraction, spans[ActorKind.PERSON])
    bearers = add_people(cast, document, people, registry)
    bodies = Bodies(cast, document, _no_surnames(cast, document, spans[ActorKind.ORGANIZATION]))
    bodies.add_campaigns(reading, spans[ActorKind.PERSON])
    add_papers(cast, document, spans[ActorKind.DOCUMENT])
    scene = Scene(reading, cast, bearers, bodies, roles={m.span.end: m.role for m in mentions})
    for stranger in (s for s in spans[ActorKind.PERSON] if s not in cast.at):
        scene.strangers.add(stranger)
    scene.held.extend(held_offices(scene, extraction.offices))
    add_genders(cast, reading)
    return scene


def _people(document: Document, extraction: Extraction, named: Iterable[Span]) -> list[Span]:
    """The passages of personal names: mentions, and holders of offices."""
    spans = {*named, *(o.holder for o in extraction.offices)}
    headline = next((b.span for b in document.content()), Span(0, 0))
    return sorted(set(without_headline_words(document.text, spans, headline)))


def _of_the_content(document: Document, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without names that stand in captions only (photographers, passers-by)."""
    captions = index_of(b.span for b in document.blocks if b.kind is BlockKind.CAPTION)
    found = [(m, bool(captions.holding(m.span))) for m in mentions]
    named = {m.span.of(document.text) for m, in_caption in found if not in_caption}
    return [m for m, in_caption in found if not in_caption or m.span.of(document.text) in named]


def _no_surnames(cast: Cast, document: Document, spans: Iterable[Span]) -> list[Span]:
    """The passages without lone words that are the surname of somebody in the text."""
    calling = Calling(p.name for p in cast.of(ActorKind.PERSON))
    return [s for s in spans if not calling(s.of(document.text))]


def _speakers(scene: Scene, attributions: tuple[Attribution, ...]) -> list[Resolution]:
    """Resolve in the order of the sources in the text, whatever the order that came in."""
    speakers = Speakers(scene, attributions)
    places = [(speakers.waits(k), _place(a), k) for k, a in enumerate(attributions)]
    order = [k for _, _, k in sorted(places)]
    found = {k: speakers.resolve(k) for k in order}
    return [found[k] for k in range(len(attributions))]


def _place(attribution: Attribution) -> Span:
    return (attribution.source or attribution.cue or attribution.content)[0]


def _linked(
    attribution: Attribution, resolution: Resolution, actors: dict[int, Actor]
) -> LinkedAttribution:
    member = resolution.member
    if member is None:
        return LinkedAttribution(attribution=attribution)
    sure = resolution.confidence * (_REGISTERED if member.registered else 1.0)
    return LinkedAttribution(
        attribution=attribution, speaker=actors[id(member)], speaker_confidence=sure
    )
