"""Names in a text: people, organisations and papers, as passages.

Comes in: a Reading. Goes out: `Mention`s that do not overlap, in text order; the block a mention
lies in tells whether it is of a caption.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.names.names import Names
from kg.extract.names.papers import papers
from kg.read.phrases import role_of
from kg.read.reading import Reading
from schema.attribution import Mention, Role
from schema.entity import ActorKind
from schema.span import Span
from schema.span_index import SpanIndex


def find_mentions(reading: Reading, names: Names) -> tuple[Mention, ...]:
    """All names in the document's content and captions, in text order."""
    found = [
        *_of(ActorKind.PERSON, names.people, reading),
        *_of(ActorKind.DOCUMENT, papers(reading), reading),
        *_of(ActorKind.ORGANIZATION, names.organizations, reading),
    ]
    return tuple(sorted(_apart(found), key=lambda m: m.span))


def _of(kind: ActorKind, spans: Iterable[Span], reading: Reading) -> Iterator[Mention]:
    for span in spans:
        paragraph = reading.paragraph_at(span.start)
        if paragraph is not None:
            last = paragraph.last_token(span)
            yield Mention(span=span, kind=kind, role=role_of(last) if last else Role.OTHER)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest stays; of equal ones the first kind found."""
    kept: list[Mention] = []
    taken: SpanIndex[Mention] = SpanIndex()
    # Sorting is stable, so that people come before papers before organisations.
    for mention in sorted(mentions, key=lambda m: m.span.start - m.span.end):
        if not taken.meeting(mention.span):
            taken.add(mention.span, mention)
            kept.append(mention)
    return kept
