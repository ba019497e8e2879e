"""The README's transcripts: produced by the real commands, and compared with them in CI.

A transcript is a fenced `console` block whose lines that begin with `$ ` are commands; what stands
below a command is what it prints (standard output and error). `python -m tests.transcripts`
rewrites them. All commands of a page run in one folder of their own, which holds the samples and
a fresh POLICYKG_HOME: what they write is gone afterwards.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.require import ROOT

PAGES = (ROOT / "README.md",)
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
WIDTH = "100"


def _run(command: str, folder: Path) -> str:
    """What a command prints. A pipe or a redirection is the shell's; the command is ours."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("POLICYKG_", "NEO4J_"))}
    environment |= {
        "POLICYKG_HOME": str(folder / "home"),
        "COLUMNS": WIDTH,
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(  # noqa: S602  # the commands are those of our own README
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{shlex.quote(command)} ended with {done.returncode}: {done.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())


def produced(page: str) -> str:
    """The page with every transcript as the commands print it now."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "samples").symlink_to(ROOT / "samples")

        def block(found: re.Match[str]) -> str:
            commands = [x[2:] for x in found[1].splitlines() if x.startswith("$ ")]
            parts = (f"$ {command}\n{_run(command, folder)}" for command in commands)
            return "```console\n" + "".join(parts) + "```"

        return _BLOCK.sub(block, page)


def main() -> None:
    """Rewrite the pages."""
    for path in PAGES:
        path.write_text(produced(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
