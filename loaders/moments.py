"""When a source was last modified: never later than now.

Comes in: a file, or a time that a record or a server states. Goes out: an instant. A time in the
future would outrank every later edit until that day comes, so it counts as now. Called by the
loaders.
"""

from datetime import UTC, datetime
from pathlib import Path

from schema.errors import DocumentError


def until_now(moment: datetime) -> datetime:
    """The moment, or now where it lies in the future."""
    return min(moment, datetime.now(UTC))


def modified(path: Path, *, source: str) -> datetime:
    """When a file was last modified, in UTC. Raises DocumentError when it cannot be asked."""
    try:
        seconds = path.stat().st_mtime
    except OSError as error:
        raise DocumentError(f"{source}: {error.strerror or error}") from error
    # Compared as a number: a file system may hold years that no date can.
    now = datetime.now(UTC)
    if seconds >= now.timestamp():
        return now
    try:
        return datetime.fromtimestamp(seconds, tz=UTC)
    except (ValueError, OverflowError, OSError):  # before the year 1
        return datetime.min.replace(tzinfo=UTC)
