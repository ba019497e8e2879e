"""Offices: every construction with invented people, and sentences that put nobody into one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.document import BlockKind, Document
from tests.extract.written import offices_in, written

Office = tuple[str, str, str | None, str]


def offices(document: Document) -> list[Office]:
    """The offices in words: holder, title, organisation, status."""
    found = offices_in(document)
    return [(o.holder.of(document.text), o.title, o.organization, o.status.value) for o in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ren Haoyu, chairman of the Norr Securities Commission, said so.",
            [("Ren Haoyu", "chairman", "Norr Securities Commission", "current")],
        ),
        (
            "Foreign Minister Tamsin Okafor arrived on Monday.",
            [("Tamsin Okafor", "Foreign Minister", None, "current")],
        ),
        (
            "Swindlers used images of actor Luo Wenbin to cheat his fans.",
            [("Luo Wenbin", "actor", None, "current")],
        ),
        (
            "Ding Meiling, a national political advisor and director of the Qinghe Institute for "
            "Robot Law, plans to submit a proposal.",
            [
                ("Ding Meiling", "national political advisor", None, "current"),
                ("Ding Meiling", "director", "Qinghe Institute for Robot Law", "current"),
            ],
        ),
        (
            "Pan Zhiyuan, an LPPC deputy and founder of tech giant Mikro, presented a suggestion.",
            [
                ("Pan Zhiyuan", "deputy", "LPPC", "current"),
                ("Pan Zhiyuan", "founder", "Mikro", "current"),
            ],
        ),
        (
            "Luo Wenbin is popular. Luo, also a national political advisor, denounced the acts.",
            [("Luo", "national political advisor", None, "current")],
        ),
        (
            "Jane Holloway, who heads the Kestrian Energy Agency, agreed.",
            [("Jane Holloway", "head", "Kestrian Energy Agency", "current")],
        ),
        (
            "Dan Wexcombe, a cryptographer who was chief scientist of the Kestrian Post, left.",
            [
                ("Dan Wexcombe", "cryptographer", None, "current"),
                ("Dan Wexcombe", "chief scientist", "Kestrian Post", "former"),
            ],
        ),
        (
            "The former president of the Velmark Court of Appeal, Osvald Brenner, left.",
            [("Osvald Brenner", "president", "Velmark Court of Appeal", "former")],
        ),
        (
            "Peter Lindqvist, acting director of the Norr Bank, spoke.",
            [("Peter Lindqvist", "director", "Norr Bank", "acting")],
        ),
        (
            "President-elect Maria Stone met former U.S. Senator Robert Hale.",
            [
                ("Maria Stone", "President", None, "elect"),
                ("Robert Hale", "Senator", None, "former"),
            ],
        ),
        (
            "Then-Senator Robert Hale spoke to Republican Governor Amy Stone.",
            [
                ("Robert Hale", "Senator", None, "former"),
                ("Amy Stone", "Governor", None, "current"),
            ],
        ),
        (
            "Ingrid Solberg, founder and CEO of Norrlys, spoke.",
            [
                ("Ingrid Solberg", "founder", "Norrlys", "current"),
                ("Ingrid Solberg", "CEO", "Norrlys", "current"),
            ],
        ),
        (
            "Peter Lindqvist, deputy head of the Norr Energy Council, spoke.",
            [("Peter Lindqvist", "deputy head", "Norr Energy Council", "current")],
        ),
        (
            "Maria Stone, 45, a professor of computer science at Norr University, spoke.",
            [("Maria Stone", "professor of computer science", "Norr University", "current")],
        ),
        (
            "Commerce Secretary Maria Stone met Secretary of State Robert Hale.",
            [
                ("Maria Stone", "Commerce Secretary", None, "current"),
                ("Robert Hale", "Secretary of State", None, "current"),
            ],
        ),
        (
            "Gao Wenjie, spokesperson for the third session of the 12th LPPC, said no.",
            [("Gao Wenjie", "spokesperson", "third session of the 12th LPPC", "current")],
        ),
    ],
)
def test_constructions(sentence: str, expected: list[Office]) -> None:
    assert offices(written(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "MR. HALE: Good morning, everyone.",
        "Maria Stone, Robert Hale and Amy Lee agreed.",
        "Maria Stone, a member of the same panel, opposed it.",
        "The chairman said that the committee would meet Maria Stone on Friday.",
        "Maria Stone said the director of the Norr Bank had resigned.",
        "Robert Hale, who was late, apologised.",
    ],
)
def test_nobody_holds_an_office(sentence: str) -> None:
    assert offices(written(sentence)) == []


def test_a_title_before_the_next_name_belongs_to_that_name() -> None:
    found = offices(written("They met Maria Stone, Senator Robert Hale and others."))
    assert found == [("Robert Hale", "Senator", None, "current")]


def test_captions_confirm_and_never_add() -> None:
    said = "Ren Haoyu, chairman of the Norr Securities Commission, said so."
    again = ("Ren Haoyu, chairman of the commission, waves.", BlockKind.CAPTION)
    other = ("Maria Stone, director of the Norr Bank, waves.", BlockKind.CAPTION)
    assert [h for h, *_ in offices(written(said, other))] == ["Ren Haoyu"]
    assert offices(written(other)) == []
    assert {h for h, *_ in offices(written(said, again))} == {"Ren Haoyu"}


_PIECES = st.sampled_from(
    ["Maria Stone", ",", "director", "of", "the", "Norr Bank", "former", "who", "is", "(", "\n",
     "-", "and", "’s", "12th", ".", "CEO", "Sen.", "Wang Lei", "an", "🤖"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=14))
def test_passages_lie_in_the_text_and_hold_the_holder(pieces: list[str]) -> None:
    document = written(" ".join(pieces).strip() or "x")
    for office in offices_in(document):
        assert office.title
        assert office.span.contains(office.holder)
        assert office.span.end <= len(document.text)
