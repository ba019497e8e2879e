"""Downloads: each format arrives whole, typed and named, and is what the exporter writes."""

from io import BytesIO

import pytest
from fastapi.testclient import TestClient

from kg import registry
from kg.export import reproducible

FORMATS = registry.names("exporters")


def test_all_formats_are_offered(client: TestClient) -> None:
    parameters = client.get("/openapi.json").json()["paths"]["/export"]["get"]["parameters"]
    [form] = [p for p in parameters if p["name"] == "format"]
    assert form["schema"]["enum"] == list(FORMATS)
    assert {"turtle", "nquads", "jsonld", "graphml", "gexf", "csv", "parquet", "jsonl"} <= set(
        FORMATS
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_download_is_what_the_exporter_writes(client: TestClient, form: str) -> None:
    exporter = registry.exporter(form)
    answer = client.get("/export", params={"format": form, "reproducible": "true"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == exporter.media_type.partition(";")[0]
    assert f"policykg{exporter.suffix}" in answer.headers["content-disposition"]
    file = BytesIO()
    view = client.app.state.runtime.store.view()  # type: ignore[attr-defined]
    exporter.write(reproducible(view.changes(0)), file)
    assert len(answer.content) > 1000
    assert answer.content == file.getvalue()


def test_runs_are_left_out_of_a_reproducible_one(client: TestClient) -> None:
    whole = client.get("/export?format=nquads").text
    without = client.get("/export?format=nquads&reproducible=true").text
    assert "/run/" in whole
    assert "/run/" not in without
