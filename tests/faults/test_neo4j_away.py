"""A Neo4j that goes away: requests fail soon and in one line, and work again once it is back."""

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from neo4j.exceptions import ServiceUnavailable
from pydantic import SecretStr

from api.app import create_app
from api.runtime import Runtime
from kg.settings import Settings
from kg.stores.neo4j_away import Away
from schema.errors import StoreError
from tests.api.conftest import ADDRESS
from tests.faults.tcp_proxy import Proxy
from tests.neo4j_server import Server
from tests.query.corpus import load
from tests.require import ROOT

ROUTES = {
    "/readyz": 200,
    "/statements": 200,
    "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D": 200,
    "/nodes/person/nobody": 404,
    "/export?format=jsonl": 200,
}


@pytest.fixture
def proxy(neo4j_server: Server, neo4j_empty: object) -> Iterator[Proxy]:
    """What stands before an empty Neo4j."""
    place = urlsplit(neo4j_server.uri)
    with Proxy((place.hostname or "127.0.0.1", place.port or 7687)) as opened:
        yield opened


@pytest.fixture
def settings(proxy: Proxy, neo4j_server: Server, tmp_path: Path) -> Settings:
    user, password = neo4j_server.auth
    return Settings(
        store=f"bolt://127.0.0.1:{proxy.port}",
        home=tmp_path,
        neo4j_username=user,
        neo4j_password=SecretStr(password),
    )


def answered(client: TestClient) -> dict[str, int]:
    return {route: client.get(route).status_code for route in ROUTES}


def until_back(client: TestClient) -> None:
    """Asks until the server is found again: the service may rest a little between questions."""
    while client.get("/readyz").status_code != 200:
        pass


def assert_away(client: TestClient, route: str) -> None:
    answer = client.get(route)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    [(name, reason)] = answer.json().items()
    assert name == "detail"
    assert "127.0.0.1" in reason
    assert "\n" not in reason
    assert len(reason) <= 300


@pytest.mark.neo4j
def test_requests_fail_while_it_is_away_and_work_when_it_is_back(
    settings: Settings, proxy: Proxy
) -> None:
    with TestClient(create_app(settings), base_url=ADDRESS) as client:
        load(client.app.state.runtime.store)  # type: ignore[attr-defined]
        for _ in range(2):
            assert answered(client) == ROUTES
            proxy.stop()
            for route in ROUTES:
                assert_away(client, route)
            assert client.get("/healthz").status_code == 200
            proxy.start()
            until_back(client)
        assert answered(client) == ROUTES


@pytest.mark.neo4j
def test_a_server_that_hangs_is_given_up(settings: Settings, proxy: Proxy) -> None:
    with TestClient(create_app(settings), base_url=ADDRESS) as client:
        assert client.get("/readyz").status_code == 200
        proxy.freeze()
        for _ in range(2):
            assert_away(client, "/readyz")
        proxy.stop()
        proxy.start()
        until_back(client)


def test_while_one_request_asks_for_it_the_others_fail_at_once() -> None:
    asked, answer = threading.Event(), threading.Event()

    def ask() -> None:
        asked.set()
        assert answer.wait(60)

    away = Away(ask)
    with pytest.raises(ServiceUnavailable), away.noted(patient=False):
        raise ServiceUnavailable("gone")
    done: list[str] = []

    def work() -> None:
        with away.noted(patient=False):
            done.append("work")

    first = threading.Thread(target=work)
    first.start()
    assert asked.wait(60)
    with pytest.raises(ServiceUnavailable, match="when last asked"):
        work()
    assert done == []
    answer.set()
    first.join()
    work()
    assert done == ["work", "work"]


def test_requests_that_wait_for_each_other_do_not_each_wait_for_the_server() -> None:
    now, asked = [0.0], []

    def ask() -> None:
        asked.append(now[0])
        now[0] += 4.0
        raise ServiceUnavailable("no answer")

    def request() -> None:
        with pytest.raises(ServiceUnavailable), away.noted(patient=False):
            raise ServiceUnavailable("gone")

    away = Away(ask, clock=lambda: now[0])
    for _ in range(9):
        request()
    assert asked == [0.0]
    now[0] += 4.0
    request()
    assert asked == [0.0, 8.0]


@pytest.mark.neo4j
def test_a_load_ends_with_one_line(
    settings: Settings, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.stores.neo4j_engine._RETRY_WRITE", 0.1)
    runtime, stopped = Runtime(settings), threading.Event()

    def stop(source: str, outcome: object) -> None:
        if not stopped.is_set():
            proxy.stop()
            stopped.set()

    with pytest.raises(StoreError, match="cannot be reached") as failed:
        runtime.ingest([str(ROOT / "samples" / "articles")], total=1, on_source=stop)
    runtime.close()
    proxy.start()  # so that the fixture can stop it
    assert "\n" not in str(failed.value)
