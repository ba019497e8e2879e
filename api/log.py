"""Logs: a line for people on standard error, all of it in a file.

What broke while a source was loaded comes with its traceback, which may quote the article: that
goes to `policykg.log` in the home folder, and never to a terminal. Standard output belongs to the
answers. Called by the command line.
"""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict

from kg.private import private_file, private_folder
from schema.printable import one_line, printable

NAME = "policykg.log"
_MOST_BYTES = 1_000_000  # then the file is kept as policykg.log.1, and the one before is gone


class _LogFile(RotatingFileHandler):
    """Made with the first entry. A log that cannot be written must not end what it tells of."""

    written = False

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_MOST_BYTES, backupCount=1, delay=True, encoding="utf-8")

    def _open(self) -> Any:
        private_folder(Path(self.baseFilename).parent)
        private_file(Path(self.baseFilename))  # it may quote an article
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        self.written = self.stream is not None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """A full disk, a folder that may not be written: nothing that a user of ours did."""


_files: list[_LogFile] = []  # the one in use, if any


def configure_logging(home: Path | None = None) -> None:
    """Send structured logs (warnings and worse) to standard error and to the file in `home`.

    Called once a program, and again when it knows its home folder.
    """
    while _files:
        _files.pop().close()
    if home is not None:
        _files.append(_LogFile(home.absolute() / NAME))
    structlog.configure(
        processors=[structlog.processors.add_log_level, _to_file, _for_people],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        # Looked up for each logger: whoever redirects standard error gets the logs too.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # What the driver logs it also raises: an error is told once, in one line.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())


def written_log() -> Path | None:
    """The log file, when this program wrote to it."""
    return next((Path(x.baseFilename) for x in _files if x.written), None)


_timed = structlog.processors.TimeStamper(fmt="iso", utc=True)
_line = structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"])


def _to_file(logger: Any, method: str, event: EventDict) -> EventDict:
    for file in _files:
        entry = structlog.processors.format_exc_info(logger, method, _timed(None, "", {**event}))
        traceback = str(entry.pop("exception", ""))
        text = "\n".join(x for x in (str(_line(logger, method, entry)), traceback) if x)
        file.handle(logging.LogRecord(NAME, logging.WARNING, "", 0, printable(text), None, None))
    return event


def _for_people(_logger: Any, _method: str, event: EventDict) -> str:
    """A line; none for what comes with a traceback: the command's summary names it."""
    if event.pop("exc_info", None) is not None:
        raise structlog.DropEvent
    level, text = event.pop("level", "warning"), event.pop("event")
    more = ", ".join(f"{k} {v}" for k, v in event.items())
    return one_line(f"policykg: {level}: {text}{f' ({more})' if more else ''}")
