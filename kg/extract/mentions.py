"""Names in a text: people, organisations and documents, as passages.

Comes in: a Document and its analysed paragraphs. Goes out: `Mention`s that do not overlap, in text
order; the block a mention lies in tells whether it is of a caption. Called by the extractors.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.mentions_documents import documents
from kg.extract.names import Names
from kg.extract.nlp import Paragraph
from kg.extract.parsed import paragraph_at
from kg.extract.roles import role_of
from schema.attribution import Mention
from schema.document import Document
from schema.entity import ActorKind
from schema.span import Span
from schema.span_index import SpanIndex


def find_mentions(
    document: Document, paragraphs: Sequence[Paragraph], names: Names
) -> tuple[Mention, ...]:
    """All names in the document's content and captions, in text order."""
    found = [
        *_of(ActorKind.PERSON, names.people, paragraphs),
        *_of(ActorKind.DOCUMENT, documents(document, paragraphs), paragraphs),
        *_of(ActorKind.ORGANIZATION, names.organizations, paragraphs),
    ]
    return tuple(sorted(_apart(found), key=lambda m: m.span))


def _of(
    kind: ActorKind, spans: Iterable[Span], paragraphs: Sequence[Paragraph]
) -> Iterator[Mention]:
    for span in spans:
        paragraph = paragraph_at(paragraphs, span.start)
        if paragraph is not None:
            yield Mention(span=span, kind=kind, role=role_of(paragraph, span))


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest stays; of equal ones the first kind found."""
    kept: list[Mention] = []
    taken: SpanIndex[Mention] = SpanIndex()
    # Sorting is stable, so that people come before documents before organisations.
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not taken.meeting(mention.span):
            taken.add(mention.span, mention)
            kept.append(mention)
    return kept
