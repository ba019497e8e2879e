"""Words of articles in answers: they steer neither a terminal nor a spreadsheet."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from api.cli import app, progress
from schema.spreadsheet import plain_text, safe_cell
from tests.faults.loading import write

run = CliRunner().invoke
EVIL = "\x9b31m\u202e"
TEXT = f'"=1+1 is our plan{EVIL} for the law on AI," said Mara{EVIL} Lind, the regulator.\n'


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A home with an article that holds what a terminal and a spreadsheet would obey."""
    folder = tmp_path_factory.mktemp("evil")
    record = {"text": TEXT, "headline": f"=cmd|'/c calc'{EVIL}", "outlet": "+Outlet", "id": 1}
    path = write(folder, f"[red]{EVIL}.jsonl", json.dumps(record))
    done = run(app, ["ingest", str(path), "--home", str(folder / "home")])
    assert "1 loaded" in done.stderr, done.output
    yield str(folder / "home")


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("question", [["who-said"], ["ask", "documents"], ["ask", "who_said_what"]])
def test_answers_steer_no_terminal(home: str, question: list[str], form: str) -> None:
    shown = run(app, [*question, "--home", home, "--format", form]).stdout
    assert shown
    assert not set(shown) & {"\x9b", "\x1b", "\u202e"}


def test_what_is_shown_steers_no_terminal(home: str) -> None:
    rows = run(app, ["ask", "who_said_what", "--home", home, "-f", "json"]).stdout.splitlines()
    row = json.loads(rows[0])
    assert EVIL in row["said"]  # JSON means what the article says
    for name in ("statement_uri", "document_uri"):
        shown = run(app, ["show", row[name], "--home", home]).stdout
        assert r"\x9b31m\u202e" in shown
        assert not set(shown) & {"\x9b", "\x1b", "\u202e"}


def test_the_summary_prints_names_as_text(tmp_path: Path) -> None:
    done = run(app, ["attributions", str(write(tmp_path, f"[b]{EVIL}.txt", ""))])
    assert r"skipped [b]\x9b31m\u202e.txt: empty" in done.stderr


def test_the_bar_prints_names_as_text() -> None:
    """`[/b]` is markup that would end the command with an error."""
    screen = Console(file=StringIO(), width=100)
    shown = progress.bar(screen, hidden=False)
    shown.add_task(progress.doing(f"[/b]{EVIL}.txt"), total=1)
    screen.print(shown.get_renderable())
    assert isinstance(screen.file, StringIO)
    assert r"Reading [/b]\x9b31m\u202e.txt" in screen.file.getvalue()


@pytest.mark.parametrize("question", [["who-said"], ["ask", "documents"]])
def test_csv_for_people_holds_no_formula(home: str, question: list[str]) -> None:
    text = run(app, [*question, "--home", home, "--format", "csv"]).stdout
    cells = [cell for row in csv.DictReader(io.StringIO(text)) for cell in row.values()]
    assert [x for x in cells if x[:1] in tuple("=+-@\t\r")] == []
    assert "'+Outlet" in cells


def test_csv_of_the_export_holds_no_formula_and_gives_the_text_back(
    home: str, tmp_path: Path
) -> None:
    path = tmp_path / "graph.zip"
    assert run(app, ["export", "-f", "csv", "--home", home, "-o", str(path)]).exit_code == 0
    with zipfile.ZipFile(path) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("nodes.csv").decode("utf-8"))))
    cells = {cell for row in rows for cell in row.values()}
    assert [x for x in cells if x[:1] in tuple("=+-@\t\r") and not x[1:2].isdigit()] == []
    assert f"'=cmd|'/c calc'{EVIL}" in cells
    assert plain_text(f"'=cmd|'/c calc'{EVIL}") == f"=cmd|'/c calc'{EVIL}"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), ("\ta", "'\ta"),
        ("\ra", "'\ra"), ("＝1", "'＝1"), ("'=1", "''=1"),
        ("a=1", "a=1"), ("'Tis", "'Tis"), ("-5", "-5"), ("+1.5e3", "+1.5e3"), ("", ""),
        ("-5+cmd", "'-5+cmd"), (-5, -5), (0.5, 0.5), (None, None), (True, True),
    ],
)  # fmt: skip
def test_a_cell_is_made_safe_and_can_be_read_back(value: object, cell: object) -> None:
    assert safe_cell(value) == cell
    if isinstance(value, str):
        assert plain_text(str(cell)) == value
