"""context.jsonld: the vocabulary as a JSON-LD context, so that our plain JSON is RDF as well.

Keys are the names of the graph model: `uri`, `labels`, property names, relationship types.
Called by `kg.generate.__main__`.
"""

import json
from typing import Any

from schema.terms import PREFIXES, Property, RelationType
from schema.vocabulary import NODE_TYPES, RELATION_TYPES


def context() -> str:
    """The context, as JSON."""
    terms: dict[str, Any] = {"@version": 1.1, **PREFIXES, "uri": "@id", "labels": "@type"}
    terms["selector"] = {"@id": "oa:hasSelector", "@type": "@id"}
    for kind in NODE_TYPES:
        terms[kind.label] = kind.rdf_class
        terms.update((prop.name, _value(prop)) for prop in kind.properties)
    terms.update((relation.type, _link(relation)) for relation in RELATION_TYPES)
    return json.dumps({"@context": terms}, indent=2) + "\n"


def _value(prop: Property) -> dict[str, str]:
    if prop.language:
        return {"@id": prop.predicate, "@language": prop.language}
    return {"@id": prop.predicate, "@type": prop.datatype.value}


def _link(relation: RelationType) -> dict[str, str]:
    direction = "@reverse" if relation.inverse else "@id"
    return {direction: relation.predicate, "@type": "@id"}
