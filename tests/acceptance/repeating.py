"""The same corpus twice, in two orders, and killed in the middle: the same graph, byte for byte."""

import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

from api.runtime import Runtime
from kg import registry
from kg.export import reproducible
from kg.settings import Settings
from tests.require import ROOT


def nquads(settings: Settings) -> bytes:
    """The reproducible export of a store, as sorted N-Quads."""
    runtime = Runtime(settings)
    file = BytesIO()
    registry.exporter("nquads").write(reproducible(runtime.store.view().changes(0)), file)
    runtime.close()
    return b"\n".join(sorted(file.getvalue().splitlines()))


def loading(folder: Path, home: Path, order: str) -> list[str]:
    """The command that loads the corpus in a process of its own."""
    return [sys.executable, "-m", "tests.acceptance.loading", str(folder), str(home), order]


def documents_in(home: Path) -> int:
    """How many loaded documents the embedded store of a folder holds (0 before it exists)."""
    if not (home / "graph.db").exists():
        return 0
    runtime = Runtime(Settings(home=home))
    count = runtime.store.view().counts().get("Version", 0)
    runtime.close()
    return count


def kill_in_the_middle(command: list[str], home: Path, *, after: int) -> int:
    """Start a load, kill -9 its whole process group once `after` documents are stored.

    Returns how many documents were stored then. Raises RuntimeError when it ended before.
    """
    with subprocess.Popen(command, start_new_session=True, cwd=ROOT) as process:
        while documents_in(home) < after:
            if process.poll() is not None:
                raise RuntimeError("the load ended before it could be killed")
            time.sleep(0.2)
        os.killpg(process.pid, signal.SIGKILL)
    return documents_in(home)
