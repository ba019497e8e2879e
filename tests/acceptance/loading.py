"""Load a corpus in a given order: `python -m tests.acceptance.loading FOLDER HOME ORDER`.

Run as a program so that it can be killed in the middle, as a user's machine might do. ORDER is
`sorted`, `reversed` or a number that seeds a shuffle.
"""

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from api.runtime import Runtime
from kg.ingest import Ingest, Summary, reading_processes
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


def load(folder: Path, settings: Settings, order: str) -> Summary:
    """Load the corpus into the store of the settings, with all the settings' workers."""
    runtime = Runtime(settings)
    run = Run(
        tool="acceptance",
        tool_version="1",
        fingerprint=runtime.pipeline.fingerprint,
        started_at=datetime.now(UTC),
    )
    try:
        with reading_processes(settings.workers) as executor:
            ingest = Ingest(settings, run, executor=executor)
            return ingest(documents(folder, order), runtime.store)
    finally:
        runtime.close()


def main() -> None:
    """Load and print the outcomes."""
    folder, home, order = sys.argv[1:4]
    summary = load(Path(folder), Settings(home=Path(home)), order)
    print(dict(summary.outcomes))


if __name__ == "__main__":
    main()
