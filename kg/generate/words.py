"""Labels and places of terms, as the ontology and the docs page write them.

Comes in: the vocabulary. Goes out: labels, and each predicate with all that uses it. Called by the
generators beside it.
"""

import re
from collections import defaultdict

from schema.terms import NodeType, Property, RelationType
from schema.vocabulary import NODE_TYPES, RELATION_TYPES

Use = tuple[NodeType, Property]
"""A property on a node type that carries it."""


def label(name: str) -> str:
    """A prefixed name as words: "schema:roleName" gives "role name"."""
    local = name.split(":", 1)[1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()


def data_predicates() -> dict[str, list[Use]]:
    """The data predicates in alphabetical order, each with all its uses."""
    found: dict[str, list[Use]] = defaultdict(list)
    for kind in NODE_TYPES:
        for prop in kind.properties:
            found[prop.predicate].append((kind, prop))
    return dict(sorted(found.items()))


def rdf_ends(relation: RelationType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels at the subject and at the object of the RDF property."""
    if relation.inverse:
        return relation.range, relation.domain
    return relation.domain, relation.range


def relations_from() -> dict[str, list[RelationType]]:
    """The relations by the label at the subject of their RDF property."""
    found: dict[str, list[RelationType]] = defaultdict(list)
    for relation in RELATION_TYPES:
        for subject in rdf_ends(relation)[0]:
            found[subject].append(relation)
    return found
