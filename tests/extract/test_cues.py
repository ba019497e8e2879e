"""Cues that name an act, and cues that do not."""

import pytest

from kg.english.cues import names_act


@pytest.mark.parametrize(
    "cue",
    ["said", "has repeatedly WARNED", "According to", ":", "—", "his pledges to", "in a tweet:"],
)
def test_cues_that_name_an_act(cue: str) -> None:
    assert names_act(cue)


@pytest.mark.parametrize("cue", ["charts", "has identified", "is"])
def test_cues_that_name_none(cue: str) -> None:
    assert not names_act(cue)
