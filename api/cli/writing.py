"""A file that a command writes: whole or not at all, and nothing else is put in its place.

Comes in: the path a user gave. Goes out: an open file. A regular file is written beside its place
and moved there; a device, a pipe or an open stream is written through.
"""

import io
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# Names of streams that are open already, whatever is behind them.
_STREAMS = re.compile(r"/dev/(?:stdin|stdout|stderr|fd/.*)|/proc/.*")


class _Through(io.FileIO):
    """What was written before stays; writers of archives must not look for a place in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(os.open(path, os.O_WRONLY | os.O_APPEND), "wb")

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation("a stream has no place")

    def seek(self, offset: int, whence: int = 0) -> int:
        raise io.UnsupportedOperation("a stream has no place")


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Opens `path` for writing; when the block fails, what was there before stays.

    Of a symbolic link the target is replaced and the link left. A new file keeps the permissions
    of the one it replaces. Raises OSError when there is no place to write.
    """
    if _is_stream(path):
        with _Through(path) as raw, io.BufferedWriter(raw) as through:
            yield through
        return
    target = path.resolve()
    file = tempfile.NamedTemporaryFile(  # noqa: SIM115  # closed before it is moved
        dir=target.parent, prefix=".policykg-", suffix=".part", delete=False
    )
    try:
        with file:
            yield file
        _permit(Path(file.name), target)
        Path(file.name).replace(target)
    finally:
        Path(file.name).unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    named = _STREAMS.fullmatch(os.path.normpath(path.absolute()))
    return not stat.S_ISREG(found.st_mode) or bool(named) or _is_standard(found)


def _is_standard(found: os.stat_result) -> bool:
    """Whether a file is what standard output or error go to, by whatever name it was reached."""
    for number in (1, 2):
        with suppress(OSError):  # closed
            if os.path.samestat(found, os.fstat(number)):
                return True
    return False


def _permit(new: Path, old: Path) -> None:
    """Permissions and owner of the file that is replaced; of a new one, what the umask leaves."""
    try:
        was = old.stat()
    except FileNotFoundError:
        os.umask(mask := os.umask(0))
        new.chmod(0o666 & ~mask)
        return
    with suppress(PermissionError):  # only root may give a file away
        os.chown(new, was.st_uid, was.st_gid)
    new.chmod(stat.S_IMODE(was.st_mode))
