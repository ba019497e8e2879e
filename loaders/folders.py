"""A folder -> the files below it.

Comes in: a folder. Goes out: its files in a fixed order, and what was passed over. A symbolic link
is followed to a file of the same folder only: a link to a folder is not entered (its files are met
where they are, and a loop has no end), and what leaves the folder is no part of what was named.
Called by `loaders.sources`.
"""

import os
from pathlib import Path

from loaders.base import Skipped
from loaders.files import shown_name

LEAVES = "a symbolic link that leaves the folder"


def files_in(folder: Path) -> tuple[list[Path], list[Skipped]]:
    """All files below a folder but hidden ones, sorted; and what was passed over, with reasons."""
    files: list[Path] = []
    left_out: list[Skipped] = []

    def note(error: OSError) -> None:
        left_out.append(_skipped(folder, Path(error.filename), error.strerror or str(error)))

    home = Path(os.path.realpath(folder))
    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [x for x in folders if not x.startswith(".")]
        inside = [Path(parent) / x for x in names if not x.startswith(".")]
        away = {x for x in (*inside, *(Path(parent) / x for x in folders)) if _leaves(x, home)}
        files += [x for x in inside if x not in away]
        left_out += [_skipped(folder, x, LEAVES) for x in sorted(away)]
    return sorted(files), left_out


def _leaves(path: Path, home: Path) -> bool:
    # `realpath`, for `Path.resolve` raises RuntimeError on a loop.
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home)


def _skipped(folder: Path, path: Path, reason: str) -> Skipped:
    return Skipped(source=shown_name(path.relative_to(folder).as_posix()), reason=reason)
