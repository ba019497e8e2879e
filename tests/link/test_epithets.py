"""Other words for somebody known, and whom several could mean: the last speaker, or nobody."""

import pytest

from tests.extract.written import written
from tests.link.said import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Hale said no.\nThe businessman left.", "Robert Hale"),
        ("Robert Hale said no.\nThe former mayor left.", "Robert Hale"),
        # somebody new, somebody else at hand, one told apart
        ("Robert Hale said no.\nThe driver left.", None),
        ("Robert Hale said no.\nMaria Stone came. The businessman left.", None),
        ("Robert Hale said no.\nThe only businessman left.", None),
        ("Robert Hale said no.\nA businessman left.", None),
        ("Maria Hale came. Robert Hale said no.\nThe businesswoman left.", None),
        # who bears the noun in the text goes before the last speaker
        ("The actress Maria Stone came. Robert Hale said no.\nThe actress left.", "Maria Stone"),
    ],
)
def test_epithets(text: str, expected: str | None) -> None:
    epithet = text.split("\n")[-1].split(". ")[-1].removesuffix(" left.")
    assert speakers(written(*text.split("\n")), "Robert Hale", epithet)[-1] == expected


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        # whose adviser it is says that it is somebody else
        ("Robert Hale said no.\nHale's adviser left.", ["Robert Hale", "Hale's adviser"], None),
        ("Robert Hale said no.\nHis spokesman left.", ["Robert Hale", "His spokesman"], None),
        # whom the paragraph before is about
        ("Robert Hale opened the fair.\nThe businessman left.", ["The businessman"], "Robert Hale"),
        ("Robert Hale opened the fair.\nThe mayor left.", ["The mayor"], None),
        # speaks for a person, is a campaign's
        ("Robert Hale came.\nA spokesman for Hale said no.", ["A spokesman for Hale"],
         "Robert Hale"),
        ("Hale's campaign began. Robert Hale came.\nThe campaign of Robert Hale said no.",
         ["The campaign of Robert Hale"], "Hale's campaign"),
        # a former holder of an office is not who holds it
        ("Former mayor Maria Stone met Mayor Robert Hale.\nThe mayor said no.", ["The mayor"],
         "Robert Hale"),
        # what somebody is said to be
        ("Robert Hale is a baker and father who said no.", ["who"], "Robert Hale"),
        ("Maria Stone of Norrby, who said no, left.", ["who"], "Maria Stone"),
        # a noun that is no person describes nobody
        ("It was the account, Robert Hale said.\nThe account shows it.", ["The account"], None),
        # told words are their owner's
        ("Robert Hale came.\nHale's remarks hurt.", ["Hale's remarks"], "Robert Hale"),
        ("Robert Hale said no.\nHis words hurt.", ["Robert Hale", "His words"], "Robert Hale"),
        # a title and a comma behind an owner
        ("Maria Stone came.\nStone's press secretary, Robert Hale, said no.",
         ["Stone's press secretary, Robert Hale,"], "Robert Hale"),
        # examples of a group are not its name
        ("Officials, including Director Robert Hale, said no.",
         ["Officials, including Director Robert Hale,"], "Officials"),
        # a headline names who the text is about
        ("Hale says no.\nRobert Hale said no.", ["Hale"], "Robert Hale"),
    ],
)  # fmt: skip
def test_heads(text: str, sources: list[str], expected: str | None) -> None:
    assert speakers(written(*text.split("\n")), *sources)[-1] == expected


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        # who else stands in a source is no antecedent
        ("Alex Norr, once adviser to Robert Hale, said no. He left.",
         ["Alex Norr, once adviser to Robert Hale,", "He"], "Alex Norr"),
        # the first pronoun behind a name tells the gender
        ("Alex Norr lost her job. Robert Hale came. She said no.", ["She"], "Alex Norr"),
        # a clause before the main one is left behind
        ("When Robert Hale said it, Mr. Alex Norr differed. He left.", ["Robert Hale", "He"],
         "Alex Norr"),
        ("The visitors were angry. They booed.", ["They"], "visitors"),
        ("Robert Hale and Maria Stone came. They left.", ["They"], "Robert Hale and Maria Stone"),
    ],
)  # fmt: skip
def test_pronouns(text: str, sources: list[str], expected: str | None) -> None:
    assert speakers(written(text), *sources)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An adviser to Robert Hale, who said no, left.", None),
        ("Robert Hale and Maria Stone, who say no, left.", "Robert Hale and Maria Stone"),
        ("Robert Hale paid $5, and a man, who said no, left.", None),
    ],
)
def test_who(text: str, expected: str | None) -> None:
    assert speakers(written(text), "who") == [expected]
