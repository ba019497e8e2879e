"""What a command costs before it does anything: processor time and memory, each in a new process.

Goes out: a table of commands, beside the same commands that import the parser at the start, as
commands that read texts must. Called by `benchmarks.__main__`; `python -m benchmarks.starting`
prints the table alone.
"""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 5
COMMANDS = (
    ("--help",),
    ("who-said", "--topic", "liability"),
    ("ask", "open_conflicts"),
    ("stats",),
)
_RUN = "from api.cli import main; main()"
_EAGER = "import kg.link.linker, kg.extract.attributions.keep; " + _RUN


@dataclass(frozen=True)
class Cost:
    """Processor seconds, and the most MB that the process held."""

    seconds: float
    megabytes: float


def cost(script: str, arguments: tuple[str, ...], home: Path) -> Cost:
    """Of one run; what it prints is thrown away."""
    environment = {**os.environ, "POLICYKG_HOME": str(home)}
    command = [sys.executable, "-c", script, *arguments]
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2) of both
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def _middle(costs: list[Cost]) -> str:
    return f"{median(c.seconds for c in costs):.2f} | {median(c.megabytes for c in costs):.0f}"


def table() -> str:
    """The commands as a Markdown table: medians of runs in turns."""
    out = [
        "| command | CPU s | MB | with the parser: CPU s | MB |",
        "|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        cost(_EAGER, ("init",), home)  # makes the store, and byte code of all modules
        for arguments in COMMANDS:
            pairs = [
                (cost(_RUN, arguments, home), cost(_EAGER, arguments, home)) for _ in range(ROUNDS)
            ]
            ours, eager = _middle([a for a, _ in pairs]), _middle([b for _, b in pairs])
            out.append(f"| `policykg {' '.join(arguments)}` | {ours} | {eager} |")
    return "\n".join(out)


if __name__ == "__main__":
    print(table())
