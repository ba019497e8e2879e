"""Passages as nodes: a Span with its exact characters, in a version of a document."""

from kg.build.batch import Batch
from schema import ids
from schema.document import Document
from schema.span import Span

CONTEXT = 32  # characters before and after that help to find a moved passage again (Web Annotation)


def add_span(batch: Batch, document: Document, version: str, span: Span) -> str:
    """Assert a passage; returns its URI. Raises ValueError when it is empty or out of range."""
    if not 0 <= span.start < span.end <= len(document.text):
        raise ValueError(f"{document.source}: passage {span} lies outside the text")
    uri = batch.add(
        ids.span_uri(version, span.start, span.end),
        "Span",
        start=span.start,
        end=span.end,
        exact=span.of(document.text),
        prefix=document.text[max(0, span.start - CONTEXT) : span.start],
        suffix=document.text[span.end : span.end + CONTEXT],
    )
    batch.link(uri, "IN_DOCUMENT", document.uri)
    batch.link(uri, "IN_VERSION", version)
    return uri
