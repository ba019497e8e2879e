"""The OpenAPI document is true: schemathesis makes requests from it and checks the answers."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.app import create_app
from kg.settings import Settings
from tests.api.conftest import TIMEOUT
from tests.query.corpus import load

SETTINGS = Settings(store="memory://", sparql_timeout=TIMEOUT, allowed_hosts="testserver")
APP = create_app(SETTINGS)
schemathesis.serializer.alias("application/sparql-query", "text/plain")
schema = schemathesis.openapi.from_asgi("/openapi.json", APP)


@pytest.fixture(scope="module", autouse=True)
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The service that is described, on the corpus."""
    SETTINGS.home = tmp_path_factory.mktemp("home")
    with TestClient(APP):
        load(APP.state.runtime.store)
        yield


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case: schemathesis.Case[Any]) -> None:
    # The grammar of SPARQL is beyond a JSON schema: most texts are no queries, and get 400.
    left_out: list[Any] = [positive_data_acceptance] if case.path == "/sparql" else []
    case.call_and_validate(excluded_checks=left_out)
