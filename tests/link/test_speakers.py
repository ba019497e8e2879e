"""Who speaks: every way of resolution, and the cases where nobody may be named."""

import pytest

from kg.link.linker import link
from kg.read.reading import read
from schema.attribution import Extraction
from schema.document import DocumentKind
from schema.entity import ActorKind
from schema.span import Span
from tests.extract.written import mentions_in, written
from tests.link.said import attributions, linked, speakers

_MINISTER = "Foreign Minister Tamsin Okafor met Robert Hale, chairman of the Norr Bank, on Monday."


@pytest.mark.parametrize(
    ("paragraphs", "sources", "expected"),
    [
        # names
        (["Maria Stone said no."], ["Maria Stone"], ["Maria Stone"]),
        (["Dr. Maria Stone said no. Stone said more."], ["Dr. Maria Stone", "Stone"],
         ["Maria Stone"] * 2),
        (["Ding Meiling said no.", "Ding said more."], ["Ding Meiling", "Ding"],
         ["Ding Meiling"] * 2),
        (["Robert Hale left.", "Robert B. Hale said no."], ["Robert B. Hale"], ["Robert B. Hale"]),
        (["Maria Stone, director of the Norr Bank, said no."],
         ["Maria Stone, director of the Norr Bank"], ["Maria Stone"]),
        (["The head of the Norr Bank, Maria Stone, said no."],
         ["The head of the Norr Bank, Maria Stone"], ["Maria Stone"]),
        (["Senator Robert Hale said no."], ["Senator Robert Hale"], ["Robert Hale"]),
        (["Maria Stone met Robert Stone.", "Stone said no."], ["Robert Stone", "Stone"],
         ["Robert Stone"] * 2),
        # pronouns
        (["Maria Stone said no. She said more."], ["Maria Stone", "She"], ["Maria Stone"] * 2),
        (["Maria Stone said no.", '"We act," she said.'], ["Maria Stone", "she"],
         ["Maria Stone"] * 2),
        (["Mr. Robert Hale met Ms. Maria Stone. She said no."], ["She"], ["Maria Stone"]),
        (["Robert Hale, who said no, left."], ["who"], ["Robert Hale"]),
        # titles
        ([_MINISTER, "The minister said no."], ["The minister"], ["Tamsin Okafor"]),
        ([_MINISTER, "The chairman of the Norr Bank said no."], ["The chairman of the Norr Bank"],
         ["Robert Hale"]),
        (["Maria Stone said no.", '"We act," said the former president of the Norr Bank.'],
         ["Maria Stone", "the former president of the Norr Bank"], ["Maria Stone"] * 2),
        # bodies, groups and papers
        (["The Lanhai Energy Agency (LEA) met.", "LEA said no."], ["LEA"],
         ["Lanhai Energy Agency"]),
        (["The Norr Ministry of Trade met.", "The ministry said no."], ["The ministry"],
         ["Norr Ministry of Trade"]),
        (["Maria Stone said no and gave her view."], ["Maria Stone", "her"], ["Maria Stone"] * 2),
        (["A spokesperson for the Norr Energy Agency said no."],
         ["A spokesperson for the Norr Energy Agency"], ["Norr Energy Agency"]),
        (["National lawmakers and political advisors gathering in Norr said no."],
         ["National lawmakers and political advisors gathering in Norr"],
         ["National lawmakers and political advisors"]),
        (["Some analysts said no."], ["Some analysts"], ["analysts"]),
        (["The government work report submitted to the Diet says no.", "The report adds more."],
         ["The government work report submitted to the Diet", "The report"],
         ["government work report"] * 2),
        (["The AI Liability Bill says no."], ["The AI Liability Bill"], ["AI Liability Bill"]),
    ],
)  # fmt: skip
def test_known(paragraphs: list[str], sources: list[str], expected: list[str | None]) -> None:
    assert speakers(written(*paragraphs), *sources) == expected


