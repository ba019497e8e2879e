"""Every error is `{"detail": text}`, and nothing but SPARQL takes anything but GET."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import STATUS, add_error_handlers, status_of
from kg.settings import Settings
from schema import errors
from schema.errors import StoreError


@pytest.mark.parametrize(
    ("url", "status", "word"),
    [
        ("/no/such/path", 404, "Not Found"),
        ("/statements?limit=0", 422, "limit"),
        ("/statements?limit=many", 422, "limit"),
        ("/statements?from=yesterday", 422, "from"),
        ("/statements?to=0", 422, "to"),
        ("/statements?as_of=2025-W01-1", 422, "as_of"),
        ("/statements?min_confidence=2", 422, "min_confidence"),
        ("/statements?topic=%20", 422, "topic"),
        ("/search", 422, "q"),
        ("/neighbourhood/x?depth=9", 422, "depth"),
        ("/nodes/x?format=doc", 422, "format"),
        ("/export?format=doc", 422, "turtle"),
        ("/questions/why", 404, "why"),
        ("/questions/who_said_what?colour=red", 422, "colour"),
        ("/questions/who_said_what?topic=a&topic=b", 422, "twice"),
        ("/questions/known_on", 422, "as_of"),
    ],
)
def test_errors_say_what_is_wrong(client: TestClient, url: str, status: int, word: str) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["detail"]
    assert word in answer.json()["detail"]


def test_only_sparql_can_be_posted_to(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    writable = {
        (path, method) for path, methods in paths.items() for method in methods if method != "get"
    }
    assert writable == {("/sparql", "post")}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_405(client: TestClient, method: str) -> None:
    answer = client.request(method, "/statements")
    assert answer.status_code == 405
    assert answer.json() == {"detail": "Method Not Allowed"}
    assert answer.headers["allow"] == "GET, HEAD"
    other = client.delete("/sparql")
    assert (other.status_code, other.headers["allow"]) == (405, "GET, HEAD, POST")


def _all_errors(kind: type[errors.PolicyKGError]) -> list[type[errors.PolicyKGError]]:
    return [kind, *(k for child in kind.__subclasses__() for k in _all_errors(child))]


@pytest.mark.parametrize("kind", _all_errors(errors.PolicyKGError))
def test_every_error_of_ours_has_a_status(kind: type[errors.PolicyKGError]) -> None:
    app = FastAPI()
    add_error_handlers(app)

    @app.get("/")
    def fail() -> None:
        raise kind("the reason")

    answer = TestClient(app).get("/")
    nearest = next(k for k in kind.__mro__ if k in STATUS)
    assert answer.status_code == STATUS[nearest] == status_of(kind(""))
    assert answer.json() == {"detail": "the reason"}


def test_what_nobody_expected_is_500_without_its_insides() -> None:
    app = FastAPI()
    add_error_handlers(app)

    @app.get("/")
    def fail() -> None:
        raise RuntimeError("secret")

    answer = TestClient(app, raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert list(answer.json()) == ["detail"]
    assert "secret" not in answer.text


def test_the_service_does_not_start_without_its_store(tmp_path: Path) -> None:
    app = create_app(Settings(store="bolt://127.0.0.1:9", home=tmp_path))
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9"), TestClient(app):
        pass


def test_no_other_site_may_read_the_answers(client: TestClient) -> None:
    answer = client.get("/statements", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers
