"""Sources that are named one by one: a bad one is named, and the rest is loaded all the same."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app, main
from tests.faults.loading import GOOD, write

run = CliRunner().invoke


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and the extractor that is there at once."""
    monkeypatch.setenv("POLICYKG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "skipped empty.txt: empty"),
        ("paper.pdf", b"%PDF-1.7", "skipped paper.pdf: no loader reads .pdf"),
        ("gone.txt", None, "gone.txt: no such file or folder"),
    ],
)
@pytest.mark.parametrize("command", ["ingest", "attributions"])
def test_the_good_one_is_loaded(
    tmp_path: Path, command: str, name: str, content: bytes | None, reason: str
) -> None:
    good = write(tmp_path, "good.txt", GOOD)
    if content is not None:
        write(tmp_path, name, content)
    done = run(app, [command, str(tmp_path / name), str(good)])
    assert done.exit_code == 3, done.output
    assert reason in done.stderr
    assert ("1 loaded" in done.stderr) or ('"doc": "good"' in done.stdout)


@pytest.mark.parametrize("command", ["ingest", "attributions"])
def test_when_all_are_missing_nothing_was_done(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    monkeypatch.setattr("sys.argv", ["policykg", command, *named])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    printed = capsys.readouterr().err
    assert printed.startswith("policykg: ")
    assert all(f"{x}: no such file or folder" in printed for x in named)


def test_what_is_there_and_bad_is_left_out(tmp_path: Path) -> None:
    done = run(app, ["ingest", str(write(tmp_path, "empty.txt", ""))])
    assert done.exit_code == 3
    assert "0 loaded" in done.stderr


def test_an_empty_name_is_not_the_folder_that_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "good.txt", GOOD)
    monkeypatch.chdir(tmp_path)
    assert "no such file" in str(run(app, ["ingest", ""]).exception)


def test_attributions_name_each_source_that_is_left_out(tmp_path: Path) -> None:
    """A script reads standard error: there is no summary that may be cut."""
    named = [str(write(tmp_path, f"{n}.pdf", b"%PDF")) for n in range(30)]
    done = run(app, ["attributions", *named])
    assert done.stderr.count("no loader reads .pdf") == 30
