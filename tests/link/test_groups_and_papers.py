"""Groups, pairs of names and papers as speakers: what they are called, and what stays unknown."""

import pytest

from schema.entity import ActorKind
from tests.extract.written import written
from tests.link.said import linked, speakers


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Protesters", "Protesters"),
        ("Proponents", "Proponents"),
        ("fellow Democrats", "Democrats"),
        ("A majority of voters", "voters"),
        ("Nearly eight of 10 voters", "voters"),
        ("31 farmers", "farmers"),
        ("Many of his supporters", "supporters"),
        ("any taxpayer", "taxpayer"),
        ("The two leaders", "two leaders"),
        ("House Republicans", "House Republicans"),
        ("a group of young farmers with kids", "young farmers"),
        ("One of the doctors", None),
        ("twelve percent", None),
        ("A coalition of farmers", "coalition of farmers"),
        ("People in other towns", "People in other towns"),
        ("the last two weeks", None),
        ("Some in the crowd", None),
        ("the public", "public"),
    ],
)
def test_groups(source: str, expected: str | None) -> None:
    [found] = linked(written(f"It rained.\n{source} said no."), source).attributions
    assert (found.speaker.name if found.speaker else None) == expected
    assert found.speaker is None or found.speaker.kind is ActorKind.GROUP


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Maria Stone and Robert Hale", "Maria Stone and Robert Hale"),
        ("Senators Maria Stone and Robert Hale", "Maria Stone and Robert Hale"),
        ("Senator Stone and Robert Hale", "Maria Stone and Robert Hale"),
        ("Senator Stone (D-Norr) and former mayor Robert Hale", "Maria Stone and Robert Hale"),
        ("Maria Stone of Norr and Robert Hale of Velmark", "Maria Stone and Robert Hale"),
        ("Maria Stone, director of the Norr Bank", "Maria Stone"),
        ("Maria Stone and other scientists", "Maria Stone"),
    ],
)
def test_two_names_are_neither_of_them(source: str, expected: str) -> None:
    document = written(f"Maria Stone met Robert Hale.\n{source} said no.")
    assert speakers(document, source) == [expected]


@pytest.mark.parametrize(
    ("paragraphs", "sources", "expected"),
    [
        (["A Norr Institute poll says no.", "The poll adds more."],
         ["A Norr Institute poll", "The poll"], ["Norr Institute poll"] * 2),
        (["Poll: Norr is warm", "A new Norr Institute poll says no."],
         ["Poll", "A new Norr Institute poll"], ["Norr Institute poll"] * 2),
        (["The statement says no."], ["The statement"], ["statement"]),
        (["Her letter to the court says no."], ["Her letter to the court"],
         ["Her letter to the court"]),
        (["A 46-page flood analysis released by the bank says no."],
         ["A 46-page flood analysis released by the bank"], ["46-page flood analysis"]),
        (["The Norr Institute of Trade met.", "A study by the Norr Institute of Trade says no."],
         ["A study by the Norr Institute of Trade"], ["study by the Norr Institute of Trade"]),
        (["Our new report, *Open Norr, Open Sol*, is out.", "The report says no."], ["The report"],
         ["Open Norr, Open Sol"]),
        (["The report's author said no."], ["The report's author"], [None]),
        # a title told with the kind of work, an earlier or later name of the kind
        (["She made the documentary “Norr.” The film says no."], ["The film"], ["Norr"]),
        (["He wrote a memoir, Norr of the Hills, last year. The book says no."], ["The book"],
         ["Norr of the Hills"]),
        (["A new poll says no.", "The Norr Institute poll asked farmers."], ["A new poll"],
         ["Norr Institute poll"]),
        (["A copy of the letter reviewed by Norr says no."], ["A copy of the letter"], ["letter"]),
    ],
)  # fmt: skip
def test_papers(paragraphs: list[str], sources: list[str], expected: list[str | None]) -> None:
    assert speakers(written(*paragraphs), *sources) == expected
