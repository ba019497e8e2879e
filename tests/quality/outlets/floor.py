"""The floors on the outlets' texts: figures that may rise, and drop only when told.

Comes in: figures in percent. Goes out: what is worse than `floor.json`. Called by `score` and the
test. The digest beside the figures says which texts and gold they hold for.
"""

import json
from pathlib import Path
from typing import Any

from tests.quality.floors import SLACK
from tests.quality.outlets.gold import digest

FILE = Path(__file__).with_name("floor.json")
FALLING = frozenset({"speaker wrong"})


def load() -> dict[str, Any]:
    """The digest of the gold and the figures last accepted."""
    held: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return held


def broken(floor: dict[str, float], figures: dict[str, float]) -> list[str]:
    """The figures that are worse than their floor, in words."""
    sign = {name: -1 if name in FALLING else 1 for name in floor}
    worse = (n for n in floor if sign[n] * (figures[n] - floor[n]) < -SLACK)
    return [f"{name}: {figures[name]} (floor {floor[name]})" for name in worse]


def merged(
    floor: dict[str, float] | None, figures: dict[str, float], *, lower: bool
) -> dict[str, float]:
    """The new floors: the better of both, or just the figures when lowering is allowed."""
    if lower or floor is None:
        return figures
    better = {True: min, False: max}
    return {n: better[n in FALLING](f, floor.get(n, f)) for n, f in figures.items()}


def write(figures: dict[str, float], *, lower: bool) -> None:
    """Keep the new floors; those of another gold are dropped."""
    held = load() if FILE.exists() else {}
    floor = held.get("figures") if held.get("digest") == digest() else None
    kept = {"digest": digest(), "figures": merged(floor, figures, lower=lower)}
    FILE.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
