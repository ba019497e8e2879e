"""Small inputs that failed when they were tried, from the shared data: kinds 1 (silent or total
loss) and 7 (export and service), each with what is right."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app

run = CliRunner().invoke
pytestmark = pytest.mark.shared


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYKG_HOME", str(tmp_path / "home"))


def ingested(*paths: Path) -> tuple[int, str]:
    """The exit code of a load, and what it told."""
    done = run(app, ["ingest", *map(str, paths)])
    return done.exit_code, done.stderr


def documents() -> list[dict[str, Any]]:
    lines = run(app, ["ask", "documents", "--format", "json"]).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_all_or_nothing(shared: Path, tmp_path: Path) -> None:
    case = (shared / "data" / "cases" / "all_or_nothing.txt").read_text("utf-8")
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(case.split("good.txt holds: ")[1].split(" empty.txt is")[0], "utf-8")
    empty.touch()
    code, told = ingested(good, empty)
    assert code == 3
    assert "1 loaded" in told
    assert "skipped empty.txt: empty" in told


def test_fields_by_other_names(shared: Path) -> None:
    assert ingested(shared / "data" / "cases" / "jsonl_date_key.jsonl")[0] == 0
    [found] = documents()
    assert (found["published_on"], found["outlet"]) == ("2025-03-01", "Auld Courier")
    shown = run(app, ["show", found["document_uri"]]).stdout
    assert "Jane Poe" in shown


@pytest.mark.parametrize("language", ["ar", "de", "fr"])
def test_texts_that_are_not_english(shared: Path, language: str) -> None:
    code, told = ingested(shared / "data" / "cases" / f"lang_{language}.txt")
    assert code == 0
    assert "1 loaded" in told
    assert "1 not English: no statements are read from it" in told
    assert f"not English lang_{language}.txt: its language is {language}" in told


def test_relative_addresses(shared: Path) -> None:
    code, told = ingested(shared / "data" / "cases" / "relative_url.jsonl")
    assert code == 0
    assert "2 loaded" in told
    assert "note relative_url.jsonl: line 1: url is no address" in told
    [address] = [d["url"] for d in documents() if d["url"]]
    assert address == "https://courier.example/a%20story%20%3Cb%3E?q=%7B1%7D%7C2"


@pytest.mark.parametrize("query", ["SELECT ?o { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_control_characters_in_xml(shared: Path, query: str) -> None:
    assert ingested(shared / "data" / "cases" / "control_char_sparql_xml.txt")[0] == 0
    form = "xml" if query.startswith("SELECT") else "rdfxml"
    wanted = ["sparql", query, "--format", form]
    answer = run(app, wanted).stdout_bytes
    assert "We pay \ufffdthe tax now".encode() in answer
    ET.fromstring(answer)  # noqa: S314  # our own
