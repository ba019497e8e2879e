"""A folder -> the files below it.

Comes in: a folder. Goes out: its files in a fixed order, and what could not be looked into. Called
by `loaders.sources`.
"""

import os
from pathlib import Path

from loaders.base import Skipped


def files_in(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """All files below a folder but hidden ones, sorted; and the folders that cannot be read."""
    files, unreadable = [], []

    def note(error: OSError) -> None:
        place = Path(str(error.filename)).relative_to(folder).as_posix()
        unreadable.append(Skipped(source=place, reason=error.strerror or str(error)))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [x for x in folders if not x.startswith(".")]
        files += [Path(parent) / x for x in names if not x.startswith(".")]
    return sorted(files), unreadable
