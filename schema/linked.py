"""What linking makes of an Extraction: mentions become actors, sources become speakers."""

from pydantic import Field

from schema.attribution import Attribution, TopicMention
from schema.base import Frozen
from schema.entity import Actor, Tenure


class LinkedAttribution(Frozen):
    """An attribution with its speaker; `speaker` is None when it is not known who speaks."""

    attribution: Attribution
    speaker: Actor | None = None
    speaker_confidence: float = Field(default=0.0, ge=0.0, le=1.0)


class Linked(Frozen):
    """One document after linking: what `kg.build` turns into triples."""

    tool: str
    actors: tuple[Actor, ...] = ()
    attributions: tuple[LinkedAttribution, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    topics: tuple[TopicMention, ...] = ()
