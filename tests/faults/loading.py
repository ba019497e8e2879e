"""What the tests of faults in loading share: one bad source among good ones, as a user has them."""

import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from loaders.base import Loaded, Note, Skipped
from loaders.sources import open_sources
from schema.document import Document

_LIMIT = 60  # CPU seconds for what takes about two
GOOD = '"We agree with the plan," said Mara Lind, the regulator, on Monday.\n'


def with_a_good_one(folder: Path, name: str, content: str | bytes) -> list[Loaded]:
    """What a folder gives that holds a bad file and, after it, a good one."""
    write(folder, name, content)
    write(folder, "zz-good.txt", GOOD)
    return list(open_sources([str(folder)]))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def documents(loaded: Iterable[Loaded]) -> list[Document]:
    """The documents among what was loaded."""
    return [x for x in loaded if isinstance(x, Document)]


def reasons(loaded: Iterable[Loaded]) -> dict[str, str]:
    """Why sources were left out."""
    return {x.source: x.reason for x in loaded if isinstance(x, Skipped)}


def notes(loaded: Iterable[Loaded]) -> list[str]:
    """What was told of sources that were loaded."""
    return [x.text for x in loaded if isinstance(x, Note)]


def loaded_in_time(path: Path) -> list[str]:
    """What a path gives, a line each, in a process that the system stops if it never ends."""
    program = (
        "import sys; from loaders.sources import open_sources;"
        "[print(ascii(x)) for x in open_sources(sys.argv[1:])]"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        check=False,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT, _LIMIT)),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
