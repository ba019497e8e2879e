"""What the service answers with, each field with an example.

Comes in: nodes, edges, passages and rows. Goes out: pydantic models for JSON. Called by the routes.
"""

from typing import Any

from pydantic import BaseModel, Field

from api.passage import Passage
from kg.protocols import Subgraph
from schema.graph import Edge, Node
from schema.values import plain


class NodeModel(BaseModel):
    """A node: URI, labels, properties (dates as ISO text)."""

    uri: str = Field(examples=["https://w3id.org/policykg/person/ana-belo-1b2c3d4e"])
    labels: list[str] = Field(examples=[["Actor", "Person"]])
    properties: dict[str, Any] = Field(examples=[{"name": "Ana Belo"}])

    @classmethod
    def of(cls, node: Node) -> "NodeModel":
        """The model of a node."""
        properties = {k: plain(v) for k, v in sorted(node.properties.items())}
        return cls(uri=node.uri, labels=list(node.labels), properties=properties)


class EdgeModel(BaseModel):
    """A relationship in its Cypher direction."""

    source: str = Field(examples=["https://w3id.org/policykg/person/ana-belo-1b2c3d4e"])
    type: str = Field(examples=["SAID"])
    target: str = Field(examples=["https://w3id.org/policykg/statement/0123456789abcdef"])

    @classmethod
    def of(cls, edge: Edge) -> "EdgeModel":
        """The model of an edge."""
        return cls(source=edge.source, type=edge.type, target=edge.target)


class GraphModel(BaseModel):
    """A piece of the graph. `truncated`: there is more around than it shows."""

    nodes: list[NodeModel]
    edges: list[EdgeModel]
    truncated: bool = Field(examples=[False])

    @classmethod
    def of(cls, graph: Subgraph) -> "GraphModel":
        """The model of a subgraph."""
        return cls(
            nodes=[NodeModel.of(n) for n in graph.nodes],
            edges=[EdgeModel.of(e) for e in graph.edges],
            truncated=graph.truncated,
        )


class PassageModel(BaseModel):
    """A passage in its context; offsets are code points in the version's text, half open."""

    document: str = Field(examples=["Parliament debates synthetic voices"])
    document_uri: str = Field(examples=["https://w3id.org/policykg/document/0a1b"])
    version: str = Field(examples=["https://w3id.org/policykg/document/0a1b/version/2c3d"])
    start: int = Field(examples=[120])
    end: int = Field(examples=[180])
    before: str = Field(examples=["The minister said "])
    exact: str = Field(examples=["every synthetic voice must be labelled"])
    after: str = Field(examples=[" before the autumn."])

    @classmethod
    def of(cls, passage: Passage) -> "PassageModel":
        """The model of a passage."""
        return cls(**vars(passage))


class Rows(BaseModel):
    """Rows of an answer; `next` asks for the rows after these (also as a Link header)."""

    items: list[dict[str, Any]] = Field(examples=[[{"who": "Ana Belo", "said": "…"}]])
    next: str | None = Field(default=None, examples=["o64"])


class Detail(BaseModel):
    """An error."""

    detail: str = Field(examples=["unknown topic 'ai-regulaton'"])
