"""The contract of stores: writing. One suite on a file, in memory and on a real Neo4j."""

from datetime import date, timedelta

import pytest

from kg.protocols import Outcome, Store
from kg.stores.replacing import SCHEME
from schema import ids
from schema.errors import StoreError, VocabularyError
from tests.contracts.store_cases import AGAINST, ANA, NOBODY, QUOTE, assert_whole, loaded, put
from tests.stores.graphs import START, Said, batch, run, topic_nodes
from tests.stores.states import live, union


def test_an_empty_store_is_empty(store: Store) -> None:
    view = store.view()
    assert not any(view.counts().values())
    assert list(view.changes(0)) == []
    assert view.get("https://x.example/none") is None
    assert view.neighbours("https://x.example/none") is None
    assert view.search("anything", limit=5) == []
    with store.writer() as writer:
        assert writer.known("https://x.example/none") is None
        assert not writer.remove("https://x.example/none", at=START)


def test_a_document_is_stored_with_all_its_claims(store: Store) -> None:
    graph = batch("a", [QUOTE, AGAINST, NOBODY], cites="annual report")
    assert put(store, graph) == [Outcome.LOADED]
    for node in graph.nodes:
        held = store.view().get(node.uri)
        assert held is not None
        assert held.labels == node.labels
        assert node.properties.items() <= held.properties.items()
    parts, edges = union(store.view().changes(0))
    assert {e.key for e in graph.edges} <= edges
    assert set(parts) == {n.uri for n in graph.nodes} | {run().uri}
    version = store.view().get(graph.version)
    assert version is not None
    assert version.properties["ingestedAt"] == START
    assert_whole(store)


def test_the_same_document_again_writes_nothing(store: Store) -> None:
    graph = batch("a", [QUOTE])
    put(store, graph)
    before = list(store.view().changes(0))
    assert put(store, graph, day=1) == [Outcome.UNCHANGED]
    assert list(store.view().changes(0)) == before
    assert store.view().get(run(1).uri) is None


def test_known_sees_what_is_stored_and_what_waits(store: Store) -> None:
    graph = batch("a", [QUOTE])
    with store.writer() as writer:
        assert writer.known(graph.document) is None
        writer.replace(graph, run=run())
        waiting = writer.known(graph.document)
        writer.flush()
        assert writer.known(graph.document) == waiting
    assert waiting is not None
    assert (waiting.sha256, waiting.fingerprint) == (graph.sha256, graph.fingerprint)
    assert waiting.modified == graph.modified


def test_a_newer_version_replaces_and_the_old_one_becomes_history(store: Store) -> None:
    old, new = batch("a", [QUOTE, NOBODY]), batch("a", [QUOTE, AGAINST], version=2)
    put(store, old)
    assert put(store, new, day=1) == [Outcome.REPLACED]
    assert live(store.view()) == loaded(new)
    (archived,) = [c for c in store.view().changes(0) if c.history]
    assert archived.graph.startswith(old.version)
    (version,) = [n for n in archived.nodes if "Version" in n.labels]
    assert version.uri == archived.graph
    assert version.properties["ingestedAt"] == START
    assert version.properties["retractedAt"] == START + timedelta(days=1)
    texts = {n.properties["text"] for n in archived.nodes if "Statement" in n.labels}
    assert texts == {QUOTE.text, NOBODY.text}
    assert_whole(store)


def test_an_older_version_is_left_out(store: Store) -> None:
    put(store, batch("a", [AGAINST], version=2))
    before = list(store.view().changes(0))
    assert put(store, batch("a", [QUOTE]), day=1) == [Outcome.OLDER]
    assert list(store.view().changes(0)) == before


def test_of_two_versions_of_one_time_the_greater_digest_stays(store: Store) -> None:
    pair = [batch("a", [x], modified=1) for x in (QUOTE, AGAINST)]
    low, high = sorted(pair, key=lambda g: g.sha256)
    assert put(store, high, low) == [Outcome.LOADED, Outcome.OLDER]
    assert live(store.view()) == loaded(high)


def test_the_same_text_read_by_a_better_extractor_replaces(store: Store) -> None:
    put(store, batch("a", [QUOTE]))
    better = batch("a", [QUOTE], fingerprint="f2", modified=0)
    assert put(store, better, day=1) == [Outcome.REPLACED]
    assert put(store, better, day=2) == [Outcome.UNCHANGED]
    assert [c.history for c in store.view().changes(0)].count(True) == 1
    with store.writer() as writer:
        known = writer.known(better.document)
    assert known is not None
    assert known.modified == START + timedelta(days=1)  # the later time of the same text
    assert_whole(store)


def test_a_version_comes_back(store: Store) -> None:
    first, second = batch("a", [QUOTE]), batch("a", [AGAINST], version=2)
    again = batch("a", [QUOTE], modified=9)
    for day, graph in enumerate((first, second, again)):
        put(store, graph, day=day)
    assert live(store.view()) == loaded(again)
    archived = [c for c in store.view().changes(0) if c.history]
    times = [
        (n.properties["ingestedAt"], n.properties["retractedAt"])
        for c in archived
        for n in c.nodes
        if "Version" in n.labels
    ]
    days = [START + timedelta(days=n) for n in range(3)]
    assert sorted(times) == [(days[0], days[1]), (days[1], days[2])]
    assert_whole(store)


