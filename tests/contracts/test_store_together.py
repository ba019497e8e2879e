"""The contract of stores: readers beside a writer, and writers beside each other."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

from kg.protocols import Store
from schema.graph import DocumentGraph
from tests.contracts.places import Place
from tests.contracts.store_cases import AGAINST, NOBODY, QUOTE, assert_whole, loaded, put
from tests.stores.graphs import batch, run
from tests.stores.states import live

ROUNDS = 12


def version(number: int) -> DocumentGraph:
    said = [QUOTE, NOBODY] if number % 2 else [AGAINST]
    return batch("a", said, version=number)


def seen_edges(store: Store, document: str) -> set[tuple[str, str, str]]:
    (change,) = [c for c in store.view().changes(0) if c.graph == document]
    return {e.key for e in change.edges if e.type != "EXTRACTED_BY"}


def test_a_reader_beside_a_writer_sees_whole_documents(store: Store) -> None:
    put(store, version(1))
    wholes = [{e.key for e in version(n).edges} for n in range(1, ROUNDS + 1)]
    done = Event()

    def read() -> int:
        for reads in count(1):
            last = done.is_set()
            found = [c for c in store.view().changes(0) if c.graph == version(1).document]
            edges = [{e.key for e in c.edges if e.type != "EXTRACTED_BY"} for c in found]
            assert edges
            assert all(e in wholes for e in edges)
            assert store.view().counts()["Document"] == 1
            if last:
                return reads
        raise AssertionError("unreachable")

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        try:
            for number in range(2, ROUNDS + 1):
                put(store, version(number), day=number)
        finally:
            done.set()
        assert all(reader.result() >= 1 for reader in readers)
    assert seen_edges(store, version(1).document) == wholes[-1]


def test_two_writers_end_with_the_latest_version(place: Place, store: Store) -> None:
    other = store if place.kind == "memory" else place.open()

    def write(opened: Store, numbers: range) -> None:
        for number in numbers:
            with opened.writer() as writer:
                writer.replace(version(number), run=run(number))

    with ThreadPoolExecutor(2) as pool:
        work = [
            pool.submit(write, store, range(1, ROUNDS, 2)),
            pool.submit(write, other, range(2, ROUNDS + 1, 2)),
        ]
        for task in work:
            task.result()
    if other is not store:
        other.close()
    assert live(store.view()) == loaded(version(ROUNDS))
    assert_whole(store)
