"""What the model must answer: attributions as words copied from the text.

Comes in: the model's JSON. Goes out: an `Answer`. Its JSON schema is part of every question
(`prompt`); the descriptions are for the model to read.
"""

from pydantic import Field

from schema.base import Frozen


class Said(Frozen):
    """One attribution, in the words of the text."""

    source: tuple[str, ...] = Field(
        description="Who: the whole noun phrase or pronoun. Empty when the text names nobody."
    )
    cue: tuple[str, ...] = Field(
        description="The words that attribute, as few as do it: said, called for, according to."
    )
    content: tuple[str, ...] = Field(
        description="What is attributed, without source and cue; one string for each part."
    )


class Answer(Frozen):
    """All attributions of the paragraphs, in the order of the text."""

    attributions: tuple[Said, ...]
