"""What a test needs from outside the repository, and the one rule when it is missing.

Comes in: whether a thing is there and how to get it. Goes out: a skip with that reason, or a
failure under `POLICYKG_REQUIRE_ALL=1` (CI), where nothing may be missing. Called by fixtures.
"""

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent


def missing(reason: str) -> NoReturn:
    """Skip the test with the reason, or fail it when everything is required."""
    if os.environ.get("POLICYKG_REQUIRE_ALL", "") not in ("", "0"):
        pytest.fail(f"required by POLICYKG_REQUIRE_ALL: {reason}", pytrace=False)
    pytest.skip(reason)


def require(present: object, reason: str) -> None:
    """Do nothing when the thing is there; else skip, or fail when everything is required."""
    if not present:
        missing(reason)


def shared_folder() -> Path | None:
    """The shared data: `POLICYKG_SHARED`, else `../shared` beside the repository, else None."""
    named = os.environ.get("POLICYKG_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if folder.is_dir() else None
