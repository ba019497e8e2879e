"""GraphML: the graph for yEd, Gephi, igraph, networkx.

Comes in: changes. Goes out: one file. Called through the entry point `graphml`.
"""

from collections.abc import Iterable
from typing import IO

import networkx

from kg.export.network import network
from kg.protocols import Change


class GraphMl:
    """One property graph; lists are JSON, dates ISO text."""

    suffix = ".graphml"
    media_type = "application/graphml+xml"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        networkx.write_graphml(network(changes), file, named_key_ids=True)
