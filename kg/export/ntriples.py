"""N-Triples: one triple a line.

Comes in: changes. Goes out: one file. Called through the entry point `ntriples`.
"""

from collections.abc import Iterable
from typing import IO

from pyoxigraph import RdfFormat

from kg.export.quads import merged, write_rdf
from kg.protocols import Change


class NTriples:
    """One graph, a triple a line."""

    suffix = ".nt"
    media_type = "application/n-triples"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        write_rdf(merged(changes), file, RdfFormat.N_TRIPLES)
