"""Pronouns: whom he and she mean, by gender, by what the candidates are, and by distance."""

import pytest

from kg.link.cast.gender import of_given_name
from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        # the subject goes before whoever is only object, owner or company
        ("Alex Norr praised Chris Sol. He said no.", "He", "Alex Norr"),
        ("Alex Norr spoke of the face of Chris Sol. He said no.", "He", "Alex Norr"),
        ("Chris Sol's rival, Alex Norr, wins with his plan.", "his", "Alex Norr"),
        # the last speaker goes before an earlier subject
        ("Alex Norr came. Chris Sol said no. He said more.", "He", "Chris Sol"),
        # honorifics, kinship, titles and given names tell the gender
        ("Ms. Alex Norr met Mr. Chris Sol. He said no.", "He", "Chris Sol"),
        ("Alex Norr met his wife, Chris Sol. She said no.", "She", "Chris Sol"),
        ("Alex Norr met actress Chris Sol. She said no.", "She", "Chris Sol"),
        ("Robert Norr met Maria Sol. She said no.", "She", "Maria Sol"),
        ("Robert Norr came. Maria Sol said no. He said more.", "He", "Robert Norr"),
        # the subject of the sentence goes before that of a clause in it, and before what is nearer
        ("Alex Norr had ties to Chris Sol. But on Sunday he said no.", "he", "Alex Norr"),
        ("Alex Norr asked what Chris Sol wanted. He said no.", "He", "Alex Norr"),
        ("Alex Norr's fate is open, but on Sunday she said no to Chris Sol.", "she", "Alex Norr"),
        # a pronoun in a clause before the main one
        # with somebody else
        (
            "Robert Norr came. He and Maria Sol wrote.",
            "He and Maria Sol",
            "Robert Norr and Maria Sol",
        ),
        ("Robert Norr came. He and other voters wrote.", "He and other voters", "Robert Norr"),
        # who is named in a quotation is not its speaker
        ('Alex Norr came. "Here is Chris Sol," he said.', "he", "Alex Norr"),
    ],
)
def test_he_and_she(text: str, pronoun: str, expected: str) -> None:
    named = [f"{n} said" for n in ("Chris Sol", "Maria Sol") if f"{n} said" in text]
    earlier = [n.removesuffix(" said") for n in named]
    assert speakers(written(text), *earlier, pronoun)[-1] == expected


def test_it_is_the_body_that_spoke_in_the_paragraph_before() -> None:
    document = written("The Norr Bank said no.", "It also said more.")
    assert speakers(document, "The Norr Bank", "It") == ["Norr Bank", "Norr Bank"]


def test_nobody_of_the_other_gender_is_meant() -> None:
    assert speakers(written("Robert Norr came. She said no."), "She") == [None]


def test_somebody_unknown_who_is_nearer_is_meant() -> None:
    document = written("Maria Stone came.", "A woman from Norr said no. She said more.")
    assert speakers(document, "A woman from Norr", "She") == [None, None]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maria Stone", "she"),
        ("Dr. Robert B. Hale", "he"),
        ("J. Robert Hale", "he"),
        ("José Stone", "he"),
        ("Alex Norr", None),
        ("Ren Mei", None),
        ("Stone", None),
    ],
)
def test_given_names(name: str, expected: str | None) -> None:
    assert of_given_name(name) == expected
