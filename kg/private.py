"""Folders and files that only their owner may read: what somebody follows is nobody's business.

Comes in: a path. Goes out: the folder or file, made with the permissions 0700 and 0600. What is
there already keeps its permissions. Called by all that keeps something in POLICYKG_HOME.
"""

import os
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make a folder, and those above it that are missing. Raises OSError."""
    for missing in reversed([p for p in (folder, *folder.parents) if not p.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(folder))
    return folder


def private_file(path: Path) -> Path:
    """Make an empty file unless there is one. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    return path
