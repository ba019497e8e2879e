"""What belongs to somebody and speaks: "her words", "Norr's account", "the campaign of Ada Norr".

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None when it is no such phrase. Words
are those of their owner; a campaign is a body of its own.
"""

from kg.english.words import listed
from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.resolve.bodies import campaign_of
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase

_WORDS = listed("papers", "own words")
_PRONOUN_OF = {"his": "he", "her": "she"}


def resolve_owned(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """ "His words" are his, "Norr's account" is Norr's; the campaign of Norr is never Norr."""
    if phrase.noun in _WORDS:
        if phrase.determiner in _PRONOUN_OF:
            return resolve_pronoun(scene, phrase.span, _PRONOUN_OF[phrase.determiner])
        owner = scene.person(phrase.owner) if phrase.owner else None
        return Proposal(Evidence.OWN_WORDS, owner) if owner else None
    if phrase.noun in {"campaign", "administration"} and phrase.of is not None:
        owner = scene.person(phrase.of)
        found = campaign_of(scene, owner, phrase.noun) if owner else None
        return Proposal(Evidence.OWN_WORDS, found) if found else UNKNOWN
    return None
