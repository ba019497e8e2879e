"""A crowd of queries that never end: whoever asks something else is answered meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.settings import Settings
from tests.api.conftest import service
from tests.api.test_sparql import ASK, ENDLESS, ask
from tests.replica.served import running, wait_until

CROWD = 45


def test_a_crowd_leaves_room_for_others(tmp_path: Path) -> None:
    settings = Settings(store="memory://", home=tmp_path, sparql_timeout=600)
    with service(settings) as client, ThreadPoolExecutor(CROWD) as threads:
        sparql = client.app.state.runtime.sparql  # type: ignore[attr-defined]
        crowd = [threads.submit(ask, client, ENDLESS) for _ in range(CROWD)]
        try:
            # Two run, 32 wait, and the others have been told to come back later.
            wait_until(lambda: sum(x.done() for x in crowd) == CROWD - 34)
            assert len(running(sparql._long)) == 2
            assert ask(client, ASK).json()["boolean"] is True
            for path in ("/healthz", "/readyz", "/topics", "/statements", "/"):
                assert client.get(path).status_code == 200
            assert sum(x.done() for x in crowd) == CROWD - 34
        finally:
            sparql.close()
    answers = [x.result() for x in crowd]
    assert {a.status_code for a in answers} == {503}
    assert sum("try again later" in a.json()["detail"] for a in answers) == CROWD - 34
