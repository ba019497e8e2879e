"""Every answer of the service, whoever makes it: no parameter is passed over in silence, headers
that protect a browser, HEAD, and no page of another site under a name of its own."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.guarded import SECURITY
from api.hosts import names_of
from kg.settings import Settings
from kg.stores.view import StoreView
from schema import ids
from tests.api.conftest import ADDRESS, service
from tests.query.corpus import ANNA

SOMEBODY = quote(ids.person_uri(ANNA), safe="/:")
ASK = "ASK%20%7B%7D"
QUERIES = {"/sparql": f"query={ASK}", "/search": "q=a", "/questions/{name}": ""}
GRAPH = {"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1"}
ROWS = {"query": "SELECT * WHERE { ?s ?p ?o } LIMIT 1"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service on a store in memory."""
    with service(Settings(store="memory://", home=tmp_path_factory.mktemp("home"))) as running:
        yield running


def routes(client: TestClient) -> Iterator[tuple[str, list[str]]]:
    """Every route as an address that answers 200 or 404, and the names of its parameters."""
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        names = [p["name"] for p in methods["get"].get("parameters", []) if p["in"] == "query"]
        filled = path.replace("{name}", "actors").replace("{identifier}", SOMEBODY)
        yield f"{filled}?{QUERIES.get(path, '')}", names


def test_a_parameter_that_a_route_does_not_know_is_refused(client: TestClient) -> None:
    for address, names in routes(client):
        answer = client.get(f"{address}&colour=red")
        assert answer.status_code == (400 if address.startswith("/sparql") else 422), address
        assert "colour" in answer.json()["detail"]
        if not address.startswith(("/sparql", "/questions/")):
            assert all(name in answer.json()["detail"] for name in names)


def test_a_parameter_that_is_given_twice_is_refused(client: TestClient) -> None:
    for address, names in routes(client):
        for name in names:
            answer = client.get(f"{address}&{name}=1&{name}=1")
            assert answer.status_code in (400, 422), (address, name)


@pytest.mark.parametrize(
    ("query", "name", "media_type"),
    [
        (ROWS, "csv", "text/csv"),
        (ROWS, "xml", "application/sparql-results+xml"),
        (GRAPH, "xml", "application/rdf+xml"),
        (GRAPH, "json", "application/ld+json"),
        (GRAPH, "turtle", "text/turtle"),
    ],
)
def test_sparql_takes_the_format_that_clients_name(
    client: TestClient, query: dict[str, str], name: str, media_type: str
) -> None:
    given = {**query, "format": name, "output": name, "results": name}  # as SPARQLWrapper does
    for answer in (client.get("/sparql", params=given), client.post("/sparql", data=given)):
        assert answer.headers["content-type"].partition(";")[0] == media_type
    assert client.get("/sparql", params={**query, "format": "papyrus"}).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/docs", 200),
        ("GET", "/statements", 200),
        ("GET", "/static/main.js", 200),
        ("GET", "/openapi.json", 200),
        ("GET", "/export", 200),
        ("GET", "/statements/", 307),
        ("GET", "/no/such/path", 404),
        ("GET", "/static/no-such.js", 404),
        ("GET", "/redoc", 404),
        ("POST", "/statements", 405),
        ("POST", "/static/main.js", 405),
        ("PUT", "/sparql", 405),
        ("GET", "/statements?limit=0", 422),
        ("GET", "/fails", 500),
    ],
)
def test_every_answer_has_the_headers_that_protect(
    tmp_path: Path, method: str, path: str, status: int
) -> None:
    app = create_app(Settings(store="memory://", home=tmp_path))

    @app.get("/fails")
    def fail() -> None:
        raise RuntimeError

    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        answer = client.request(method, path, follow_redirects=False)
        elsewhere = client.get(path, headers={"Host": "elsewhere.example"})
    assert (answer.status_code, elsewhere.status_code) == (status, 400)
    for one in (answer, elsewhere):
        assert {name: one.headers[name] for name in SECURITY} == SECURITY
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert ("HEAD" in answer.headers.get("allow", "")) == (status == 405)


def test_head_answers_as_get_without_a_body(client: TestClient) -> None:
    pages = ["/", "/docs", "/openapi.json", "/static/style.css", "/no/such/path", "/sparql"]
    for address in [address for address, _ in routes(client)] + pages:
        got, head = client.get(address), client.head(address)
        assert head.status_code == got.status_code, address
        assert dict(head.headers) == dict(got.headers), address
        assert head.content == b"" != got.content


def test_a_name_made_up_for_the_service_is_refused_and_the_setting_named(
    client: TestClient,
) -> None:
    answer = client.get("/statements", headers={"Host": "rebound.example:8000"})
    assert answer.status_code == 400
    assert "rebound.example" in answer.json()["detail"]
    assert "POLICYKG_ALLOWED_HOSTS" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("host", "allowed", "called", "ours"),
    [
        ("127.0.0.1", None, "localhost:8000", True),
        ("127.0.0.1", None, "LOCALHOST.", True),
        ("127.0.0.1", None, "127.0.0.1", True),
        ("127.0.0.1", None, "[::1]:8000", True),
        ("127.0.0.1", None, "192.0.2.7", False),
        ("127.0.0.1", None, "rebound.example", False),
        ("127.0.0.1", None, "localhost.rebound.example", False),
        ("127.0.0.1", None, "rebound.example@localhost", False),
        ("127.0.0.1", None, "", False),
        ("kg.example", None, "kg.example:8000", True),
        ("0.0.0.0", None, "192.0.2.7:8000", True),  # noqa: S104  # names, nothing listens
        ("0.0.0.0", None, "[2001:db8::1]", True),  # noqa: S104
        ("0.0.0.0", None, "rebound.example", False),  # noqa: S104
        ("::", None, "192.0.2.7", True),
        ("127.0.0.1", "kg.example, Other.example", "other.example", True),
        ("127.0.0.1", "kg.example", "localhost", True),
        ("127.0.0.1", "", "kg.example", False),
        ("127.0.0.1", "*", "anything.example", True),
    ],
)
def test_the_names_that_a_service_answers_to(
    host: str, allowed: str | None, called: str, ours: bool
) -> None:
    assert names_of(Settings(host=host, allowed_hosts=allowed))(called) is ours


def test_a_node_as_json_is_read_without_what_is_around_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(StoreView, "neighbours", never)
    assert client.get(f"/nodes/{SOMEBODY}").json()["properties"]["name"] == ANNA
