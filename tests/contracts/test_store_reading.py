"""The contract of stores: reading. One suite on a file, in memory and on a real Neo4j."""

from datetime import date, timedelta

import pytest

from kg.protocols import Store
from schema import ids
from schema.errors import QuestionError
from tests.contracts.places import Place
from tests.contracts.store_cases import AGAINST, ANA, NOBODY, QUOTE, assert_whole, put
from tests.stores.graphs import START, Said, batch


def test_neighbours_come_nearest_first_and_the_same_each_time(store: Store) -> None:
    put(store, batch("a", [QUOTE, AGAINST]), batch("b", [QUOTE, NOBODY]))
    view, uri = store.view(), ids.person_uri(ANA)
    one = view.neighbours(uri)
    assert one is not None
    assert {e.type for e in one.edges if uri in (e.source, e.target)} == {"SAID", "HOLDS"}
    sizes = []
    for depth in (0, 1, 2, 3):
        found = view.neighbours(uri, depth=depth)
        assert found is not None
        assert found == view.neighbours(uri, depth=depth)
        uris = {n.uri for n in found.nodes}
        assert all({e.source, e.target} <= uris for e in found.edges)
        sizes.append(len(uris))
    assert sizes[0] == 1
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)
    few = view.neighbours(uri, depth=3, limit=4)
    assert few is not None
    assert len(few.nodes) == 4
    assert {n.uri for n in one.nodes} <= {n.uri for n in few.nodes}


def test_search_finds_words_without_case_and_accents(store: Store) -> None:
    put(store, batch("zagreb", [QUOTE, Said("Čipovi su važni", "Željka Kovač"), NOBODY]))
    view = store.view()
    uri = ids.quotation_uri(ANA, QUOTE.text)
    assert [n.uri for n in view.search("COUNTRY chips", limit=5)] == [uri]
    assert ids.person_uri("Željka Kovač") in {n.uri for n in view.search("zeljka", limit=5)}
    assert {n.labels for n in view.search("headline zagreb", limit=5)} == {
        ("Document", "NewsArticle")
    }
    assert view.search("country absent", limit=5) == []
    assert view.search('"(* AND', limit=5) == []
    assert len(view.search("the", limit=1)) <= 1


def test_search_finds_nothing_that_is_retracted(store: Store) -> None:
    put(store, batch("a", [QUOTE]))
    put(store, batch("a", [NOBODY], version=2), day=1)
    assert store.view().search("country", limit=5) == []


def test_a_question_gives_rows_in_plain_values(store: Store) -> None:
    put(store, batch("a", [QUOTE, NOBODY], day=date(2025, 2, 3)))
    rows = store.view().ask("who_said_what", {"actor": ANA}, limit=10)
    assert [r["said"] for r in rows] == [QUOTE.text]
    assert rows[0]["said_on"] == "2025-02-03"
    assert rows[0]["negated"] is False
    assert rows[0]["title"] == "minister"
    everything = store.view().ask("who_said_what", {}, limit=10)
    assert len(everything) == 2
    assert store.view().ask("who_said_what", {}, limit=1) == everything[:1]
    assert store.view().ask("who_said_what", {}, limit=1, skip=1) == everything[1:]


def test_a_question_is_answered_as_of_a_day(store: Store) -> None:
    put(store, batch("a", [QUOTE]))
    put(store, batch("a", [NOBODY], version=2), day=2)
    asked = [
        store.view().ask("who_said_what", {"as_of": START + timedelta(days=n)}, limit=9)
        for n in (-1, 1, 3)
    ]
    assert [[r["said"] for r in rows] for rows in asked] == [[], [QUOTE.text], [NOBODY.text]]


def test_an_unknown_question_is_refused(store: Store) -> None:
    with pytest.raises(QuestionError):
        store.view().ask("no_such_question", {}, limit=1)


def test_texts_of_all_kinds_come_back_as_they_were(store: Store) -> None:
    said = Said("“Quotes”, 'single', \\back, \t tab, 龙 𝕏 \U0001f916, {braces} $dollar; --", ANA)
    graph = batch("a", [said])
    put(store, graph)
    for node in graph.nodes:
        held = store.view().get(node.uri)
        assert held is not None
        assert node.properties.items() <= held.properties.items()
    assert_whole(store)


def test_identity_lasts_and_differs(place: Place, store: Store) -> None:
    identity = store.view().identity()
    assert store.view().identity() == identity
    other = place.fresh()
    assert other.view().identity() != identity
    other.close()
