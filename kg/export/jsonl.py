"""JSON lines: one node or edge a line, for pipes.

Comes in: changes. Goes out: one file. Called through the entry point `jsonl`.
"""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from kg.export.merge import merge
from kg.protocols import Change, Subgraph
from schema.values import plain


class JsonLines:
    """{"kind": "node", "uri", "labels", "properties"}, then {"kind": "edge", "source", ...}."""

    suffix = ".jsonl"
    media_type = "application/jsonl"

    def write(self, changes: Iterable[Change], file: IO[bytes]) -> None:
        """Write the changes to an open binary file."""
        for record in _records(merge(changes)):
            file.write(json.dumps(record).encode("ascii") + b"\n")


def _records(graph: Subgraph) -> Iterator[dict[str, Any]]:
    for node in graph.nodes:
        properties = {name: plain(value) for name, value in sorted(node.properties.items())}
        yield {
            "kind": "node",
            "uri": node.uri,
            "labels": list(node.labels),
            "properties": properties,
        }
    for edge in graph.edges:
        yield {"kind": "edge", "source": edge.source, "type": edge.type, "target": edge.target}
