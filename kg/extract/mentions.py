"""Names in a text: people, organisations and documents, as passages.

Comes in: a Document and its analysed paragraphs. Goes out: `Mention`s that do not overlap, in text
order; the block a mention lies in tells whether it is of a caption. Called by the extractors.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.mentions_documents import documents
from kg.extract.names import Names
from kg.extract.nlp import Paragraph
from schema.attribution import Mention
from schema.document import Document
from schema.entity import ActorKind
from schema.span import Span


def find_mentions(
    document: Document, paragraphs: Sequence[Paragraph], names: Names
) -> tuple[Mention, ...]:
    """All names in the document's content and captions, in text order."""
    found = [
        *_of(ActorKind.PERSON, names.people),
        *_of(ActorKind.DOCUMENT, documents(document, paragraphs)),
        *_of(ActorKind.ORGANIZATION, names.organizations),
    ]
    return tuple(sorted(_apart(found), key=lambda m: m.span))


def _of(kind: ActorKind, spans: Iterable[Span]) -> Iterator[Mention]:
    return (Mention(span=s, kind=kind) for s in spans)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest stays; of equal ones the first kind found."""
    kept: list[Mention] = []
    # Sorting is stable, so that people come before documents before organisations.
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not any(mention.span.overlaps(k.span) for k in kept):
            kept.append(mention)
    return kept
