"""Times of learning and what stays of a version that was replaced."""

from datetime import date, timedelta

import pytest

from kg.stores.claims import Batch, claims_of, live_header
from kg.stores.history import retire, stamp
from schema.errors import VocabularyError
from schema.graph import DocumentGraph
from schema.values import instant
from tests.stores.graphs import START, Said, batch, run

QUOTE = Said(
    "We will build the chips that our country needs",
    "Ana Novak",
    ("chips",),
    supports=("chips",),
    quote=True,
    office=("minister", "Ministry of Trials"),
)


def retired(graph: DocumentGraph, *, at: int) -> Batch | None:
    header = live_header(graph, modified=graph.modified)
    return retire(header, claims_of(stamp(graph, run())), START + timedelta(days=at))


def test_a_stamp_says_when_and_by_which_run() -> None:
    graph = stamp(batch("a", [QUOTE]), run(3))
    by_uri = {n.uri: n for n in graph.nodes}
    assert by_uri[graph.version].properties["ingestedAt"] == START + timedelta(days=3)
    assert by_uri[run(3).uri].properties["tool"] == "test"
    assert (graph.version, "EXTRACTED_BY", run(3).uri) in {e.key for e in graph.edges}


def test_a_stamp_changes_nothing_else() -> None:
    graph = batch("a", [QUOTE])
    stamped = stamp(graph, run())
    assert set(graph.edges) <= set(stamped.edges)
    same = {n.uri for n in graph.nodes if n in stamped.nodes}
    assert {n.uri for n in graph.nodes} - same == {graph.version}


def test_a_batch_without_its_version_is_refused() -> None:
    graph = batch("a", [QUOTE])
    with pytest.raises(VocabularyError):
        stamp(graph.model_copy(update={"version": "https://x.example/none"}), run())


def test_the_archive_keeps_who_said_what_where() -> None:
    graph = batch("a", [QUOTE, Said("it would wait", None)], cites="annual report")
    archived = retired(graph, at=1)
    assert archived is not None
    labels = sorted({x for c in archived.claims for x in c.labels})
    assert "Tenure" not in labels
    kinds = sorted({t for c in archived.claims for _, t, _ in c.triples()})
    dropped = {"SPOKEN_AS", "HOLDS", "IN_ORG", "MENTIONS", "CITES", "PUBLISHED_BY"}
    assert set(kinds) == {e.type for e in stamp(graph, run()).edges} - dropped


def test_the_archive_stands_alone() -> None:
    archived = retired(batch("a", [QUOTE]), at=1)
    assert archived is not None
    uris = {c.uri for c in archived.claims}
    assert {end for c in archived.claims for s, _, o in c.triples() for end in (s, o)} <= uris
    assert len(uris) == len(archived.claims)


def test_archived_nodes_have_names_of_their_own_and_the_time() -> None:
    graph = batch("a", [QUOTE])
    archived = retired(graph, at=1)
    assert archived is not None
    assert archived.header.graph == f"{graph.version}/until/20250302T080000000000Z"
    own = [c for c in archived.claims if {"Version", "Statement", "Span"} & set(c.labels)]
    assert len(own) == 3
    assert not {c.uri for c in own} & {n.uri for n in graph.nodes}
    times = {c.properties.get("retractedAt") for c in own if "Span" not in c.labels}
    assert times == {instant(START + timedelta(days=1))}


def test_two_retirements_of_one_version_do_not_collide() -> None:
    graph = batch("a", [QUOTE])
    first, second = retired(graph, at=1), retired(graph, at=2)
    assert first is not None
    assert second is not None
    own = {c.uri for c in first.claims if {"Version", "Statement", "Span"} & set(c.labels)}
    assert not own & {c.uri for c in second.claims}


def test_what_nobody_could_see_is_not_archived() -> None:
    assert retired(batch("a", [QUOTE]), at=0) is None


def test_history_ranks_after_every_live_document() -> None:
    archived = retired(batch("a", [QUOTE], day=date(1999, 1, 1)), at=1)
    assert archived is not None
    assert archived.header.rank > batch("b", day=None).rank
    assert all(c.history and c.rank == archived.header.rank for c in archived.claims)
