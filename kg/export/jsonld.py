"""JSON-LD: RDF for programs that read JSON.

Comes in: changes. Goes out: one file. Called through the entry point `jsonld`.
"""

from collections.abc import Iterable
from typing import IO

from pyoxigraph import RdfFormat

from kg.export.quads import quads, write_rdf
from kg.protocols import Change


class JsonLd:
    """One named graph a document, in expanded form."""

    suffix = ".jsonld"
    media_type = "application/ld+json"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        write_rdf(quads(changes), file, RdfFormat.JSON_LD)
