"""Load a corpus in a given order: `python -m tests.acceptance.loading FOLDER HOME ORDER`.

Run as a program so that it can be killed in the middle, as a user's machine might do. ORDER is
`sorted`, `reversed` or a number that seeds a shuffle.
"""

import random
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from api.runtime import Runtime
from kg.ingest import Ingest, Summary
from kg.reading import reading_processes
from kg.settings import Settings
from loaders.base import Skipped
from schema.document import Document
from schema.run import Run


def documents(folder: Path, order: str) -> list[Document]:
    """The corpus in an order."""
    runtime = Runtime(Settings(store="memory://"))
    found = [d for d in runtime.documents([str(folder)], raw=False) if not isinstance(d, Skipped)]
    if order == "reversed":
        found.reverse()
    elif order != "sorted":
        random.Random(int(order)).shuffle(found)  # noqa: S311  # an order, not a secret
    return found


# One instant for all loads: what two stores learnt of one corpus can be compared in full.
LEARNT = datetime(2026, 1, 1, tzinfo=UTC)


class Remembering(Executor):
    """Reads through another executor, each text once: for loading one corpus into two stores."""

    def __init__(self) -> None:
        self._read: dict[str, Future[Any]] = {}
        self.inner: Executor | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        key = args[1].sha256
        if key not in self._read:
            if self.inner is None:
                raise RuntimeError(f"{args[1].source} was not read before")
            self._read[key] = self.inner.submit(fn, *args, **kwargs)
        return self._read[key]


def load(
    folder: Path, settings: Settings, order: str, *, memory: Remembering | None = None
) -> Summary:
    """Load the corpus into the store of the settings, with all the settings' workers.

    `memory` keeps what was read, or gives what it kept.
    """
    runtime = Runtime(settings)
    try:
        with reading_processes(settings.workers) as executor:
            if memory is not None:
                memory.inner = executor
            return _ingest(runtime, memory or executor, documents(folder, order))
    finally:
        runtime.close()


def _ingest(runtime: Runtime, executor: Executor, found: list[Document]) -> Summary:
    run = Run(
        tool="acceptance",
        tool_version="1",
        fingerprint=runtime.pipeline.fingerprint,
        started_at=LEARNT,
    )
    return Ingest(runtime.settings, run, executor=executor)(found, runtime.store)


def main() -> None:
    """Load and print the outcomes."""
    folder, home, order = sys.argv[1:4]
    summary = load(Path(folder), Settings(home=Path(home)), order)
    print(dict(summary.outcomes))


if __name__ == "__main__":
    main()
