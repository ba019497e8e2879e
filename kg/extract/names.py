"""The names of a text, found once for all who ask.

Comes in: a Document and its analysed paragraphs. Goes out: the passages of people and
organisations. Called by the extractor; `mentions` and `offices` both need them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.mentions_organizations import organizations
from kg.extract.mentions_people import people
from kg.extract.nlp import Paragraph
from schema.document import Document
from schema.span import Span


@dataclass(frozen=True)
class Names:
    """The passages of names of people and organisations, in text order."""

    people: tuple[Span, ...]
    organizations: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document, paragraphs: Sequence[Paragraph]) -> "Names":
        """The names in a document's content and captions."""
        return cls(people(document, paragraphs), organizations(document, paragraphs))
