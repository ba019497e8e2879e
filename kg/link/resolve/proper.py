"""Bodies by a name of their own that no recogniser found: "the Norlander government", "the Blaze",
"the newspaper Haaretz", "Norr Rising, a political action committee,".

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None. A lone word without an article
names nobody: it may be a surname.
"""

import re

from kg.english.offices import is_head
from kg.english.words import listed
from kg.link.proposals import Evidence, Proposal, new
from kg.link.resolve.descriptions import is_person_noun
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind

_KINDS = listed("bodies", "kinds beside names")
# What belongs to the land or town that is named before it.
_OF_A_LAND = listed("bodies", "of a land")
# "OpenAI", "CrowdTangle": a capital within, but in no name like "McNorr".
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z])[A-Z][a-z]+[A-Z]\w*")
# "the Norlanders", "the Ohio Republican"
_NATIONAL = ("ican", "ian", "ians", "crat", "crats", "ese", "ist", "ists", "ers", "s", "-old")
_PAPERS = listed("papers", "generic") | listed("papers", "titled")


def resolve_proper(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The body that a phrase names by capitals and a word for its kind, or by an article."""
    if scene.person(phrase) is not None:
        return None
    if phrase.noun in _OF_A_LAND and phrase.of is None:
        land = phrase.owner.head if phrase.owner else next(iter(phrase.modifiers), None)
        if land is not None and land.text[0].isupper():
            first = phrase.owner.core[0] if phrase.owner else phrase.core[0]
            row = phrase.head.row[first.i : phrase.head.i + 1]
            return new(Evidence.BODY_BY_KIND, ActorKind.ORGANIZATION, scene.words(row))
    name = scene.words(phrase.core)
    if _CAMEL.fullmatch(name) or re.fullmatch(r"[A-Z]{2,4}\s[a-z]\w+", name):
        return new(Evidence.BODY_BY_ARTICLE, ActorKind.ORGANIZATION, name)
    capitals = all(t.text[0].isupper() for t in phrase.core)
    if phrase.determiner == "the" and phrase.is_name and capitals and _may_be_a_body(phrase.noun):
        return new(Evidence.BODY_BY_ARTICLE, ActorKind.ORGANIZATION, name)
    return None


def resolve_apposed(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """A name that stands behind its kind or before it, with a comma between or none ("the maker,
    Norrlys of Solby")."""
    apposed = phrase.apposed
    if phrase.is_name:
        of_kind = any(_is_kind(a) for a in apposed)
        kinds = [t for t in phrase.modifiers if t.lower in _KINDS and t.text.islower()]
        named = phrase if of_kind or kinds else None
        start = kinds[-1].i + 1 if kinds else phrase.core[0].i
    else:
        named = next((a for a in apposed if a.is_name), None) if _is_kind(phrase) else None
        start = named.core[0].i if named else 0
    if named is None or scene.person(named) is not None:
        return None
    name = scene.words(named.head.row[start : named.head.i + 1])
    known = scene.bearers.named(name)
    return None if known else new(Evidence.BODY_BY_KIND, ActorKind.ORGANIZATION, name)


def _is_kind(phrase: NounPhrase) -> bool:
    """Whether a phrase is of a kind of bodies: "a maker", "one of the companies"."""
    several = phrase.of.noun if phrase.noun == "one" and phrase.of else ""
    return phrase.noun in _KINDS or several.removesuffix("s").replace("anie", "any") in _KINDS


def _may_be_a_body(noun: str) -> bool:
    """Not people ("the Norlanders") and no office ("the President")."""
    people = is_head(noun) or is_person_noun(noun) or noun.endswith(_NATIONAL)
    return not (people or noun in _PAPERS)
