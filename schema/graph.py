"""The graph as values: nodes, edges, and the batch of claims that one document makes.

Comes in: `kg.build`. Goes out: stores, exporters, the replica. Everything is checked against
`schema.vocabulary`: an unknown label, property or relationship fails loudly.
"""

from datetime import date, datetime
from typing import Any

from pydantic import Field, field_validator, model_validator

from schema.base import Frozen
from schema.errors import VocabularyError
from schema.terms import Datatype, Fold, Property
from schema.vocabulary import NODE_TYPE, RELATION_TYPE, properties_of

Value = bool | int | float | str | date | datetime | tuple[str, ...]

_PYTHON: dict[Datatype, tuple[type, ...]] = {
    Datatype.STRING: (str,),
    Datatype.URI: (str,),
    Datatype.INTEGER: (int,),
    Datatype.DOUBLE: (float,),
    Datatype.BOOLEAN: (bool,),
    Datatype.DATE: (date,),
    Datatype.DATETIME: (datetime,),
}


def _check_value(label: str, prop: Property, value: Any) -> None:
    if prop.fold is Fold.UNION:
        fits = isinstance(value, tuple) and all(isinstance(v, str) for v in value)
    else:
        exact_date = prop.datatype is not Datatype.DATE or not isinstance(value, datetime)
        fits = isinstance(value, _PYTHON[prop.datatype]) and exact_date
    if not fits:
        raise VocabularyError(f"{label}.{prop.name}: {value!r} is no {prop.datatype.value}")


class Node(Frozen):
    """A node: its URI, its labels (sorted, with parents) and its properties (no nulls)."""

    uri: str = Field(min_length=1)
    labels: tuple[str, ...]
    properties: dict[str, Any] = Field(default_factory=dict)

    @field_validator("labels")
    @classmethod
    def _with_parents(cls, labels: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [x for x in labels if x not in NODE_TYPE]
        if unknown or not labels:
            raise VocabularyError(f"unknown label {unknown!r}")
        parents = {p for x in labels if (p := NODE_TYPE[x].parent)}
        return tuple(sorted({*labels, *parents}))

    @model_validator(mode="after")
    def _known_properties(self) -> "Node":
        known = properties_of(self.labels)
        for name, value in self.properties.items():
            if name not in known:
                raise VocabularyError(f"{'/'.join(self.labels)} has no property {name!r}")
            _check_value("/".join(self.labels), known[name], value)
        return self


class Edge(Frozen):
    """A relationship, by its Cypher direction: `(source)-[:type]->(target)`."""

    source: str
    type: str
    target: str

    @field_validator("type")
    @classmethod
    def _known_type(cls, name: str) -> str:
        if name not in RELATION_TYPE:
            raise VocabularyError(f"unknown relationship {name!r}")
        return name

    @property
    def owner(self) -> str:
        """The URI of the node whose claim holds this edge."""
        return self.source if RELATION_TYPE[self.type].owner == "source" else self.target

    @property
    def key(self) -> tuple[str, str, str]:
        """A sortable key: source, type, target."""
        return (self.source, self.type, self.target)


class DocumentGraph(Frozen):
    """The batch of one document: replaced as one unit, and a pure function of that document.

    `rank` decides whose value a shared node takes: the earlier (day, URI) first. `fingerprint`
    names the pipeline that made the batch; with `sha256` it tells whether a load changes anything.
    """

    document: str
    version: str
    sha256: str
    fingerprint: str
    modified: datetime
    day: date | None = None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def rank(self) -> str:
        """Sort key among documents: undated ones come last."""
        return f"{self.day.isoformat() if self.day else '9999-12-31'} {self.document}"

    @model_validator(mode="after")
    def _closed(self) -> "DocumentGraph":
        by_uri = {n.uri: n for n in self.nodes}
        if len(by_uri) != len(self.nodes):
            raise VocabularyError(f"{self.document}: a node stands twice in its batch")
        for edge in self.edges:
            kind = RELATION_TYPE[edge.type]
            for uri, allowed in ((edge.source, kind.domain), (edge.target, kind.range)):
                node = by_uri.get(uri)
                if node is None:
                    raise VocabularyError(f"{self.document}: {edge.key} points to no node")
                if not set(node.labels) & set(allowed):
                    raise VocabularyError(f"{self.document}: {edge.key} does not fit {node.labels}")
        return self
