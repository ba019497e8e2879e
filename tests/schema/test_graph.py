"""schema.graph: what does not fit the vocabulary fails loudly."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from schema.errors import VocabularyError
from schema.graph import DocumentGraph, Edge, Node
from schema.vocabulary import RELATION_TYPES
from tests.export.strategies import nodes

PERSON = Node(uri="urn:p", labels=("Person",), properties={"name": "A"})
STATEMENT = Node(
    uri="urn:s",
    labels=("Statement",),
    properties={"text": "t", "mode": "direct", "act": "said", "confidence": 1.0},
)


def _batch(day: date | None = None, *, uri: str = "urn:d", **parts: Any) -> DocumentGraph:
    return DocumentGraph(
        document=uri,
        version="urn:v",
        sha256="0",
        fingerprint="f",
        modified=datetime(2026, 1, 1, tzinfo=UTC),
        day=day,
        nodes=parts.get("nodes", ()),
        edges=parts.get("edges", ()),
    )


@settings(deadline=None)
@given(nodes())
def test_labels_are_sorted_and_have_their_parents(node: Node) -> None:
    assert node.labels == tuple(sorted(set(node.labels)))
    assert Node(uri=node.uri, labels=node.labels, properties=node.properties) == node


def test_a_second_label_brings_its_parent() -> None:
    assert PERSON.labels == ("Actor", "Person")


@pytest.mark.parametrize(
    ("labels", "properties"),
    [
        (("Alien",), {}),
        ((), {}),
        (("Person",), {"shoeSize": 43}),
        (("Person",), {"name": 43}),
        (("Person",), {"altNames": "one text"}),
        (("Person",), {"altNames": (1, 2)}),
        (("Statement",), {"saidOn": "2026-01-01"}),
        (("Statement",), {"saidOn": datetime(2026, 1, 1, tzinfo=UTC)}),
        (("Statement",), {"confidence": None}),
    ],
)
def test_what_the_vocabulary_does_not_have_is_refused(
    labels: tuple[str, ...], properties: dict[str, Any]
) -> None:
    with pytest.raises(VocabularyError):
        Node(uri="urn:x", labels=labels, properties=properties)


def test_a_node_needs_a_uri() -> None:
    with pytest.raises(ValidationError):
        Node(uri="", labels=("Person",))


def test_an_unknown_relationship_is_refused() -> None:
    with pytest.raises(VocabularyError, match="LOVES"):
        Edge(source="urn:a", type="LOVES", target="urn:b")


@pytest.mark.parametrize("kind", RELATION_TYPES, ids=lambda kind: kind.type)
def test_an_edge_belongs_to_the_end_the_table_names(kind: Any) -> None:
    edge = Edge(source="urn:a", type=kind.type, target="urn:b")
    assert edge.owner == {"source": "urn:a", "target": "urn:b"}[kind.owner]


def test_a_batch_holds_each_node_once() -> None:
    with pytest.raises(VocabularyError, match="twice"):
        _batch(nodes=(PERSON, PERSON))


def test_a_batch_holds_both_ends_of_its_edges() -> None:
    said = Edge(source="urn:p", type="SAID", target="urn:s")
    assert _batch(nodes=(PERSON, STATEMENT), edges=(said,)).edges == (said,)
    with pytest.raises(VocabularyError, match="no node"):
        _batch(nodes=(PERSON,), edges=(said,))


def test_an_edge_must_fit_its_ends() -> None:
    with pytest.raises(VocabularyError, match="does not fit"):
        _batch(
            nodes=(PERSON, STATEMENT), edges=(Edge(source="urn:s", type="SAID", target="urn:p"),)
        )


def test_documents_are_ranked_by_day_and_then_by_uri() -> None:
    batches = [
        _batch(date(2026, 2, 1), uri="urn:a"),
        _batch(date(2026, 1, 1), uri="urn:c"),
        _batch(None, uri="urn:a"),
        _batch(date(2026, 1, 1), uri="urn:b"),
    ]
    ranked = sorted(batches, key=lambda batch: batch.rank)
    assert [(b.day, b.document) for b in ranked] == [
        (date(2026, 1, 1), "urn:b"),
        (date(2026, 1, 1), "urn:c"),
        (date(2026, 2, 1), "urn:a"),
        (None, "urn:a"),
    ]
