"""schema.vocabulary: the one table must be unambiguous in every world it is mapped to."""

from collections import Counter

import pytest

from schema.terms import NodeType, expand
from schema.vocabulary import NODE_TYPE, NODE_TYPES, RELATION_TYPE, RELATION_TYPES, properties_of

RESERVED = {"rdf:type", "oa:hasSelector"}  # what the RDF mapping writes of its own


def _twice(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def test_labels_classes_relationships_and_predicates_are_unique() -> None:
    assert not _twice([t.label for t in NODE_TYPES])
    assert not _twice([t.rdf_class for t in NODE_TYPES])
    assert not _twice([t.type for t in RELATION_TYPES])
    assert not _twice([t.predicate for t in RELATION_TYPES])


def test_a_predicate_is_either_data_or_object() -> None:
    data = {p.predicate for t in NODE_TYPES for p in t.properties}
    objects = {t.predicate for t in RELATION_TYPES}
    assert not data & objects
    assert not (data | objects) & RESERVED


@pytest.mark.parametrize("found", NODE_TYPES, ids=lambda found: found.label)
def test_a_node_type_refers_to_what_there_is(found: NodeType) -> None:
    assert found.definition.endswith(".")
    assert expand(found.rdf_class)
    assert all(expand(name) for name in found.also)
    if found.parent:
        assert NODE_TYPE[found.parent].parent is None, "one level of second labels"
    names = properties_of((found.label, *([found.parent] if found.parent else [])))
    assert found.on_selector <= set(names)
    assert found.caption in names


@pytest.mark.parametrize("found", NODE_TYPES, ids=lambda found: found.label)
def test_a_predicate_means_one_property_of_a_node(found: NodeType) -> None:
    # A document that speaks is an actor as well.
    parent = found.parent or found.label
    for labels in ((found.label,), (found.label, parent), ("Actor", "Document")):
        predicates = [p.predicate for p in properties_of(labels).values()]
        assert not _twice(predicates)


@pytest.mark.parametrize("name", sorted(RELATION_TYPE))
def test_a_relationship_joins_labels_there_are(name: str) -> None:
    kind = RELATION_TYPE[name]
    assert {*kind.domain, *kind.range} <= set(NODE_TYPE)
    assert kind.domain
    assert kind.range
    assert kind.definition.endswith(".")
    if kind.sub_property_of:
        parents = [t for t in RELATION_TYPES if t.predicate == kind.sub_property_of]
        assert [(p.domain, p.range) for p in parents] == [(kind.domain, kind.range)]


def test_an_unknown_prefix_is_an_error() -> None:
    with pytest.raises(KeyError):
        expand("unheard:of")
