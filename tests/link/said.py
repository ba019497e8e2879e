"""Documents with attributions given by hand: who is meant depends on linking alone."""

from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.link.linker import link
from kg.read.reading import read
from schema.attribution import Attribution, Extraction, Mode
from schema.document import Document
from schema.linked import Linked
from schema.span import Span


def linked(document: Document, *sources: str) -> Linked:
    """Link a document in which each source is found behind the one before it."""
    reading = read(document)
    names = Names.of(reading)
    return link(
        reading,
        Extraction(
            tool="given",
            attributions=attributions(document.text, sources),
            offices=find_offices(reading, names),
            mentions=find_mentions(reading, names),
        ),
    )


def attributions(text: str, sources: tuple[str, ...]) -> tuple[Attribution, ...]:
    """One attribution a source, each behind the one before it; its content is one character."""
    found, at = [], 0
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        found.append(
            Attribution(source=(Span(start, at),), content=(Span(at, at + 1),), mode=Mode.INDIRECT)
        )
    return tuple(found)


def speakers(document: Document, *sources: str) -> list[str | None]:
    """The names of the speakers of these sources."""
    return [a.speaker.name if a.speaker else None for a in linked(document, *sources).attributions]