@pytest.mark.parametrize(
    ("paragraphs", "sources"),
    [
        (["Mr. Hale said no."], ["Mr. Hale"]),
        (["President Hale said no. He said more."], ["President Hale", "He"]),
        (["Maria Stone came.", "Mr. Hale said no. He said more."], ["He"]),
        (["A senior official said no."], ["A senior official"]),
        (["A person familiar with the matter said no."], ["A person familiar with the matter"]),
        (["The president said no."], ["The president"]),
        (["The report says no."], ["The report"]),
        (["It said no."], ["It"]),
        (["They said no."], ["They"]),
        (["Maria Stone's lawyer said no."], ["Maria Stone's lawyer"]),
        (["Stone said no.", "Maria Stone and Robert Stone came."], ["Stone"]),
    ],
)
def test_unknown(paragraphs: list[str], sources: list[str]) -> None:
    assert speakers(written(*paragraphs), *sources) == [None] * len(sources)


def test_who_names_himself_is_i() -> None:
    text = "I have heard you. NOW, I, ROBERT B. HALE, President of Norrland, do hereby act."
    assert speakers(written(text), "I") == ["Robert B. Hale"]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The Norr Administration came. The prior administration boasted.",
         "The prior administration", None),
        ("The Norr Science Foundation and Lanhai Energy Agency said no.",
         "The Norr Science Foundation and Lanhai Energy Agency",
         "Norr Science Foundation and Lanhai Energy Agency"),
    ],
)  # fmt: skip
def test_bodies(text: str, source: str, expected: str | None) -> None:
    [found] = speakers(written(text), source)
    assert (found or "").removeprefix("The ") == (expected or "")


def test_nobody_is_made_of_a_surname() -> None:
    found = linked(written("Mr. Hale said no. Hale said more."), "Mr. Hale", "Hale said")
    assert [a.name for a in found.actors if a.kind is ActorKind.PERSON] == []


@pytest.mark.parametrize(
    ("headline", "label", "expected"),
    [
        ("Press briefing by Press Secretary Ada Norr-Sol", "MS. NORR-SOL", "Ada Norr-Sol"),
        ("Remarks by President Robert Hale", "THE PRESIDENT", "Robert Hale"),
        ("Remarks by APNSA Robert Hale in Norr", "MR. HALE", "Robert Hale"),
        ("Remarks by President Hale", "THE PRESIDENT", None),
        ("Remarks by President Hale", "MR. HALE", None),
        ("Remarks by President Robert Hale", "MODERATOR", None),
        ("Remarks by President Robert Hale", "Q", None),
    ],
)
def test_labels(headline: str, label: str, expected: str | None) -> None:
    document = written(f"{label}: Good morning.", kind=DocumentKind.TRANSCRIPT)
    document = document.model_copy(update={"headline": headline})
    assert speakers(document, label) == [expected]


def test_a_president_of_the_past_does_not_speak() -> None:
    document = written("THE PRESIDENT: In 1921 President Warren Moss came, not President Hale.")
    assert speakers(document, "THE PRESIDENT") == [None]


def test_the_i_of_a_turn_is_its_speaker() -> None:
    text = "MR. HALE: I said no. Robert Hale knows."
    document = written(text, kind=DocumentKind.TRANSCRIPT)
    turn, inner = attributions(text, ("MR. HALE", "I"))
    turn = turn.model_copy(update={"content": (Span(10, len(text)),)})
    mentions = mentions_in(document)
    found = link(
        read(document), Extraction(tool="t", attributions=(inner, turn), mentions=mentions)
    )
    names = [a.speaker.name if a.speaker else None for a in found.attributions]
    assert names == ["Robert Hale", "Robert Hale"]


@pytest.mark.parametrize("company", ["Applied Minerals", "Clarios"])
def test_a_company_with_a_plural_name_is_no_group(company: str) -> None:
    document = written(f"{company} said no.")
    [found] = linked(document, company).attributions
    assert found.speaker is None or found.speaker.kind is not ActorKind.GROUP


def test_surer_ways_weigh_more() -> None:
    document = written("Maria Stone said no. Stone said more. She left.", "She said yes.")
    found = linked(document, "Maria Stone", "Stone", "She", "She").attributions
    weights = [a.speaker_confidence for a in found]
    assert [a.speaker.name if a.speaker else "" for a in found] == ["Maria Stone"] * 4
    assert weights == sorted(weights, reverse=True)
    assert 0 < min(weights) < max(weights) <= 1
