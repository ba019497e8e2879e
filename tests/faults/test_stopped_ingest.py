"""`policykg ingest` that is stopped or killed: no process of it lives on, what was stored stays."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.replica.served import is_running, wait_until
from tests.require import ROOT

PROGRAM = (sys.executable, "-c", "from api.cli import main; main()")
STOPPED = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -signal.SIGKILL}


def children(pid: int) -> list[int]:
    """The processes that a process has started, and theirs."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            child = int(stat.parent.name)
            found += [child, *children(child)]
    return found


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        said = f'"We will vote for law number {number}," said Ada Holt.\n\n' * 40
        (folder / f"{number}.txt").write_text(said, "utf-8")
    return folder


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found by /proc")
@pytest.mark.parametrize("all_of_them", [False, True], ids=["the parent", "the whole group"])
@pytest.mark.parametrize("how", STOPPED, ids=lambda s: s.name)
def test_no_process_lives_on(tmp_path: Path, how: signal.Signals, all_of_them: bool) -> None:
    """Ctrl-C in a terminal is sent to the whole group, workers that have just begun among them."""
    folder, home = articles(tmp_path / "articles", 400), tmp_path / "home"
    command = [*PROGRAM, "ingest", str(folder), "--home", str(home), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
        # Tests that run in a shell's background ignore Ctrl-C, and so would what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        wait_until(lambda: len(children(process.pid)) >= 2 and (home / "graph.db").exists())
        started = children(process.pid)
        (os.killpg if all_of_them else os.kill)(process.pid, how)
        # Comes back only when nobody holds the pipes any more, children included.
        out, err = process.communicate()
    assert process.returncode == STOPPED[how], err
    assert out == ""
    # A group that gets SIGTERM loses its helpers before the parent can say anything about them.
    if how is signal.SIGINT or (how is signal.SIGTERM and not all_of_them):
        assert err == "policykg: stopped; what was stored until then stays\n"
    for pid in started:
        wait_until(lambda pid=pid: not is_running(pid))  # type: ignore[misc]
