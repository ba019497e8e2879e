"""What the vocabulary is made of: prefixes, datatypes, rules of folding, kinds of declarations.

Called by `schema.vocabulary`, the one table, and by all that is generated from it or checked.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from schema.ids import NS

PREFIXES: dict[str, str] = {
    "pk": NS,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def expand(name: str) -> str:
    """The full IRI of a prefixed name ("schema:name"). Raises KeyError on an unknown prefix."""
    prefix, local = name.split(":", 1)
    return PREFIXES[prefix] + local


class Datatype(StrEnum):
    """The value types of properties, each with one XSD type."""

    STRING = "xsd:string"
    INTEGER = "xsd:integer"
    DOUBLE = "xsd:double"
    BOOLEAN = "xsd:boolean"
    DATE = "xsd:date"
    DATETIME = "xsd:dateTime"
    URI = "xsd:anyURI"


class Fold(StrEnum):
    """How the values that several documents give for one property become one.

    EARLIEST: of the earliest document (date, then URI) that gives one; UNION: a sorted list.
    """

    EARLIEST = "earliest"
    UNION = "union"
    MIN = "min"
    MAX = "max"


@dataclass(frozen=True)
class Property:
    """A data property; `required` ones are checked by SHACL and by the graph itself."""

    name: str
    predicate: str
    datatype: Datatype
    definition: str
    fold: Fold = Fold.EARLIEST
    required: bool = False
    language: str | None = None
    learning_time: bool = False  # when the graph learnt it: left out of a reproducible export


@dataclass(frozen=True)
class NodeType:
    """A node label. `parent` names the label that always stands beside a second label.

    `on_selector`: properties that sit on the Span in Neo4j and on its selector node in RDF.
    """

    label: str
    rdf_class: str
    definition: str
    properties: tuple[Property, ...] = ()
    parent: str | None = None
    also: tuple[str, ...] = ()  # further RDF classes the class is a sub-class of
    caption: str = "name"
    on_selector: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class RelationType:
    """A relationship type.

    `inverse`: the RDF property points from target to source. `owner`: the end whose claim holds
    the edge, so that a hub (an actor with thousands of statements) never has to be rewritten.
    """

    type: str
    predicate: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    definition: str
    inverse: bool = False
    owner: Literal["source", "target"] = "source"
    sub_property_of: str | None = None
