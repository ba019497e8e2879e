"""Turtle: RDF that people read.

Comes in: changes. Goes out: one file. Called through the entry point `turtle`.
"""

from collections.abc import Iterable
from typing import IO

from pyoxigraph import RdfFormat

from kg.export.quads import merged, write_rdf
from kg.protocols import Change


class Turtle:
    """One graph with prefixes."""

    suffix = ".ttl"
    media_type = "text/turtle"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        write_rdf(merged(changes), file, RdfFormat.TURTLE)
