"""No way of writing a query makes Oxigraph ask another server: a real one listens and counts."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from pyoxigraph import Store

from kg.replica.answer import answer
from kg.replica.guard import check
from schema.errors import QueryRefused

TRICKS = [
    "SELECT * {{ {service} }}",
    "SELECT * {{ # harmless \r {service} }}",
    "SELECT * {{ # harmless \\u000D {service} }}",
    # A string that ends at an escaped quote for rdflib, but not for Oxigraph.
    'SELECT * {{ BIND("\\u0022 AS ?a) BIND(" AS ?b) {service} BIND(" AS ?c) BIND("" AS ?d) }}',
    'SELECT * {{ BIND("\\u005Cu0022 AS ?a) BIND(" AS ?b) {service} BIND(" AS ?c) }}',
    "SELECT * {{ BIND('\\u0027 AS ?a) BIND(' AS ?b) {service} BIND(' AS ?c) BIND('' AS ?d) }}",
    'SELECT * {{ BIND("""\\u0022"" AS ?a) BIND(""" AS ?b) {service} BIND("""""" AS ?c) }}',
    # A comment that a line feed ends for rdflib, and an IRI that holds what starts one.
    "SELECT * {{ # \\u000A {service}\n }}",
    "SELECT * {{ <urn:a#b> ?p ?o . {service} }}",
    "SELECT * {{ # '\r {service} # '\n }}",
]


class _Counts(BaseHTTPRequestHandler):
    def _count(self) -> None:
        self.server.asked += 1  # type: ignore[attr-defined]
        self.send_error(404)

    do_GET = do_POST = _count  # noqa: N815 (the library's names)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[HTTPServer]:
    """A server that counts who asks it."""
    server = HTTPServer(("127.0.0.1", 0), _Counts)
    server.asked = 0  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def _service(server: HTTPServer) -> str:
    return f"SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }}"


def test_without_the_guard_the_server_is_asked(elsewhere: HTTPServer) -> None:
    before = elsewhere.asked  # type: ignore[attr-defined]
    result = Store().query(TRICKS[0].format(service=_service(elsewhere)))
    with pytest.raises(OSError, match="404"):
        list(result)  # type: ignore[arg-type]
    assert elsewhere.asked == before + 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("trick", TRICKS)
def test_with_the_guard_it_is_not(elsewhere: HTTPServer, trick: str) -> None:
    before = elsewhere.asked  # type: ignore[attr-defined]
    for text in (trick.format(service=_service(elsewhere)), trick.format(service="SERVICE ?x {}")):
        try:
            answer(Store(), check(text), max_rows=10)
        except QueryRefused:
            continue
    assert elsewhere.asked == before  # type: ignore[attr-defined]


def test_a_keyword_in_escapes_is_no_keyword(elsewhere: HTTPServer) -> None:
    text = "SELECT * { \\u0053ERVICE " + _service(elsewhere).removeprefix("SERVICE ") + " }"
    with pytest.raises(QueryRefused, match="not a SPARQL"):
        answer(Store(), check(text), max_rows=10)
