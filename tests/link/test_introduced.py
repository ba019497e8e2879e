"""People whom the recogniser misses or mistakes: what the text itself says of them decides."""

import pytest

from kg.link.cast.introduced import (
    ends_in_rank,
    introduced_people,
    people_among_bodies,
    without_common_words,
    without_leading,
)
from kg.link.cast.names import proper_name, same_person
from schema.span import Span
from tests.extract.written import written
from tests.link.said import speakers


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Though Maria Stone", "Maria Stone"),
        ("Against Stone", "Stone"),
        ("Norrby-based Maria Stone", "Maria Stone"),
        ("Hale's Maria Stone", "Maria Stone"),
        ("Maria Stone", "Maria Stone"),
    ],
)
def test_small_words_in_front_are_no_part_of_a_name(name: str, expected: str) -> None:
    assert without_leading(name, Span(0, len(name))).of(name) == expected


def test_a_common_word_is_left_out_beside_the_full_name() -> None:
    text = "Maria Stone left. Maybe Stone knew, and maybe not."
    names = [span(text, "Maria Stone"), span(text, "Maybe Stone")]
    assert [s.of(text) for s in without_common_words(text, names)] == ["Maria Stone", "Stone"]


@pytest.mark.parametrize("first", ["Team", "Neither", "Rebuking", "Interestingly"])
def test_words_that_are_no_given_names_are_left_out(first: str) -> None:
    text = f"Maria Stone left. {first} Stone knew."
    names = [span(text, "Maria Stone"), span(text, f"{first} Stone")]
    assert [s.of(text) for s in without_common_words(text, names)] == ["Maria Stone", "Stone"]


def test_the_surname_alone_is_not_that_of_kin() -> None:
    document = written("Robert Hale met his wife, Maria Hale. She left.", "On Monday Hale said no.")
    assert speakers(document, "She", "Hale") == ["Maria Hale", "Robert Hale"]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Maria Stone, a baker, said no.", "Maria Stone, a baker,", ["Maria Stone"]),
        ("A clerk, Maria Stone, said no.", "A clerk, Maria Stone,", ["Maria Stone"]),
        ("Norrby's Maria Stone said no.", "Norrby's Maria Stone", ["Maria Stone"]),
        ("Dean Norr, director of it, said no.", "Dean Norr, director of it", ["Dean Norr"]),
        ("Dean Norr, 55, started work.", "work", ["Dean Norr"]),
        ("Norr Bank said no.", "Norr Bank", []),
    ],
)
def test_speakers_and_the_aged_are_introduced(text: str, source: str, expected: list[str]) -> None:
    found = introduced_people(written(text), [span(text, source)], taken=[])
    assert [s.of(text) for s in found] == expected


def test_a_rank_alone_is_no_name() -> None:
    assert ends_in_rank("Navy Capt.")
    assert not ends_in_rank("Maria Stone")


def test_people_whom_the_recogniser_took_for_bodies() -> None:
    text = "Velmark, Maria Stone and the Norr Bank. Robert Police Chief. Robert Hale said no."
    bodies = [span(text, w) for w in ("Velmark, Maria Stone", "Norr Bank", "Robert Hale")]
    found = people_among_bodies(text, bodies, [], [span(text, "Robert Hale")])
    assert [s.of(text) for s in found.values()] == ["Maria Stone", "Robert Hale"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Robert B. Hale Jr.", "Robert Hale", True),
        ("Robert Hale Jr.", "Robert Hale", False),
        ("Robert Hale Jr.", "Robert Hale III", False),
        ("Robert B. Hale Sr.", "Robert Hale", False),
    ],
)
def test_suffixes_tell_generations_apart(one: str, other: str, *, expected: bool) -> None:
    assert same_person(one, other) is expected


def test_a_suffix_belongs_to_the_name() -> None:
    assert proper_name("Mr. Robert B. Hale, Jr.") == "Robert B. Hale Jr."
    assert proper_name("Robert Hale's") == "Robert Hale"
