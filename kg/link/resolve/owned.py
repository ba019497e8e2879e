"""What belongs to somebody and speaks: "her words", "Norr's account", "the campaign of Ada Norr".

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None when it is no such phrase.
 Words are those of their owner; a campaign is a body of its own.
"""

import re

from kg.link.resolve.bodies import campaign_of
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_OWNER, _CAMPAIGN = 0.95, 0.95
_TOLD = re.compile(
    r"(?:(?P<pronoun>[Hh]is|[Hh]er)|(?P<owner>[A-Z][\w.’' -]*?)['’]s?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:words|remarks|comments?|claims?|account|communications|testimony|views?|rhetoric|language"
    r"|criticisms?|assertions?|insistence|argument|arguments|warnings?|promises?|accusations?|tally|count)"
)
_CAMPAIGN_OF = re.compile(r"[Tt]he\s+(?:presidential\s+)?(campaign|administration)\s+of\s+")


def resolve_told(scene: Scene, source: Span) -> Resolution | None:
    """ "His words" are his, "Norr's account" is Norr's."""
    told = _TOLD.fullmatch(scene.document.text, *source)
    if told is None:
        return None
    if told["pronoun"]:
        return resolve_pronoun(scene, source, "he" if told["pronoun"].lower() == "his" else "she")
    owner = Span(*told.span("owner"))
    people = scene.cast.mentioned(ActorKind.PERSON, owner)
    return Resolution(people[-1][1], _OWNER) if people else None


def resolve_campaign(scene: Scene, source: Span) -> Resolution | None:
    """ "The campaign of Ada Norr" is the Norr campaign, and never Ada Norr."""
    whose = _CAMPAIGN_OF.match(scene.document.text, *source)
    if whose is None:
        return None
    people = scene.cast.mentioned(ActorKind.PERSON, Span(whose.end(), source.end))
    found = campaign_of(scene, people[0][1], whose[1]) if people else None
    return Resolution(found, _CAMPAIGN) if found else UNKNOWN
