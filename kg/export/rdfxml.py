"""RDF/XML: RDF for older tools.

Comes in: changes. Goes out: one file. Called through the entry point `rdfxml`.
"""

from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import Literal, RdfFormat, Triple

from kg.export.quads import merged, write_rdf
from kg.protocols import Change
from kg.xml_text import xml_legal


def _legal(triples: Iterable[Triple]) -> Iterator[Triple]:
    for triple in triples:
        term = triple.object
        if isinstance(term, Literal) and xml_legal(term.value) != term.value:
            same = None if term.language else term.datatype
            legal = Literal(xml_legal(term.value), datatype=same, language=term.language)
            yield Triple(triple.subject, triple.predicate, legal)
        else:
            yield triple


class RdfXml:
    """One graph; U+FFFD stands for characters that XML cannot hold."""

    suffix = ".rdf"
    media_type = "application/rdf+xml"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        write_rdf(_legal(merged(changes)), file, RdfFormat.RDF_XML)
