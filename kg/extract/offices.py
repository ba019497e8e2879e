"""Offices that people hold, where the text says so next to their names."""

from collections.abc import Iterable

from kg.extract.nlp import Paragraph
from schema.attribution import OfficeMention
from schema.document import Document


def find_offices(document: Document, paragraphs: Iterable[Paragraph]) -> tuple[OfficeMention, ...]:
    """All offices in the document's content, in text order."""
    return ()