def test_a_later_time_of_an_unchanged_text_is_remembered(store: Store) -> None:
    text, between = batch("a", [QUOTE]), batch("a", [AGAINST], version=2)
    put(store, text)
    assert put(store, batch("a", [QUOTE], modified=9)) == [Outcome.UNCHANGED]
    assert put(store, between) == [Outcome.OLDER]


def test_removal_retires(store: Store) -> None:
    graph, other = batch("a", [QUOTE, AGAINST]), batch("b", [NOBODY])
    put(store, graph, other)
    with store.writer() as writer:
        assert writer.remove(graph.document, at=START + timedelta(days=1))
        assert not writer.remove(graph.document, at=START + timedelta(days=2))
        assert writer.known(graph.document) is None
    assert live(store.view()) == loaded(other)
    assert [c.history for c in store.view().changes(0)].count(True) == 1
    assert put(store, graph, day=3) == [Outcome.LOADED]
    assert live(store.view()) == loaded(graph, other)
    assert_whole(store)


def test_a_quotation_in_two_documents_is_one_and_outlives_either(store: Store) -> None:
    early = batch("a", [QUOTE], day=date(2025, 1, 1))
    late = batch("b", [QUOTE], day=date(2025, 3, 1), outlet="The Other Post")
    put(store, late, early)
    uri = ids.quotation_uri(ANA, QUOTE.text)
    shared = store.view().get(uri)
    assert shared is not None
    assert shared.properties["saidOn"] == date(2025, 1, 1)
    near = store.view().neighbours(uri)
    assert near is not None
    carried = {e.target for e in near.edges if e.type == "QUOTED_FROM"}
    assert carried == {early.document, late.document}
    with store.writer() as writer:
        writer.remove(early.document, at=START)
    left = store.view().get(uri)
    assert left is not None
    assert left.properties["saidOn"] == date(2025, 3, 1)
    assert live(store.view()) == loaded(late)
    assert_whole(store)


def test_a_shared_node_takes_the_earliest_word_and_the_union_of_lists(store: Store) -> None:
    late = batch("b", [Said("one", ANA)], alt_names=("A. Novak",), day=None)
    early = batch("a", [Said("two", "ANA NOVAK")], alt_names=("Novak",), day=date(2024, 1, 1))
    put(store, late)
    since = [c.watermark for c in store.view().changes(0)][-1]
    put(store, early)
    person = store.view().get(ids.person_uri(ANA))
    assert person is not None
    assert person.properties == {"name": "ANA NOVAK", "altNames": ("A. Novak", "Novak")}
    touched = {c.graph: c for c in store.view().changes(since)}
    assert set(touched) == {late.document, early.document}
    (outranked,) = [n for n in touched[late.document].nodes if n.uri == person.uri]
    assert outranked.properties == {"altNames": ("A. Novak",)}
    assert_whole(store)


def test_the_earliest_word_wins_even_if_it_was_said_later_too(store: Store) -> None:
    for name, spelling, month in (("c", "ANA NOVAK", 3), ("b", ANA, 2), ("a", "ANA NOVAK", 1)):
        put(store, batch(name, [Said("one", spelling)], day=date(2025, month, 1)))
    person = store.view().get(ids.person_uri(ANA))
    assert person is not None
    assert person.properties["name"] == "ANA NOVAK"
    with store.writer() as writer:
        writer.remove(batch("a").document, at=START)
    person = store.view().get(ids.person_uri(ANA))
    assert person is not None
    assert person.properties["name"] == ANA


def test_a_topic_scheme_is_written_once(store: Store) -> None:
    nodes, edges = topic_nodes()
    store.set_topics(nodes, edges)
    before = list(store.view().changes(0))
    assert [c.graph for c in before] == [SCHEME]
    store.set_topics(reversed(nodes), reversed(edges))
    assert list(store.view().changes(0)) == before


def test_another_topic_scheme_takes_the_place_of_the_first(store: Store) -> None:
    nodes, edges = topic_nodes()
    put(store, batch("a", [QUOTE]))
    store.set_topics(nodes, edges)
    chips = ids.topic_uri("chips")
    kept = [n for n in nodes if n.uri != ids.topic_uri("safety")]
    renamed = [
        n.model_copy(update={"properties": {**n.properties, "prefLabel": "X"}}) for n in kept
    ]
    store.set_topics(renamed, [])
    topic = store.view().get(chips)
    assert topic is not None
    assert topic.properties["prefLabel"] == "X"
    assert store.view().get(ids.topic_uri("safety")) is None
    assert store.view().counts()["BROADER"] == 0
    assert not any(c.history for c in store.view().changes(0))
    assert_whole(store)


def test_a_scheme_with_a_loose_end_is_refused(store: Store) -> None:
    nodes, edges = topic_nodes()
    with pytest.raises(VocabularyError):
        store.set_topics(nodes[:1], edges)


def test_a_text_that_is_no_unicode_is_refused_and_leaves_nothing(store: Store) -> None:
    graph = batch("a", [QUOTE])
    broken = graph.model_copy(
        update={
            "nodes": tuple(
                n.model_copy(update={"properties": {**n.properties, "text": "lone \ud800"}})
                if n.uri == graph.version
                else n
                for n in graph.nodes
            )
        }
    )
    with pytest.raises(StoreError, match="surrogate"), store.writer() as writer:
        writer.replace(broken, run=run())
        writer.flush()
    assert list(store.view().changes(0)) == []
