"""The command line as a user and a script meet it: forms, pipes, exit codes, messages."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app, main
from kg import registry
from schema.attribution import Act, Mode
from tests.require import ROOT

ARTICLES = ROOT / "samples" / "articles"
BRIEFS = ARTICLES / "policy-briefs.jsonl"
run = CliRunner().invoke


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A home with three short articles in its embedded store."""
    folder = str(tmp_path_factory.mktemp("home"))
    loaded = run(app, ["ingest", str(BRIEFS), "--home", folder])
    assert loaded.exit_code == 0, loaded.output
    assert "3 loaded" in loaded.stderr
    yield folder


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_second_ingest_changes_nothing(home: str) -> None:
    again = run(app, ["ingest", str(BRIEFS), "--home", home])
    assert again.exit_code == 0
    assert "0 loaded, 3 unchanged, 0 replaced, 0 older, 0 skipped, 0 failed" in again.stderr


def test_who_said_is_the_same_in_json_and_csv(home: str) -> None:
    wanted = ["who-said", "--topic", "liability", "--home", home, "--format"]
    as_json = rows(run(app, [*wanted, "json"]).stdout)
    as_csv = list(csv.DictReader(io.StringIO(run(app, [*wanted, "csv"]).stdout)))
    assert as_json
    assert [r["statement_uri"] for r in as_json] == [r["statement_uri"] for r in as_csv]
    assert all("liability" in str(r["topic"]) for r in as_json)


def test_every_row_opens_to_its_passage(home: str) -> None:
    row = rows(run(app, ["who-said", "--home", home, "--limit", "1", "--format", "json"]).stdout)[0]
    shown = run(app, ["show", str(row["statement_uri"]), "--home", home])
    assert shown.exit_code == 0
    assert f"characters {row['start']} to {row['end']}" in shown.stdout


def test_nothing_found_is_no_error(home: str) -> None:
    found = run(app, ["who-said", "--to", "1990-01-01", "--home", home])
    assert found.exit_code == 0
    assert found.stdout == ""
    assert "Nothing found" in found.stderr


def test_ask_lists_the_questions() -> None:
    listed = rows(run(app, ["ask", "--format", "json"]).stdout)
    assert {"who_said_what", "open_conflicts", "to_review"} <= {r["name"] for r in listed}


def test_export_to_a_file_and_to_a_pipe_are_the_same(home: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    wanted = ["export", "--format", "nquads", "--reproducible", "--home", home]
    assert run(app, [*wanted, "--output", str(file)]).exit_code == 0
    assert run(app, wanted).stdout_bytes == file.read_bytes() != b""
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", registry.names("exporters"))
def test_every_format_can_be_exported(home: str, tmp_path: Path, name: str) -> None:
    file = tmp_path / "graph"
    done = run(app, ["export", "--format", name, "--home", home, "--output", str(file)])
    assert done.exit_code == 0, done.output
    assert file.stat().st_size > 0


def test_sparql_from_standard_input(home: str) -> None:
    query = "ASK { ?s a <https://w3id.org/policykg/ns#Statement> }"
    answer = run(app, ["sparql", "-", "--home", home, "--format", "json"], input=query)
    assert json.loads(answer.stdout)["boolean"] is True


def test_stats_count_labels_and_relationships(home: str) -> None:
    counts = {
        r["kind"]: r["count"]
        for r in rows(run(app, ["stats", "--home", home, "-f", "json"]).stdout)
    }
    assert counts["Version"] == 3
    assert counts["EVIDENCED_BY"] >= counts["Statement"] > 0


def test_attributions_print_true_offsets_and_store_nothing(tmp_path: Path) -> None:
    text = 'Prices rose.\r\n\r\n"We will label every clone 🙂," said Mara Lind, the regulator.\r\n'
    file = tmp_path / "note.v2.txt"
    file.write_bytes(text.encode())
    done = run(app, ["attributions", str(file), "--format", "jsonl", "--raw"])
    assert done.exit_code == 0, done.output
    (line,) = rows(done.stdout)
    assert line["doc"] == "note.v2"
    (found,) = line["attributions"]  # type: ignore[misc]
    assert [text[s:e] for s, e in found["content"]] == ["We will label every clone 🙂"]
    assert found["speaker"] == "Mara Lind"
    assert (found["act"], found["mode"]) == (Act.SAID, Mode.DIRECT)


def test_attributions_of_a_folder_come_in_order_whatever_reads_them(tmp_path: Path) -> None:
    for number in range(6):
        text = f'"We have {number} plans for the schools," said Mara Lind.\n'
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "3.txt").write_bytes(b"\x00\xff\xfe")
    one, two = (
        run(app, ["attributions", str(tmp_path), "--workers", workers]) for workers in ("1", "2")
    )
    assert one.exit_code == two.exit_code == 3
    assert "3.txt" in one.stderr
    assert "3.txt" in two.stderr
    assert [r["doc"] for r in rows(one.stdout)] == ["0", "1", "2", "4", "5"]
    assert one.stdout == two.stdout


def test_a_bad_file_in_a_folder_is_named_and_the_rest_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text('"We agree with the plan," said Mara Lind.\n', "utf-8")
    (tmp_path / "bad.jsonl").write_text('{"text": \n', "utf-8")
    done = run(app, ["ingest", str(tmp_path), "--home", str(tmp_path / "home")])
    assert done.exit_code == 3
    assert "1 loaded" in done.stderr
    assert "bad.jsonl" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["ingest", "no-such-file.txt"], "no-such-file.txt", 1),
        (["who-said", "--from", "yesterday"], "from", 2),
        (["ask", "no_such_question"], "no_such_question", 2),
        (["ask", "who_said_what", "topic"], "KEY=VALUE", 2),
        (["ask", "who_said_what", "colour=red"], "colour", 2),
        (["show", "person/nobody"], "person/nobody", 2),
        (["export", "--format", "papyrus"], "papyrus", 2),
        (["sparql", "DELETE WHERE { ?s ?p ?o }"], "updates are refused", 2),
        (["sparql", "Who said what?"], "not a SPARQL", 2),
        (["sparql", "ASK {}", "--format", "turtle"], "turtle", 2),
        (["stats", "--store", "ftp://x"], "ftp", 2),
    ],
)
def test_an_error_is_one_line_that_names_the_fault(
    arguments: list[str],
    words: str,
    code: int,
    home: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["policykg", *arguments])
    monkeypatch.setenv("POLICYKG_HOME", home)
    with pytest.raises(SystemExit) as stopped:
        main()
    printed = capsys.readouterr()
    assert stopped.value.code == code
    assert printed.out == ""
    assert printed.err.startswith("policykg: ")
    assert words in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    "command", [c.name or c.callback.__name__ for c in app.registered_commands]
)  # type: ignore[union-attr]
def test_every_command_explains_itself(command: str) -> None:
    explained = run(app, [command, "--help"])
    assert explained.exit_code == 0
    assert len(explained.stdout.splitlines()) > 5
