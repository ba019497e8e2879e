"""The contract of stores: order cannot matter, and whoever follows sees all of it."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.protocols import Store
from schema.graph import DocumentGraph
from tests.contracts.places import Place
from tests.contracts.store_cases import AGAINST, ANA, NOBODY, QUOTE, assert_whole, loaded, put
from tests.stores.graphs import START, Said, batch, topic_nodes
from tests.stores.states import Replica, live

VERSIONS = [
    batch("a", [QUOTE, NOBODY], day=date(2025, 1, 2), alt_names=("Novak",)),
    batch("a", [QUOTE, AGAINST], day=date(2025, 1, 1), version=2, kind="Report"),
    batch("a", [NOBODY], day=None, version=3, cites="annual report"),
    batch("b", [QUOTE, AGAINST], day=date(2025, 1, 1), alt_names=("A. Novak", "Ana N.")),
    batch("b", [Said("ok", "ANA NOVAK", office=("minister", "MINISTRY OF TRIALS"))], version=2),
    batch("c", [QUOTE, Said("Ana, again", ANA, ("ai",))], outlet=None, url=False, day=None),
]
LAST = [VERSIONS[2], VERSIONS[4], VERSIONS[5]]


def test_the_order_of_loading_cannot_matter(place: Place) -> None:
    expected = loaded(*LAST)

    @settings(max_examples=place.examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.permutations(VERSIONS), st.lists(st.sampled_from(VERSIONS), max_size=2))
    def check(order: list[DocumentGraph], again: list[DocumentGraph]) -> None:
        store = place.fresh()
        for day, graph in enumerate([*order, *again]):
            put(store, graph, day=day // 2)
        assert live(store.view()) == expected
        assert_whole(store)
        store.close()

    check()


STEPS = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(VERSIONS)),
    st.tuples(st.just("remove"), st.sampled_from(VERSIONS)),
    st.tuples(st.just("topics"), st.sampled_from(VERSIONS)),
)


def test_a_replica_that_follows_equals_a_new_one(place: Place) -> None:
    @settings(max_examples=place.examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(STEPS, st.booleans()), max_size=8))
    def check(steps: list[tuple[tuple[str, DocumentGraph], bool]]) -> None:
        store, follower = place.fresh(), Replica()
        for day, ((step, graph), sync) in enumerate(steps):
            take(store, step, graph, day)
            if sync:
                follower.catch_up(store.view())
        follower.catch_up(store.view())
        new = Replica()
        new.catch_up(store.view())
        assert follower.graphs == new.graphs
        assert follower.watermark == new.watermark
        assert_whole(store)
        store.close()

    check()


def take(store: Store, step: str, graph: DocumentGraph, day: int) -> None:
    if step == "put":
        put(store, graph, day=day)
    elif step == "remove":
        with store.writer() as writer:
            writer.remove(graph.document, at=START + timedelta(days=day))
    else:
        nodes, edges = topic_nodes()
        store.set_topics(nodes[: 1 + day % 3], [e for e in edges if day % 3 == 2])
