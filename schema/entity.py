"""Who can speak, and in what office: actors and tenures as one document knows them."""

from enum import StrEnum

from pydantic import Field

from schema import ids
from schema.base import Frozen
from schema.span import Span


class ActorKind(StrEnum):
    """What kind of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"


class TenureStatus(StrEnum):
    """Whether an office is held on the day of the text."""

    CURRENT = "current"
    FORMER = "former"
    ELECT = "elect"
    ACTING = "acting"


_URI_OF = {
    ActorKind.PERSON: ids.person_uri,
    ActorKind.ORGANIZATION: ids.organization_uri,
    ActorKind.GROUP: ids.group_uri,
    ActorKind.DOCUMENT: ids.cited_document_uri,
}


class Actor(Frozen):
    """Somebody or something a document names, with every passage that refers to it.

    `name` is the fullest form in the document; `alt_names` the other ones (sorted).
    """

    name: str = Field(min_length=1)
    kind: ActorKind
    alt_names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()

    @property
    def uri(self) -> str:
        """The actor's key in the graph: a pure function of its name and kind."""
        return _URI_OF[self.kind](self.name)


class Tenure(Frozen):
    """A person in an office, as one document says it."""

    person: Actor
    title: str
    organization: Actor | None = None
    status: TenureStatus = TenureStatus.CURRENT
    span: Span
