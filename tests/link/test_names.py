"""Names: surnames in both orders, spellings of one person, and what is no full name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link.cast.names import calls, is_full, same_person, surname


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ding Meiling", "ding"),
        ("Ouyang Xiaodan", "ouyang"),
        ("Maria Stone", "stone"),
        ("Robert B. Hale Jr.", "hale"),
        ("Dr. Ada van Norr", "norr"),
        ("Ruth Abernathy-Cole", "abernathy cole"),
        ("Ingrid Sørli", "sørli"),
        ("José Pérez", "perez"),
    ],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Maria Stone", True),
        ("Ding Mei", True),
        ("R. Hale", True),
        ("Hale", False),
        ("Mr. Hale", False),
        ("", False),
        ("Ada of", False),
    ],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full(name) is full


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Ding", "Ding Meiling", True),
        ("Meiling", "Ding Meiling", False),
        ("Stone", "Maria Stone", True),
        ("STONE", "Maria Stone", True),
        ("Maria", "Maria Stone", False),
        ("Stone's", "Maria Stone", True),
        ("van Norr", "Ada van Norr", True),
        ("Norr", "Ada van Norr", True),
        ("Maria Stone", "Ada Maria Stone", True),
        ("", "Maria Stone", False),
    ],
)
def test_calls(short: str, full: str, expected: bool) -> None:
    assert calls(short, full) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Robert Hale", "Robert B. Hale", True),
        ("R. Hale", "Robert Hale", True),
        ("ROBERT HALE", "Robert Hale Jr.", True),
        ("José Pérez", "Jose Perez", True),
        ("Robert Hale", "Roberta Hale", False),
        ("Robert A. Hale", "Robert B. Hale", False),
        ("Robert Hale", "Robert Stone", False),
        ("Ding Mei", "Ding Meiling", False),
    ],
)
def test_same_person(one: str, other: str, expected: bool) -> None:
    assert same_person(one, other) is expected


_NAMES = st.lists(st.sampled_from(["Ada", "A.", "B.", "Bo", "Norr", "van", "Sol", "Jr.", "Li"]),
                  min_size=1, max_size=4).map(" ".join)  # fmt: skip


@given(_NAMES, _NAMES)
def test_being_the_same_has_no_direction(one: str, other: str) -> None:
    assert same_person(one, other) is same_person(other, one)
    assert same_person(one, one)
