"""Several together as speakers: "Ada Norr and Bo Sol", "the Norr Bank and its owners".

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None when it is no such phrase. One of
them alone would be wrong: they are a group.
"""

from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind


def resolve_pair(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """Names joined by "and" or commas are a group with all of them; None for anything else."""
    parts = (phrase, *phrase.joined)
    if len(parts) < 2:
        # "Candidates Ada Norr and Bo Sol"
        apposed = phrase.apposed[0] if phrase.apposed and phrase.is_plural else None
        return resolve_pair(scene, apposed) if apposed else None
    people = [scene.person(part) for part in parts]
    known = [m for m in people if m is not None]
    text = scene.document.text
    # Two surnames alone stay as they are written ("Norr and Sol").
    written = not any(scene.is_full(part) for part in parts)
    if len(known) == len(parts) and len({id(m) for m in known}) == len(parts) and not written:
        *others, last = (m.name for m in known)
        return new(Evidence.PAIR, ActorKind.GROUP, f"{', '.join(others)} and {last}")
    if not all(part.is_name for part in parts[:2]) and not scene.body(phrase):
        return None
    first = phrase.core[0].start
    joined = parts[1] if scene.body(phrase) and not parts[1].is_name else parts[-1]
    if joined.noun in {"others", "other"} or (known and len(known) != len(parts) and people[0]):
        return None
    end = joined.core[-1].end
    return new(Evidence.PAIR, ActorKind.GROUP, " ".join(text[first:end].split()))


def both(one: Proposal, other: Proposal) -> Proposal:
    """Two proposals as one group; nobody when one of them is unknown."""
    if not (one.somebody and other.somebody):
        return UNKNOWN
    return new(Evidence.PAIR, ActorKind.GROUP, f"{one.called} and {other.called}")
