"""A command imports what it needs: asking the graph loads no parser, no model, no web framework."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app

# Each costs a tenth of a second or tens of megabytes, and none is needed to ask or to explain.
HEAVY = {
    *("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "rdflib", "neo4j", "networkx"),
    *("fastapi", "starlette", "uvicorn", "trafilatura", "htmldate", "dateparser", "lxml"),
    *("pyarrow", "httpx2", "markdown_it"),
}
SCRIPT = """
import atexit, json, sys
atexit.register(lambda: sys.stderr.write("\\n" + json.dumps(sorted(sys.modules))))
from api.cli import main
main()
"""


def loaded_by(arguments: list[str], home: Path) -> set[str]:
    """The top packages that a command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env={"POLICYKG_HOME": str(home), "PATH": "", "COLUMNS": "100"},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    assert CliRunner().invoke(app, ["init", "--home", str(folder)]).exit_code == 0
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["ingest", "--help"],
        ["stats"],
        ["who-said", "--topic", "chips"],
        ["ask", "open_conflicts"],
        ["export", "--format", "nquads"],
    ],
    ids=lambda a: a[0],
)
def test_a_command_that_reads_no_text_loads_nothing_heavy(arguments: list[str], home: Path) -> None:
    assert not loaded_by(arguments, home) & HEAVY
