"""Mentions: people, organisations and papers, and what is none of them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.document import BlockKind, Document
from schema.entity import ActorKind
from tests.extract.written import mentions_in, written


def names(document: Document, kind: ActorKind) -> list[str]:
    """The mentions of one kind, in words."""
    found = mentions_in(document)
    return [m.span.of(document.text) for m in found if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ren Haoyu and Ding Mei spoke to Lu Qi.", ["Ren Haoyu", "Ding Mei", "Lu Qi"]),
        ("President Robert Hale met Dr. Maria Stone.", ["Robert Hale", "Maria Stone"]),
        ("Robert Hale's plan failed, Hale said.", ["Robert Hale", "Hale"]),
        ("Osvald Brenner, a former judge, left.", ["Osvald Brenner"]),
        ("Teodor Kask, chief executive of Norrlys AI, warned them.", ["Teodor Kask"]),
        ("Xu Haoran came. Xu said no.", ["Xu Haoran", "Xu"]),
        ("President Hale of Velmark said no.", ["Hale"]),
        ("Mayor Bill de Norr, a lawyer, left.", ["Bill de Norr"]),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert names(written(text), ActorKind.PERSON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Reserve, the Chairman of the Board and others met.",
        "With Eastport in winter, nobody travels.",
        "AI is a topic of our time.",
        "Norr Says Big Robots Need Rules.",
    ],
)
def test_no_people(text: str) -> None:
    assert names(written(text), ActorKind.PERSON) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lanhai Provincial People's Congress (LPPC) met.",
            ["Lanhai Provincial People's Congress", "LPPC"],
        ),
        ("She works for the Ministry of Economy.", ["Ministry of Economy"]),
        ("Norrlys AI will build it.", ["Norrlys AI"]),
        ("AI will change the Committee.", []),
        ("He lives in France.", []),
        ("France opposes the ban.", ["France"]),
        ("The Norr Energy Agency - it met - left.", ["Norr Energy Agency"]),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    assert names(written(text), ActorKind.ORGANIZATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the government work report, rules follow.", ["government work report"]),
        ("The AI Liability Bill was read.", ["AI Liability Bill"]),
        ("It cites the UN-backed Global Robot Initiative.", ["Global Robot Initiative"]),
        ("Executive Order 14999 was signed.", ["Executive Order 14999"]),
        ("She teaches at the Institute of Law.", []),
        ("Nobody will report on it or bill us.", []),
    ],
)
def test_documents(text: str, expected: list[str]) -> None:
    assert names(written(text), ActorKind.DOCUMENT) == expected


def test_captions_are_read_and_furniture_is_not() -> None:
    document = written(
        ("Robert Hale waves.", BlockKind.CAPTION), ("By Maria Stone", BlockKind.FURNITURE)
    )
    assert names(document, ActorKind.PERSON) == ["Robert Hale"]


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_mentions_are_in_order_apart_and_trimmed(text: str) -> None:
    document = written(text)
    found = [m.span for m in mentions_in(document)]
    assert found == sorted(found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.of(document.text) == s.of(document.text).strip() != "" for s in found)
