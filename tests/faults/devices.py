"""Character devices of our own: a test must not touch those of the machine.

Comes in: a place and a number. Goes out: the device there; where none can be made, a skip.
"""

import os
import stat
from pathlib import Path

import pytest

NULL, FULL = 3, 7  # minor numbers of Linux's memory devices (mem(4), full(4))


def device(path: Path, minor: int) -> Path:
    """A device that works as /dev/null or /dev/full does."""
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
        path.open("wb").close()
    except PermissionError:
        pytest.skip("only root can make a device, where the folder's file system allows it")
    return path
