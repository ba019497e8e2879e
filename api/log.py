"""Logs go to standard error: standard output belongs to the answers."""

import logging
import sys

import structlog


def configure_logging() -> None:
    """Send structured logs (warnings and worse) to standard error. Called once a program."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        # Looked up for each logger: whoever redirects standard error gets the logs too.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # What the driver logs it also raises: an error is told once, in one line.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
