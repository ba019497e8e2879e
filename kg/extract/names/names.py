"""The names of a text, found once for all who ask.

Comes in: a Reading. Goes out: the passages of people and organisations; `mentions` and `offices`
both need them.
"""

from dataclasses import dataclass

from kg.extract.names.organizations import organizations
from kg.extract.names.people import people
from kg.read.reading import Reading
from schema.span import Span


@dataclass(frozen=True)
class Names:
    """The passages of names of people and organisations, in text order."""

    people: tuple[Span, ...]
    organizations: tuple[Span, ...]

    @classmethod
    def of(cls, reading: Reading) -> "Names":
        """The names in a document's content and captions."""
        return cls(people(reading), organizations(reading))
