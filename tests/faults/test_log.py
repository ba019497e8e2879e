"""What broke is in the log file as a whole; a terminal gets its name, and no word of an article."""

from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner

from api import log
from api.cli import app
from kg import registry
from tests.faults.loading import GOOD, write
from tests.faults.test_sources_that_break import Breaking

run = CliRunner().invoke


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a plug-in that breaks on files whose names begin with "bad"."""
    monkeypatch.setenv("POLICYKG_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(registry, "loaders", lambda: (Breaking(),))
    return tmp_path / "home"


@pytest.mark.parametrize("command", ["ingest", "attributions"])
def test_the_traceback_is_in_the_file(tmp_path: Path, home: Path, command: str) -> None:
    named = [str(write(tmp_path, name, GOOD)) for name in ("bad.txt", "good.txt")]
    done = run(app, [command, *named])
    assert done.exit_code == 3
    assert "skipped bad.txt: cannot be read: IndexError" in done.stderr
    assert f"The log has more: {home / 'policykg.log'}" in done.stderr.replace("\n", "")
    assert "Traceback" not in done.stderr
    assert "words of the article" not in done.stderr
    written = (home / "policykg.log").read_text("utf-8")
    assert "bad.txt" in written
    assert "Traceback (most recent call last)" in written


def test_where_nothing_broke_there_is_no_file(tmp_path: Path, home: Path) -> None:
    done = run(app, ["ingest", str(write(tmp_path, "good.txt", GOOD))])
    assert done.exit_code == 0, done.output
    assert "log" not in done.stderr
    assert not (home / "policykg.log").exists()


def test_the_file_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_MOST_BYTES", 2_000)
    log.configure_logging(tmp_path)
    for number in range(100):
        structlog.get_logger().error("broke", number=number, exc_info=ValueError("x" * 100))
    log.configure_logging()
    files = sorted(x.name for x in tmp_path.iterdir())
    assert files == ["policykg.log", "policykg.log.1"]
    assert sum(x.stat().st_size for x in tmp_path.iterdir()) < 5_000


def test_a_log_that_cannot_be_written_ends_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    log.configure_logging(tmp_path / "home")
    structlog.get_logger().error("broke", exc_info=ValueError("words"))
    assert log.written_log() is None
    log.configure_logging()
    assert capsys.readouterr().err == ""
