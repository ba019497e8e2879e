"""Bodies, descriptions, relative pronouns and the narrator's "I": who is meant by common words."""

import pytest

from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        # bodies: noun in the name, its class, the company named last, further down in the lead
        ("The Norr Savings Bank met the Sol Agency.\nThe bank said no.", "The bank",
         "Norr Savings Bank"),
        ("The Department of Norr Affairs met.\nThe agency said no.", "The agency",
         "Department of Norr Affairs"),
        ("The Association of Norr Pilots met.\nThe union said no.", "the union".capitalize(),
         "Association of Norr Pilots"),
        ("A federal appeals court said no.\nThe Court of Appeals for the Norr Circuit met.",
         "A federal appeals court", "Court of Appeals for the Norr Circuit"),
        ("It rained.\nThe agency said no.", "The agency", None),
        # campaigns and administrations are never the person
        ("Robert Hale came.\nThe Hale campaign said no.", "The Hale campaign", "Hale campaign"),
        ("Robert Hale came to the Hale campaign.\nThe campaign said no.", "The campaign",
         "Hale campaign"),
        ("Robert Hale's administration said no.", "Robert Hale's administration",
         "Robert Hale's administration"),
        # a name behind an owner and a noun
        ("Robert Hale's campaign manager Maria Stone said no.",
         "Robert Hale's campaign manager Maria Stone", "Maria Stone"),
        ("Robert Hale left.\nHale spokeswoman Maria Stone said no.",
         "Hale spokeswoman Maria Stone", "Maria Stone"),
        ("The pollster Maria Stone said no.", "The pollster Maria Stone", "Maria Stone"),
        ("Robert Hale came.\nHale supporters said no.", "Hale supporters", "Hale supporters"),
        # descriptions of somebody named elsewhere
        ("Justice Robert Hale came.\nThe judge said no.", "The judge", "Robert Hale"),
        ("Retired General Is Angry.\nAir Force Gen. Robert Hale left.", "Retired General",
         "Robert Hale"),
        ("Mayor Robert Hale came.\nThe mayor said no.", "The mayor", "Robert Hale"),
        ("Robert Hale came.\nA mayor said no.", "A mayor", None),
        ("Robert Hale came.\nThe mayor said no.", "The mayor", None),
    ],
)  # fmt: skip
def test_common_nouns(text: str, source: str, expected: str | None) -> None:
    assert speakers(written(*text.split("\n")), source) == [expected]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Robert Hale, who said no, left.", "who", "Robert Hale"),
        ("Robert Hale, chairman of the Norr Bank, who said no, left.", "who", "Robert Hale"),
        ("Robert Hale paid an architect who said no.", "who", None),
        ("Robert Hale met the Norr Bank, which said no.", "which", "Norr Bank"),
        ("Robert Hale met several young farmers who said no.", "who", "young farmers"),
        ("It angers farmers, many of whom said no.", "many of whom", "farmers"),
        ("It drew criticism from some who said no.", "who", None),
    ],
)
def test_relative_pronouns(text: str, source: str, expected: str | None) -> None:
    assert speakers(written(text), source) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I say no.\nMaria Stone.\nI say yes.\nRobert Hale.", ["Maria Stone", "Robert Hale"]),
        ("I say no.\nI say yes.\nMaria Stone teaches law in Norr.", ["Maria Stone"] * 2),
        ("I say no.\nI met Maria Stone.\nMaria Stone left.", [None] * 2),
    ],
)
def test_the_narrator(text: str, expected: list[str | None]) -> None:
    assert speakers(written(*text.split("\n")), "I", "I") == expected


def test_the_only_author_is_the_narrator() -> None:
    document = written("I say no.").model_copy(update={"authors": ("Maria Stone",)})
    assert speakers(document, "I") == ["Maria Stone"]
    several = document.model_copy(update={"authors": ("Maria Stone", "Robert Hale")})
    assert speakers(several, "I") == [None]


def test_a_committee_is_that_of_the_parliament_that_carries_its_paper() -> None:
    document = written("The Committee said no.").model_copy(
        update={"headline": "Report of the Trade Committee on cows", "outlet": "Norr Assembly"}
    )
    assert speakers(document, "The Committee") == ["Trade Committee of the Norr Assembly"]
    carried = document.model_copy(update={"outlet": "Norr Times"})
    assert speakers(carried, "The Committee") == ["Trade Committee"]
