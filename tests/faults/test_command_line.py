"""The command line: what is wrong is said, and asking changes nothing."""

import shlex
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app, main
from tests.faults.devices import FULL, device
from tests.require import ROOT

run = CliRunner().invoke
BRIEFS = str(ROOT / "samples" / "articles" / "policy-briefs.jsonl")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("made") / "a" / "home")
    assert run(app, ["ingest", BRIEFS, "--home", folder]).exit_code == 0
    return folder


def called(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[object, str]:
    """The exit code of the program, and what it printed to standard error."""
    monkeypatch.setattr("sys.argv", ["policykg", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code, capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("question", [["who-said"], ["ask", "who_said_what"]])
def test_rows_that_are_left_out_are_told(home: str, question: list[str], form: str) -> None:
    asked = [*question, "--home", home, "--format", form, "--limit"]
    few, all_of_them = run(app, [*asked, "2"]), run(app, [*asked, "1000"])
    assert "The first 2 rows; there are more: --limit" in few.stderr
    assert "there are more" not in all_of_them.stderr


@pytest.mark.parametrize(
    "arguments",
    [["stats"], ["who-said"], ["ask", "topics"], ["show", "a"], ["export"], ["sparql", "ASK {}"]],
    ids=lambda a: a[0],
)
@pytest.mark.parametrize("place", ["--home", "--store"])
def test_asking_makes_no_store(
    arguments: list[str],
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = tmp_path / "nothing"
    named = str(where) if place == "--home" else f"sqlite:///{where}/graph.db"
    monkeypatch.setenv("POLICYKG_HOME", str(where))
    code, told = called([*arguments, place, named], monkeypatch, capsys)
    assert code == 1
    assert told == (
        f"policykg: {where}/graph.db: no graph yet; `policykg ingest SOURCE...` makes one\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"), [("POLICYKG_WORKERS", "many"), ("POLICYKG_PORT", "99999")]
)
def test_a_setting_that_does_not_fit_is_named(
    name: str,
    value: str,
    home: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    code, told = called(["stats", "--home", home], monkeypatch, capsys)
    assert code == 2
    assert told.startswith(f"policykg: {name}: Input should be")


def test_a_dot_env_that_moves_the_store_says_so(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(f"POLICYKG_HOME={home}\nPOLICYKG_WORKERS=1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLICYKG_HOME", raising=False)
    told = run(app, ["stats"]).stderr
    assert told == f"policykg: {tmp_path}/.env sets POLICYKG_HOME={home}\n"
    assert run(app, ["stats", "--home", home]).stderr == ""
    monkeypatch.setenv("POLICYKG_HOME", home)
    assert run(app, ["stats"]).stderr == ""


def test_a_dot_env_that_sends_texts_elsewhere_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever store is given: the command `attributions` has one of its own."""
    where = "OPENAI_BASE_URL=http://me:secret@127.0.0.1:1/v1\nPOLICYKG_EXTRACTOR=model\n"
    (tmp_path / ".env").write_text(where)
    (tmp_path / "a.txt").write_text("Nobody said anything.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    told = run(app, ["attributions", "a.txt"]).stderr
    sets = "OPENAI_BASE_URL=http://127.0.0.1:1/v1, POLICYKG_EXTRACTOR=model"
    assert told == f"policykg: {tmp_path}/.env sets {sets}\n"


def test_what_is_kept_is_for_its_owner_alone(home: str) -> None:
    run(app, ["sparql", "ASK {}", "--home", home])
    folder = Path(home)
    for path in (folder, folder.parent, folder / "replica", *(folder / "replica").glob("*/1")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    for path in folder.glob("graph.db*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_database_of_another_program_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.db"
    with sqlite3.connect(file) as mine:
        mine.execute("CREATE TABLE mine (a)")
        mine.execute("CREATE VIEW report AS SELECT a FROM mine")
    mine.close()
    before = file.read_bytes()
    for command in (["stats"], ["ingest", BRIEFS], ["init"]):
        code, told = called([*command, "--store", f"sqlite:///{file}"], monkeypatch, capsys)
        assert code == 1
        assert "a database of another program" in told
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "documents", "topic=a", "topic=b"], "given twice"),
        (["ask", "documents", "topic="], "topic"),
        (["who-said", "--limit", "9223372036854775807"], "1000000000"),
        (["sparql", ""], "the query is empty"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(
    home: str,
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, told = called([*arguments, "--home", home], monkeypatch, capsys)
    assert code == 2
    assert words in told


@pytest.mark.parametrize("value", ["inf", "1e300", "-1"])
@pytest.mark.parametrize("name", ["POLICYKG_SPARQL_TIMEOUT", "POLICYKG_SPARQL_MEMORY"])
def test_a_limit_without_limit_is_named(
    name: str,
    value: str,
    home: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    code, told = called(["sparql", "ASK {}", "--home", home], monkeypatch, capsys)
    assert code == 2
    assert told.startswith(f"policykg: {name}: ")


def test_a_query_file_that_is_no_text_and_a_query_longer_than_a_name(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.rq").write_bytes(b"ASK \xff")
    code, told = called(["sparql", str(tmp_path / "q.rq"), "--home", home], monkeypatch, capsys)
    assert (code, told) == (2, f"policykg: {tmp_path}/q.rq: not UTF-8\n")
    many = " ".join(f"<https://a.example/{n}>" for n in range(500))
    assert run(app, ["sparql", f"DESCRIBE {many}", "--home", home]).exit_code == 0


def test_csv_without_rows_has_its_header(home: str) -> None:
    asked = ["who-said", "--to", "1990-01-01", "--home", home, "--format", "csv"]
    assert run(app, asked).stdout.startswith("who,who_uri,")


@pytest.mark.parametrize("arguments", [["stats"], ["export"], ["sparql", "ASK {}"]])
@pytest.mark.parametrize("where", ["full", "closed"])
def test_an_output_that_takes_nothing_is_one_line(
    home: str, tmp_path: Path, arguments: list[str], where: str
) -> None:
    """A device of our own for a full disk: /dev/full is the machine's."""
    place = device(tmp_path / "full", FULL)
    output = f"> {place}" if where == "full" else ">&-"
    program = f"{sys.executable} -c 'from api.program import main; main()'"
    command = shlex.join([*arguments, "--home", home])
    done = subprocess.run(
        ["sh", "-c", f"{program} {command} {output}"],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("policykg: standard output: ")
