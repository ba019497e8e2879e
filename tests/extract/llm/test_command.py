"""End to end, as a user runs it: `policykg` in processes of its own, against a local endpoint."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.extract.llm.model_server import Model, attribution, fails

ARTICLE = """Ada Roe, head of the Fjord Council, said the AI Act "is dead".

"We will wait for the court," she said.
"""
KNOWN = [
    attribution("Ada Roe, head of the Fjord Council", "said", 'the AI Act "is dead"'),
    attribution("she", "said", "We will wait for the court"),
    attribution("she", "said", "We will never wait"),
]
OURS = ("POLICYKG_", "NEO4J_", "OPENAI_")  # the user's own settings stay out of the tests
KEY = "key-of-this-test"


@pytest.fixture
def environment(model: Model, tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has this model; the endpoint demands the key."""
    model.knows, model.key = KNOWN, KEY
    return {
        **{k: v for k, v in os.environ.items() if not k.upper().startswith(OURS)},
        "POLICYKG_HOME": str(tmp_path / "home"),
        "POLICYKG_EXTRACTOR": "llm",
        "POLICYKG_LLM_MODEL": "reader-1",
        "POLICYKG_LLM_PRICE_IN": "1",
        "POLICYKG_LLM_PRICE_OUT": "10",
        "OPENAI_BASE_URL": model.url,
        "OPENAI_API_KEY": KEY,
    }


def command(
    environment: dict[str, str], *arguments: str, module: str = "api.cli"
) -> subprocess.CompletedProcess[str]:
    code = f"import sys; from {module} import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_attributions_come_from_the_model(
    model: Model, environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "act.txt"
    file.write_text(ARTICLE, "utf-8")
    model.first = [fails(429, Retry_After="1")]
    done = command(environment, "attributions", str(file), "--raw")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    first, second = record["attributions"]
    assert (first["speaker"], first["speaker_type"], first["mode"]) == (
        "Ada Roe",
        "person",
        "mixed",
    )
    assert second["speaker"] == "Ada Roe"
    assert [ARTICLE[s:e] for s, e in second["content"]] == ["We will wait for the court"]
    assert len(model.asked) == 2

    again = command(environment, "attributions", str(file), "--raw")
    assert again.stdout == done.stdout
    assert len(model.asked) == 2

    report = command(environment, module="kg.extract.llm.__main__").stdout
    assert "│ cost │ 0.0002 │" in " ".join(report.split())  # 100 tokens at 1 and 10 at 10 a million
    assert KEY not in done.stdout + done.stderr + report


def test_processes_side_by_side_have_the_key(
    model: Model, environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for i in range(5):
        (folder / f"{i}.txt").write_text(f"{ARTICLE}\nThe end of part {i}.\n", "utf-8")
    done = command(environment, "ingest", str(folder), "--workers", "2")
    assert (done.returncode, "5 loaded" in done.stderr) == (0, True), done.stderr
    assert len(model.asked) == 5
    rows = command(environment, "who-said", "--actor", "Ada Roe", "--format", "json").stdout
    assert "We will wait for the court" in rows


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("OPENAI_API_KEY", "wrong", "Check OPENAI_API_KEY"),
        ("POLICYKG_LLM_MODEL", "none", "Check POLICYKG_LLM_MODEL"),
        ("POLICYKG_LLM_MODEL", "", "set POLICYKG_LLM_MODEL"),
        ("OPENAI_BASE_URL", "localhost/v1", "it must begin with http"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    environment: dict[str, str], tmp_path: Path, name: str, value: str, words: str
) -> None:
    file = tmp_path / "act.txt"
    file.write_text(ARTICLE, "utf-8")
    done = command({**environment, name: value}, "attributions", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
