"""Topics: a SKOS concept scheme as plain values."""

from typing import Literal

from pydantic import Field

from schema.base import Frozen

Kind = Literal["thing", "harm", "measure"]


class Topic(Frozen):
    """One concept (SKOS): `labels` are all surface forms, the preferred one first.

    `kind` says what rules on it mean: on a harm they are against it, a measure is for it.
    """

    uri: str
    notation: str
    pref_label: str
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    definition: str | None = None
    broader: tuple[str, ...] = Field(default=(), description="URIs of the broader concepts")
    exact_match: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    kind: Kind = "thing"

    @property
    def labels(self) -> tuple[str, ...]:
        """Every surface form that stands for the topic in a text."""
        return (self.pref_label, *self.alt_labels, *self.hidden_labels)


class TopicScheme(Frozen):
    """A whole scheme. Raises nothing; `kg.topics.load_scheme` checks what it reads."""

    uri: str
    topics: tuple[Topic, ...]

    def by_notation(self) -> dict[str, Topic]:
        """The topics by notation."""
        return {t.notation: t for t in self.topics}
