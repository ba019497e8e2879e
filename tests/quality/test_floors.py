"""The gate: no figure falls below its floor (see `tests.quality.floors`)."""

from pathlib import Path

import pytest

from tests.quality import corpora, floors
from tests.quality.gold import Gold
from tests.quality.scoring import Score


def check(name: str, pairs: list[tuple[Path, Gold]]) -> Score:
    held = floors.load()[name]
    if held["digest"] != corpora.digest(pairs):
        pytest.fail(f"corpus {name!r} has changed: run python -m tests.quality --write")
    total = corpora.measure(pairs)
    worse = floors.broken(held["figures"], floors.percentages(total))
    assert not worse, f"{name}: {'; '.join(worse)}"
    return total


def test_samples() -> None:
    check("samples", list(corpora.samples()))


def test_seed_article(shared: Path) -> None:
    total = check("seed", list(corpora.seed(shared)))
    assert total.right >= 10
    assert total.offices >= 8
    assert total.extras <= 3


def test_a_worse_figure_breaks_its_floor() -> None:
    floor = {"found": 80.0, "extras": 10.0}
    assert floors.broken(floor, {"found": 80.0, "extras": 10.0}) == []
    assert len(floors.broken(floor, {"found": 79.0, "extras": 11.0})) == 2


def test_floors_only_drop_when_told() -> None:
    rising = ("found", "speakers")
    held = dict.fromkeys((*rising, *floors.FALLING), 50.0)
    worse = dict.fromkeys(rising, 40.0) | dict.fromkeys(floors.FALLING, 60.0)
    assert floors.merged(held, worse, lower=False) == held
    assert floors.merged(held, worse, lower=True) == worse
