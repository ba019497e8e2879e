"""SPARQL: no query takes more of the machine than its share, and none harms another one."""

from pathlib import Path

import pytest

from kg.protocols import Store
from kg.replica.nesting import DEEPEST, check_nesting
from kg.replica.sparql import SparqlService
from schema.errors import QueryBusy, QuerySyntaxError, QueryTooLarge
from tests.replica.conftest import service, store  # noqa: F401
from tests.replica.served import RUNAWAY, asking, counted, expected, running, wait_until

DEEP = {
    "groups": "SELECT * " + "{" * 2400 + "}" * 2400,
    "parentheses": "SELECT * { ?s ?p ?o FILTER(" + "(" * 100_000 + "1" + ")" * 100_000 + ") }",
    "negations": "SELECT * { ?s ?p ?o FILTER(" + "!" * 300_000 + "?o) }",
    "spaced signs": "SELECT * { ?s ?p ?o FILTER(" + "- " * 30_000 + "1) }",
    "blank nodes": "SELECT * { ?s ?p " + "[<p:p> " * 3000 + "1" + "]" * 3000 + " }",
    "lists": "SELECT * { ?s ?p " + "(" * 3000 + ")" * 3000 + " }",
    "behind a text": "SELECT * { ?s ?p '''{''' " + "{" * 2400 + "}" * 2400 + " }",
}
# What no bracket tells: chains that a parser turns into deep trees.
LONG = {
    "sum": "SELECT * { ?s ?p ?o FILTER(" + "+".join(["1"] * 50_000) + ") }",
    "or": "SELECT * { ?s ?p ?o FILTER(" + "||".join(["?o=1"] * 20_000) + ") }",
    "path": "SELECT * { ?s " + "/".join(["<p:p>"] * 20_000) + " ?o }",
}
# A text that doubles again and again: gigabytes within seconds.
HUGE = (
    'SELECT (STRLEN(?x27) AS ?n) { BIND("0123456789abcdef" AS ?x0) '
    + " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(27))
    + " }"
)


@pytest.mark.parametrize("name", DEEP)
def test_what_nests_too_deeply_is_refused_before_it_is_parsed(name: str) -> None:
    with pytest.raises(QuerySyntaxError, match=f"{DEEPEST}"):
        check_nesting(DEEP[name])


def test_what_people_write_may_nest() -> None:
    check_nesting("SELECT * " + "{" * DEEPEST + "}" * DEEPEST)
    check_nesting("SELECT * { ?s ?p '" + "{" * 1000 + "' }")
    check_nesting("SELECT * { " + "{ ?s ?p ?o } UNION " * 1000 + "{ ?s ?p ?o } }")


@pytest.mark.parametrize("name", [*DEEP, *LONG])
def test_it_is_an_error_and_the_next_query_is_answered(
    store: Store,  # noqa: F811
    service: SparqlService,  # noqa: F811
    name: str,
) -> None:
    with pytest.raises((QuerySyntaxError, QueryTooLarge), match=r"nests|signs in a row"):
        service.query({**DEEP, **LONG}[name])
    assert counted(service) == expected(store)


def test_memory_is_limited(store: Store, tmp_path: Path) -> None:  # noqa: F811
    service = SparqlService(store.view, tmp_path, timeout=600, max_rows=10, memory=1024)  # noqa: F811
    with pytest.raises(QueryTooLarge, match="1024 MB"):
        service.query(HUGE)
    assert counted(service) == expected(store)
    service.close()


def test_a_format_that_takes_more_than_the_query_is_limited_too(
    store: Store,  # noqa: F811
    tmp_path: Path,
) -> None:
    """JSON writes a control character in six; the parent never holds it."""
    service = SparqlService(store.view, tmp_path, timeout=600, max_rows=500, memory=1024)  # noqa: F811
    text = 'BIND(REPLACE("' + "a" * 300_000 + '", "a", "\\u0001") AS ?t)'
    with pytest.raises(QueryTooLarge):
        service.query(f"SELECT ?s ?t {{ ?s ?p ?o {text} }}", format="json")
    assert counted(service) == expected(store)
    service.close()


def test_clients_come_in_turns(store: Store, tmp_path: Path) -> None:  # noqa: F811
    """One that asks a lot waits longer; one that comes late with one query does not."""
    service = SparqlService(store.view, tmp_path, timeout=600, max_rows=10)  # noqa: F811
    lane = service._long
    with asking(service) as threads:
        greedy = [threads.submit(service.query, RUNAWAY, client="greedy") for _ in range(6)]
        wait_until(lambda: len(running(lane)) == 2 and len(lane._queues.get("greedy", [])) == 4)
        modest = threads.submit(service.query, RUNAWAY, client="modest")
        wait_until(lambda: len(lane._queues.get("modest", [])) == 1)
        next(iter(lane._busy)).stop()
        wait_until(lambda: len(lane._queues.get("greedy", [])) == 3)
        next(iter(lane._busy)).stop()
        wait_until(lambda: "modest" not in lane._queues)
        assert len(lane._queues.get("greedy", [])) == 3
        assert not modest.done()
        service.close()
        assert all(x.exception() for x in greedy)


def test_whoever_gets_no_turn_is_told_so(store: Store, tmp_path: Path) -> None:  # noqa: F811
    service = SparqlService(store.view, tmp_path, timeout=600, max_rows=10)  # noqa: F811
    service._long._most = 1
    with asking(service) as threads:
        waiting = [threads.submit(service.query, RUNAWAY) for _ in range(3)]
        wait_until(lambda: len(service._long._queues.get("", [])) == 1)
        with pytest.raises(QueryBusy, match="try again later"):
            service.query(RUNAWAY)
        service.close()
        assert all(x.exception() for x in waiting)
