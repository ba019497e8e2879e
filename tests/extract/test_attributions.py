"""Each construction on a sentence of its own, and what must not become an attribution."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.attributions import find_attributions
from kg.extract.nlp import analyse
from schema.attribution import Mode
from schema.document import BlockKind
from tests.extract.sentences import ACTED, FORD, MET, QUOTED, REPORTED
from tests.extract.written import Said, said, written


@pytest.mark.parametrize(("text", "expected"), QUOTED + REPORTED + ACTED + MET)
def test_one_attribution(text: str, expected: Said) -> None:
    assert said(written(text)) == [expected]


def test_a_participle_goes_on_with_the_same_speaker() -> None:
    assert said(written("Lena Ford said the law was weak, adding that fines were too low.")) == [
        Said(FORD, "said", ("the law was weak",)),
        Said(FORD, "adding", ("fines were too low",)),
    ]


def test_joined_verbs_share_their_subject() -> None:
    assert said(written("Ford noted the delay and asked parliament to act.")) == [
        Said("Ford", "noted", ("the delay",)),
        Said("Ford", "asked", ("parliament to act",)),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("“We have waited,” Holt said. “Nobody came.", "“Now we will go ourselves.”"),
        ("“We have waited,” Holt said. “Nobody came.”", "“Now we will go ourselves.”"),
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(paragraphs: tuple[str, str]) -> None:
    content = ("We have waited", "Nobody came.", "Now we will go ourselves.")
    assert said(written(*paragraphs)) == [Said("Holt", "said", content)]


def test_a_colon_announces_the_next_paragraph() -> None:
    document = written("Holt wrote in a letter to the board:", '"We have waited long enough."')
    assert said(document) == [Said("Holt", "wrote", ("We have waited long enough.",))]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "smart city" plan was dropped in May.',
        'The film "Northern Light" opened on Friday.',
        "The bridge supports a road and shows cracks.",
        "The tour shows how schools work.",
        "The new road would support trade.",
        "If she says that the law is weak, she is wrong.",
        "The council met on Tuesday and elected a chair.",
        "Ford opposed it.",
        "The fund includes 5 million crowns to support teachers.",
        "The minister must explain how the money was spent.",
        "The Order directs the agency to publish a list of systems.",
        "The president welcomed Prime Minister Ada Roe of Norrland to the Blue House.",
        "Her commitment to peace was never in doubt.",
        "Demand for chips grew.",
        '"We have waited long enough."',
    ],
)
def test_no_attribution(text: str) -> None:
    assert said(written(text)) == []


def test_the_source_never_comes_from_inside_the_quotation() -> None:
    (only,) = said(written('"Ford promised that Mina Holt would pay," the clerk said.'))
    assert only == Said("the clerk", "said", ("Ford promised that Mina Holt would pay",))


def test_what_is_attributed_inside_a_content_is_no_second_statement() -> None:
    assert said(written("Ford said she supports the bill.")) == [
        Said("Ford", "said", ("she supports the bill",))
    ]


@pytest.mark.parametrize(
    "kind",
    [BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.HEADING],
)
def test_only_content_speaks(kind: BlockKind) -> None:
    sentence = "Ford said the bill is weak."
    assert said(written((sentence, kind))) == []
    assert len(said(written((sentence, BlockKind.LIST_ITEM)))) == 1


def test_markup_belongs_to_no_source() -> None:
    document = written("The [annual report](https://example.org/r) found that costs rose.")
    assert said(document) == [Said("The [annual report", "found", ("costs rose",))]


def test_modes_and_confidences() -> None:
    document = written(
        '"Rules help," Holt said.', "Ford called for rules.", 'Ford said it was "a gift".'
    )
    found = find_attributions(document, analyse(document))
    assert [a.mode for a in found] == [Mode.DIRECT, Mode.INDIRECT, Mode.MIXED]
    assert found[0].confidence > found[2].confidence > found[1].confidence


PIECES = """said Ford the plan that calls for according to it which pledges support
adding he would Q " “ ” : , . —"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=25).map(" ".join).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPH | st.text(min_size=1, max_size=60).filter(str.strip), max_size=4))
def test_offsets_hold_for_any_text(paragraphs: list[str]) -> None:
    document = written(*paragraphs)
    found = find_attributions(document, analyse(document))
    for one in found:
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(document.text)
            assert span.of(document.text).strip()
        assert not any(c.overlaps(s) for c in one.content for s in (*one.source, *one.cue))
    contents = [a.content for a in found]
    assert contents == sorted(contents)
    assert len(set(contents)) == len(contents)
