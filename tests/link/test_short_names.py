"""Names that are short, misspelt or run into other words, and who bears them."""

import pytest

from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # the first of two surnames, behind an honorific only
        ("Robert Norr came with Maria Stone Hale. Mr. Stone said no.", "Mr. Stone", None),
        # surnames of several words
        ("Ildefonso Suu Norr came. Mr. Suu Norr said no.", "Mr. Suu Norr", "Ildefonso Suu Norr"),
        # two letters that changed places
        ("Robert Sol came. Slo said no.", "Slo", None),
        # a place in front
        ("France's Maria Le Norr said no.", "France's Maria Le Norr", "Maria Le Norr"),
        # what a dash parts from a name does not belong to it
        # the rival in front only says whose challenger it is
        (
            "John McCain left. McCain Challenger Maria Stone said no.",
            "McCain Challenger Maria Stone",
            "Maria Stone",
        ),
        # two descriptions of one person
        (
            "Contender and former neurosurgeon Robert Hale said no.",
            "Contender and former neurosurgeon Robert Hale",
            "Robert Hale",
        ),
        (
            "Robert Hale met the other guest, former Norr minister Maria Stone. She left.",
            "the other guest, former Norr minister Maria Stone",
            "Maria Stone",
        ),
    ],
)
def test_short_names(text: str, source: str, expected: str | None) -> None:
    assert speakers(written(text), source) == [expected]


def test_a_headline_in_capitals_goes_on_behind_a_name() -> None:
    document = written("Maria Stone Hammers Velmark Bank Chief", "Maria Stone said no. She left.")
    assert speakers(document, "Maria Stone", "She") == ["Maria Stone", "Maria Stone"]


def test_a_word_of_a_headline_is_no_given_name() -> None:
    document = written("Derelict Stone Trumped", "Stone left. Stone said no.")
    assert speakers(document, "Stone") == [None]


def test_a_label_may_be_the_only_place_of_a_full_name() -> None:
    document = written("MARIA STONE: Who are you?", "HALE: Nobody.", "STONE: I see.")
    assert speakers(document, "MARIA STONE", "STONE") == ["Maria Stone"] * 2
