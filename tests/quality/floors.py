"""The floors: figures that may rise by themselves and drop only on an explicit flag.

`floors.json` holds, for each corpus, its digest and the figures last accepted. A corpus that has
changed is measured anew: its floors no longer say anything.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.scoring import Score

FILE = Path(__file__).with_name("floors.json")
SLACK = 0.5  # points a figure may lose to a rounding change without anybody being asked

# The figures of which less is better.
FALLING = frozenset({"extras", "wrong_speakers", "extra_offices", "wrong", "speaker wrong"})


@dataclass(frozen=True)
class Kept:
    """The floors of one gold, in a file; its digest beside the figures says what they hold for.

    `names` are the figures that are held, all when there are none.
    """

    file: Path
    digest: Callable[[], str]
    names: tuple[str, ...] = ()

    def load(self) -> dict[str, Any]:
        """The digest of the gold and the figures last accepted."""
        held: dict[str, Any] = json.loads(self.file.read_text("utf-8"))
        return held

    def write(self, figures: dict[str, float], *, lower: bool) -> None:
        """Keep the new floors; those of another gold are dropped."""
        held = self.load() if self.file.exists() else {}
        floor = held.get("figures", {}) if held.get("digest") == self.digest() else {}
        given = {n: figures[n] for n in self.names or figures}
        kept = {"digest": self.digest(), "figures": merged(floor, given, lower=lower)}
        self.file.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def percentages(total: Score) -> dict[str, float]:
    """The figures in percent: statement figures of all gold statements, extras likewise.

    Precisions are shares of what was found.
    """

    def share(n: int, of: int) -> float:
        return round(100 * n / of, 1) if of else 0.0

    of_statements = {
        name: share(getattr(total, name), total.statements)
        for name in ("found", "right", "speakers", "acts", "topics", "extras", "wrong_speakers")
    }
    return of_statements | {
        "topic_precision": share(total.topics_fitting, total.topics_given),
        "stances": share(total.stances, total.gold_stances),
        "stance_precision": share(total.stances_fitting, total.stances_given),
        "offices": share(total.offices, total.gold_offices),
        "office_titles": share(total.office_titles, total.gold_offices),
        "extra_offices": share(total.extra_offices, total.gold_offices),
    }


def load() -> dict[str, dict[str, Any]]:
    """The floors by corpus."""
    held: dict[str, dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return held


def broken(floor: dict[str, float], figures: dict[str, float]) -> list[str]:
    """The figures that are worse than their floor, in words."""
    sign = {name: -1 if name in FALLING else 1 for name in floor}
    worse = (n for n in floor if sign[n] * (figures[n] - floor[n]) < -SLACK)
    return [f"{name}: {figures[name]} (floor {floor[name]})" for name in worse]


def merged(floor: dict[str, float], figures: dict[str, float], *, lower: bool) -> dict[str, float]:
    """The new floors: the better of both, or just the figures when lowering is allowed."""
    if lower:
        return figures
    better = {True: min, False: max}
    return {n: better[n in FALLING](f, floor.get(n, f)) for n, f in figures.items()}
