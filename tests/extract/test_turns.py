"""Speaker turns of transcripts: labels, reporters, stage directions."""

import pytest

from kg.extract.attributions.turns import find_turns
from schema.document import BlockKind, DocumentKind
from tests.extract.written import Said, said, written

OPENING = "MR. HOLT:  Good morning to all of you here.  We have news on the schools."


def test_following_paragraphs_belong_to_the_speaker() -> None:
    document = written(
        "Northern Hall",
        OPENING,
        "The fund will be opened for all towns.",
        "THE CHAIR:\u00a0 Thank you for that, and now to the next point.",
        "Q    When will the first school get the money?",
        kind=DocumentKind.TRANSCRIPT,
    )
    assert said(document) == [
        Said("MR. HOLT", ":", ("Good morning to all of you here.  We have news on the schools.",)),
        Said("MR. HOLT", ":", ("The fund will be opened for all towns.",)),
        Said("THE CHAIR", ":", ("Thank you for that, and now to the next point.",)),
        Said("Q", "Q", ("When will the first school get the money?",)),
    ]


def test_stage_directions_are_not_spoken() -> None:
    document = written(
        "MS. FORD: We will open ten centres. (Applause.) And then ten more of them.",
        "(Laughter.)",
        "Thank you.",
        kind=DocumentKind.TRANSCRIPT,
    )
    assert said(document) == [
        Said("MS. FORD", ":", ("We will open ten centres.", "And then ten more of them."))
    ]


def test_others_quoted_in_a_turn_are_its_words() -> None:
    document = written(
        "MS. FORD: My teacher said that the rules would never last.", kind=DocumentKind.TRANSCRIPT
    )
    assert [s.source for s in said(document)] == ["MS. FORD"]


def test_a_heading_ends_a_turn() -> None:
    document = written(
        OPENING,
        ("Annex", BlockKind.HEADING),
        "The list of schools is long and sorted by town.",
        kind=DocumentKind.TRANSCRIPT,
    )
    assert len(said(document)) == 1


def test_names_in_title_case_must_come_back() -> None:
    document = written(
        "Mina Holt: What will the fund pay for in the first year?",
        "Lena Ford: Teachers first, and machines only after that.",
        "Mina Holt: And who decides what a teacher needs?",
        "Lena Ford: The schools decide it, and nobody else.",
    )
    assert [s.source for s in said(document)] == ["Mina Holt", "Lena Ford"] * 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("UPDATE: The vote was moved to the autumn session.", "The hall was full."),
        ("Note: The vote was moved to the autumn session.", "Note: The hall was full then."),
        ("Q is a letter that few words in the list begin with.",),
        ("FTC: The chair opens a study on toys.", "GAO: The office counted the cases again."),
    ],
)
def test_no_transcript(paragraphs: tuple[str, ...]) -> None:
    assert find_turns(written(*paragraphs)) == ([], frozenset())


def test_an_article_goes_on_behind_its_labelled_paragraphs() -> None:
    document = written(
        "HOLT: What will the fund pay for in the first year?",
        "FORD: Teachers first, and machines only after that.",
        "The hall was full until the evening.",
    )
    assert [s.source for s in said(document)] == ["HOLT", "FORD"]


def test_news_may_print_a_conversation_in_quotation_marks() -> None:
    document = written(
        "Partial transcript as follows:",
        '"FORD: When will the council publish the list of schools?',
        '"HOLT: We will publish it before the end of the year.',
        '"And the towns will read it first, as they should."',
        "The council meets again in May.",
    )
    assert said(document) == [
        Said("FORD", ":", ("When will the council publish the list of schools?",)),
        Said("HOLT", ":", ("We will publish it before the end of the year.",)),
        Said("HOLT", ":", ('"And the towns will read it first, as they should."',)),
    ]
