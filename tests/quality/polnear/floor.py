"""The floors on annotated news: figures that may rise, and drop only when told.

Comes in: figures in percent. Goes out: what is worse than `floor.json`. Called by the command and
the test. Held for some of the documents only (`EVERY`): the test must stay short.
"""

import json
from pathlib import Path
from typing import Any

from tests.quality import floors

FILE = Path(__file__).with_name("floor.json")
EVERY = 4  # a quarter of the documents

HELD = (
    "linked F1 all",
    "linked F1 direct",
    "linked F1 indirect",
    "strict F1",
    "content partial F1",
    "source partial F1",
)


def load() -> dict[str, dict[str, Any]]:
    """The figures last accepted, by extractor."""
    held: dict[str, dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return held


def write(extractor: str, figures: dict[str, float], *, lower: bool) -> None:
    """Keep the new floors of one extractor."""
    held = load() if FILE.exists() else {}
    given = {name: figures[name] for name in HELD}
    held[extractor] = floors.merged(held.get(extractor, {}), given, lower=lower)
    FILE.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", "utf-8")
