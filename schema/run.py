"""One run of the pipeline: what the graph learnt together."""

from datetime import datetime

from schema import ids
from schema.base import Frozen
from schema.graph import Node
from schema.values import instant


class Run(Frozen):
    """A run; `started_at` (with a zone) is when the graph learnt what the run wrote."""

    tool: str
    tool_version: str
    fingerprint: str
    started_at: datetime

    @property
    def uri(self) -> str:
        """The run's key."""
        return ids.run_uri(self.tool, self.tool_version, self.fingerprint, instant(self.started_at))

    def node(self) -> Node:
        """The run as a node of the graph."""
        return Node(
            uri=self.uri,
            labels=("Run",),
            properties={
                "tool": self.tool,
                "toolVersion": self.tool_version,
                "startedAt": self.started_at,
            },
        )
