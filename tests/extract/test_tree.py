"""Trees, noun phrases and word lists: what extraction and linking ask about a sentence."""

import pytest

from kg.english.words import classes_of
from kg.read.phrases import NounPhrase
from kg.read.reading import read
from kg.read.tree import Token, names, planted
from schema.span import Span
from tests.extract.written import written


def planted_row(text: str, heads: list[int], kinds: list[str]) -> list[Token]:
    """Words apart by one blank each, hung on the heads given."""
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(text.split()):
        end = start + len(word)
        tokens.append(Token(i, start, end, word, "NN", "NOUN", "dep", kinds[i]))
        start = end + 1
    planted(tokens, heads)
    return tokens


# The law of Ada Roe passed . She left
ROW = ("The law of Ada Roe passed She left", [1, 5, 1, 4, 2, 5, 7, 7])
KINDS = ["", "", "", "PERSON", "PERSON", "ORG", "", ""]


def test_what_hangs_on_a_token_reaches_from_its_first_to_its_last() -> None:
    row = planted_row(*ROW, KINDS)
    assert [t.text for t in row[1].subtree] == ["The", "law", "of", "Ada", "Roe"]
    assert [t.text for t in row[2].subtree] == ["of", "Ada", "Roe"]
    assert [t.text for t in row[3].above()] == ["Roe", "of", "law", "passed"]
    assert [t.root.text for t in row] == ["passed"] * 6 + ["left"] * 2


def test_neighbours_of_one_kind_are_one_name() -> None:
    row = planted_row(*ROW, KINDS)
    found = list(names(row))
    assert [(n.kind, n.span.of(ROW[0]), n.head.text) for n in found] == [
        ("PERSON", "Ada Roe", "Roe"),
        ("ORG", "passed", "passed"),
    ]


def phrase(text: str, noun: str) -> NounPhrase:
    """The phrase of a read sentence whose head is the first place of a noun."""
    reading = read(written(text))
    return next(p for p in reading.phrases([noun.lower()]) if p.head.text == noun)


def spelt(text: str, *found: NounPhrase | None) -> list[str]:
    """The phrases' words."""
    return [p.span.of(text) for p in found if p is not None]


@pytest.mark.parametrize(
    ("text", "noun", "determiner", "definite", "indefinite"),
    [
        ("The minister said no.", "minister", "the", True, False),
        ("A minister said no.", "minister", "a", False, True),
        ("His minister said no.", "minister", "his", True, False),
        ("Roe's minister said no.", "minister", "", True, False),
        ("Ministers said no.", "Ministers", "", False, False),
    ],
)
def test_determiners(
    text: str, noun: str, determiner: str, definite: bool, indefinite: bool
) -> None:
    found = phrase(text, noun)
    assert found.determiner == determiner
    assert (found.is_definite, found.is_indefinite) == (definite, indefinite)


def test_an_owner_is_a_noun_and_no_pronoun() -> None:
    text = "The council rejected Ada Roe's report."
    assert spelt(text, phrase(text, "report").owner) == ["Ada Roe's"]
    assert phrase("The council rejected her report.", "report").owner is None


def test_an_apposition_belongs_to_the_name_before_it() -> None:
    text = "Ada Roe, head of the central bank, said no."
    found = phrase(text, "Roe")
    assert spelt(text, *found.apposed) == ["head of the central bank"]
    assert spelt(text, found) == ["Ada Roe, head of the central bank"]
    assert found.nouns_beside[-1] == "head"
    assert spelt(text, phrase(text, "head").of) == ["the central bank"]


def test_joined_phrases_come_in_order() -> None:
    text = "Ministers, mayors and judges signed the letter."
    assert [p.noun for p in phrase(text, "Ministers").joined] == ["mayors", "judges"]
    assert phrase(text, "judges").joined == ()


def test_a_phrase_ends_with_the_passage_that_it_was_read_from() -> None:
    text = "The head of the central bank said no."
    reading = read(written(text))
    cut = reading.phrase(Span(0, len("The head")))
    assert spelt(text, cut) == ["The head"]
    assert cut is not None
    assert cut.of is None


def test_a_passage_without_a_noun_is_no_phrase() -> None:
    reading = read(written("She said no."))
    assert reading.phrase(Span(4, 8)) is None


def test_a_word_is_where_the_lists_have_it() -> None:
    assert "people: spokespeople" in classes_of("spokesman")
    assert list(classes_of("no such word")) == []
