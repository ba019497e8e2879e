"""The floors: figures that may rise by themselves and drop only on an explicit flag.

`floors.json` holds, for each corpus, its digest and the figures last accepted. A corpus that has
changed is measured anew: its floors no longer say anything.
"""

import json
from pathlib import Path
from typing import Any

from tests.quality.scoring import Score

FILE = Path(__file__).with_name("floors.json")
SLACK = 0.5  # points a figure may lose to a rounding change without anybody being asked

# For each figure whether more is better.
RISING = (
    "found",
    "right",
    "speakers",
    "acts",
    "topics",
    "topic_precision",
    "stances",
    "stance_precision",
    "offices",
    "office_titles",
)
FALLING = ("extras", "wrong_speakers", "extra_offices")


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
    low = [n for n in RISING if n in floor and figures[n] < floor[n] - SLACK]
    high = [n for n in FALLING if n in floor and figures[n] > floor[n] + SLACK]
    return [f"{name}: {figures[name]} (floor {floor[name]})" for name in low + high]


def merged(floor: dict[str, float], figures: dict[str, float], *, lower: bool) -> dict[str, float]:
    """The new floors: the better of both, or just the figures when lowering is allowed."""
    if lower:
        return figures
    best = {n: max(figures[n], floor.get(n, figures[n])) for n in RISING}
    return best | {n: min(figures[n], floor.get(n, figures[n])) for n in FALLING}
