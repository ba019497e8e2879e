"""The command line: what is wrong is said, and asking changes nothing."""

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app, main
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
    where = "OPENAI_BASE_URL=http://me:secret@127.0.0.1:1/v1\nPOLICYKG_EXTRACTOR=rules\n"
    (tmp_path / ".env").write_text(where)
    (tmp_path / "a.txt").write_text("Nobody said anything.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    told = run(app, ["attributions", "a.txt"]).stderr
    sets = "OPENAI_BASE_URL=http://127.0.0.1:1/v1, POLICYKG_EXTRACTOR=rules"
    assert told == f"policykg: {tmp_path}/.env sets {sets}\n"


def test_what_is_kept_is_for_its_owner_alone(home: str) -> None:
    run(app, ["sparql", "ASK {}", "--home", home])
    folder = Path(home)
    for path in (folder, folder.parent, folder / "replica", *(folder / "replica").glob("*/1")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    for path in folder.glob("graph.db*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
