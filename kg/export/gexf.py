"""GEXF 1.2: the graph for Gephi.

Comes in: changes. Goes out: one file. Called through the entry point `gexf`.
"""

from collections.abc import Iterable
from typing import IO

from networkx.readwrite.gexf import GEXFWriter

from kg.export.network import network
from kg.protocols import Change

# GEXF takes a node's "start" and "end" for points in time; ours are characters.
RENAMED = {"start": "startOffset", "end": "endOffset"}


class Gexf:
    """One property graph; lists are JSON, dates ISO text, offsets `startOffset`, `endOffset`."""

    suffix = ".gexf"
    media_type = "application/gexf+xml"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        graph = network(changes)
        for _, attributes in graph.nodes(data=True):
            for name in RENAMED.keys() & attributes.keys():
                attributes[RENAMED[name]] = attributes.pop(name)
        writer = GEXFWriter(version="1.2draft")
        # The day of writing would make two exports of one graph differ.
        writer.xml.find("meta").attrib.pop("lastmodifieddate")
        writer.add_graph(graph)
        writer.write(file)
