"""The one boundary around a source: whatever goes wrong in it costs that source alone.

Comes in: a step of loading. Goes out: what the step gives, or a Skipped with the reason in a line.
Called by `loaders.files` and `loaders.sources` around each step.
"""

from collections.abc import Callable
from typing import TypeVar

import structlog

from loaders.base import Skipped
from schema.errors import DocumentError, RecordError, SourceMissing
from schema.failures import told
from schema.printable import one_line

_log = structlog.get_logger()
T = TypeVar("T")


def attempt(source: str, step: Callable[[], T]) -> T | Skipped:
    """What the step gives; Skipped where it fails, for a reason of ours or one nobody foresaw."""
    try:
        return step()
    except DocumentError as error:
        return Skipped(
            source=source,
            reason=one_line(str(error).removeprefix(f"{source}: ")),
            missing=isinstance(error, SourceMissing),
            goes_on=isinstance(error, RecordError),
        )
    # Files come from anywhere and pass through parsers of others: what they raise on an odd one
    # cannot be listed. Nothing is hidden: the log has the traceback, the summary names the source.
    except Exception as error:  # noqa: BLE001
        _log.error("cannot load a source", source=source, exc_info=error)
        return Skipped(source=source, reason=f"cannot be read: {told(error)}")
