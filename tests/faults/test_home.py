"""Reading a text leaves nothing on the machine but what it was asked for, and tells nobody."""

import os
import subprocess
import sys
from pathlib import Path

from tests.require import ROOT


def test_nothing_is_written_to_the_home_folder(tmp_path: Path) -> None:
    """onnxruntime would keep a number of the machine and a queue of reports there."""
    text = tmp_path / "a.txt"
    text.write_text('"We will vote for the law," said Ada Holt.\n', "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    unset = ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    environment = {k: v for k, v in os.environ.items() if k not in unset}
    done = subprocess.run(
        [sys.executable, "-c", "from api.program import main; main()", "attributions", str(text)],
        env={**environment, "HOME": str(home), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Ada Holt" in done.stdout
    assert list(home.rglob("*")) == []
