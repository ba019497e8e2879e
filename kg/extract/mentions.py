"""Names in a text: people, organisations and documents, as passages."""

from collections.abc import Iterable

from kg.extract.nlp import Paragraph
from schema.attribution import Mention
from schema.document import Document
from schema.entity import ActorKind

_KIND = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION}


def find_mentions(document: Document, paragraphs: Iterable[Paragraph]) -> tuple[Mention, ...]:
    """All names in the document's content and captions, in text order."""
    found = [
        Mention(span=p.span(e), kind=_KIND[e.label_])
        for p in paragraphs
        for e in p.doc.ents
        if e.label_ in _KIND
    ]
    return tuple(sorted(found, key=lambda m: m.span))
