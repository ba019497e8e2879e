"""TriG: Turtle that keeps the named graphs.

Comes in: changes. Goes out: one file. Called through the entry point `trig`.
"""

from collections.abc import Iterable
from typing import IO

from pyoxigraph import RdfFormat

from kg.export.quads import quads, write_rdf
from kg.protocols import Change


class TriG:
    """One named graph a document."""

    suffix = ".trig"
    media_type = "application/trig"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        write_rdf(quads(changes), file, RdfFormat.TRIG)
