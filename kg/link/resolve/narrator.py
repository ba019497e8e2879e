"""The "I" of a text: whoever is quoted, whoever signed the letter, or the only author.

Comes in: the pronoun in a Scene. Goes out: a Proposal. Inside a
quotation "I" is its speaker (`coreference` knows which); here it is the "I" of the narrator.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.link.cast.gender import of_given_name
from kg.link.cast.members import Member
from kg.link.cast.names import is_full, words_of
from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.scene import Scene
from schema.attribution import Role
from schema.entity import ActorKind
from schema.span import Span

_MOST_BLOCKS_AHEAD = 12
# "I, ADA B. NORR, President of Velmark, do hereby proclaim"
_SELF_NAMED = re.compile(r"\bI,\s+((?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w’'-]+)\s*,")
_AROUND_A_NAME = " \n.,;–—-*_"


def resolve_narrator(scene: Scene, span: Span) -> Proposal:
    """Who says "I" outside quotations: the name that alone makes a paragraph below, else who
    names himself beside an "I", else the author of the document when it has only one and nobody
    signed a part of it."""
    if scene.quoted(span.start):
        return UNKNOWN
    for block in _blocks_below(scene, span):
        signed = _signature(scene, block)
        if signed is not None:
            return Proposal(Evidence.SIGNATURE, signed)
    named = _self_named(scene)
    if named is not None:
        return named
    introduced = _biography(scene)
    if introduced is not None:
        return Proposal(Evidence.ONLY_AUTHOR, introduced)
    return _only_author(scene) or UNKNOWN


@lru_cache(maxsize=1)  # asked at each "I" of a document
def _beside_an_i(text: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(m[1])) for m in _SELF_NAMED.finditer(text))


def _self_named(scene: Scene) -> Proposal | None:
    """Who names himself behind an "I" of the text, if only one does and it is a personal name."""
    names = _beside_an_i(scene.document.text)
    if len(names) != 1:
        return None
    [name] = names
    name = " ".join(w.capitalize() for w in name.split()) if name.isupper() else name
    return _person(scene, name, Evidence.SIGNATURE)


def _person(scene: Scene, name: str, evidence: Evidence) -> Proposal | None:
    """Who bears a full name: in the cast, or new where the given name is a known one."""
    known = scene.bearers.named(name)
    if known is not None:
        return Proposal(evidence, known)
    told = is_full(name) and of_given_name(name) is not None
    return new(evidence, ActorKind.PERSON, name) if told else None


def _biography(scene: Scene) -> Member | None:
    """Whom the last paragraph introduces: "Ada Norr teaches law." under a column."""
    last = scene.block_at(len(scene.document.text))
    named = scene.cast.mentioned(ActorKind.PERSON, last) if last else []
    if last is None or not named:
        return None
    at, member = named[0]
    begins = scene.document.text[last.start : at.start].strip(_AROUND_A_NAME) == ""
    name = at.of(scene.document.text)
    new = " " in name and scene.document.text.find(name) == at.start
    phrase = scene.phrase(at)
    told = phrase is not None and (phrase.role is Role.SUBJECT or phrase.apposed)
    return member if begins and new and told else None


def _only_author(scene: Scene) -> Proposal | None:
    """The document's author, when it has one with a personal name."""
    authors = scene.document.authors
    if len(authors) != 1 or not is_full(authors[0]):
        return None
    return _person(scene, " ".join(words_of(authors[0])), Evidence.ONLY_AUTHOR)


def _blocks_below(scene: Scene, span: Span) -> Iterator[Span]:
    for ahead in range(1, _MOST_BLOCKS_AHEAD + 1):
        block = scene.block_at(span.start, back=-ahead)
        if block is None:
            return
        yield block


def _signature(scene: Scene, block: Span) -> Member | None:
    """The person whose full name is all that stands in a paragraph."""
    named = scene.cast.mentioned(ActorKind.PERSON, block)
    if len(named) != 1:
        return None
    at, member = named[0]
    around = scene.document.text[block.start : at.start] + scene.document.text[at.end : block.end]
    full = " " in at.of(scene.document.text)
    return member if full and not around.strip(_AROUND_A_NAME) else None
