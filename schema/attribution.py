"""What extraction finds in one document: attributions, offices and mentions, all as passages.

Terms follow PARC and PolNeAR: an attribution is a source (who), a cue (the words that attribute)
and a content (what); direct when all content words are quoted, indirect when none, else mixed.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from schema.base import Frozen
from schema.entity import ActorKind, TenureStatus
from schema.span import Span


class Mode(StrEnum):
    """How the content is rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the speaker did by speaking; the last four are attitudes, not speech."""

    SAID = "said"
    ANNOUNCED = "announced"
    CALLED_FOR = "called_for"
    PROPOSED = "proposed"
    PLEDGED = "pledged"
    DENOUNCED = "denounced"
    OPPOSED = "opposed"
    SUPPORTED = "supported"
    DENIED = "denied"
    WARNED = "warned"
    ASKED = "asked"
    REPORTED = "reported"
    NOTED = "noted"
    DECLINED = "declined"
    BELIEVED = "believed"
    WANTED = "wanted"
    PLANNED = "planned"


ATTITUDES = frozenset({Act.BELIEVED, Act.WANTED, Act.PLANNED})


class Stance(Frozen):
    """A side taken on a topic, with the words that say so."""

    topic: str = Field(description="notation of the topic")
    polarity: Literal["supports", "opposes"]
    reason: str


class Attribution(Frozen):
    """One source, cue and content; each may be split into several spans, in text order.

    `source` is empty where the text names none ("it was announced"). `confidence` is in [0, 1].
    """

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = Field(min_length=1)
    mode: Mode
    act: Act = Act.SAID
    negated: bool = False
    topics: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)


class Role(StrEnum):
    """What a name is in its sentence."""

    SUBJECT = "subject"
    EMBEDDED = (
        "embedded"  # the subject of a clause within the sentence, or the owner of its subject
    )
    OTHER = "other"


class Mention(Frozen):
    """A name in the text, as a named-entity recogniser or a rule found it."""

    span: Span
    kind: ActorKind
    role: Role = Role.OTHER


class OfficeMention(Frozen):
    """Somebody in an office: `holder` is the person's name in the text, `span` the whole phrase.

    `title` and `organization` are words of the text with white space folded; no nationality or
    party adjective stands in a title, and no "former", "acting" or "-elect" (see `status`).
    """

    holder: Span
    title: str
    organization: str | None = None
    status: TenureStatus = TenureStatus.CURRENT
    span: Span


class TopicMention(Frozen):
    """A surface form of a topic in the text."""

    span: Span
    topic: str = Field(description="notation of the topic")


class Extraction(Frozen):
    """All that was found in one document, in text order. `tool` names the extractor."""

    tool: str
    attributions: tuple[Attribution, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    topics: tuple[TopicMention, ...] = ()
