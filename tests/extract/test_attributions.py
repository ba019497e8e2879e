"""Each construction on a sentence of its own, and what must not become an attribution."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.attributions import find_attributions
from kg.extract.nlp import analyse
from schema.attribution import Mode
from schema.document import BlockKind
from tests.extract.written import Said, said, written

FORD = "Lena Ford"

QUOTED = [
    (
        '"The rules will help small schools," said Mina Holt, chair of the Digital Council.',
        Said(
            "Mina Holt, chair of the Digital Council",
            "said",
            ("The rules will help small schools",),
        ),
    ),
    (
        '"The rules will help," Mina Holt said. "They will not be cheap."',
        Said("Mina Holt", "said", ("The rules will help", "They will not be cheap.")),
    ),
    (
        "“The rules will help,” she told reporters, “if the money comes.”",
        Said("she", "told", ("The rules will help", "if the money comes.")),
    ),
    (
        'The minister said: "We will not wait for others."',
        Said("The minister", "said", ("We will not wait for others.",)),
    ),
    (
        '"We will not wait," said the former head of the Northern Academy. "Others may."',
        Said(
            "the former head of the Northern Academy", "said", ("We will not wait", "Others may.")
        ),
    ),
    (
        '"I told them that the law is weak," Ford said.',
        Said("Ford", "said", ("I told them that the law is weak",)),
    ),
    (
        'Lena Ford: "We have waited long enough."',
        Said(FORD, ":", ("We have waited long enough.",)),
    ),
    (
        '"A fair deal for every school." — Lena Ford, head teacher, Northern School',
        Said("Lena Ford, head teacher, Northern School", "—", ("A fair deal for every school.",)),
    ),
    (
        'Ford said that the law was "a gift to nobody" and would be changed.',
        Said("Ford", "said", ('the law was "a gift to nobody" and would be changed',)),
    ),
]

REPORTED = [
    (
        "Mina Holt said on Tuesday that the council would publish the list.",
        Said("Mina Holt", "said", ("the council would publish the list",)),
    ),
    (
        "The council would publish the list, Mina Holt said.",
        Said("Mina Holt", "said", ("The council would publish the list",)),
    ),
    (
        "The council, Mina Holt said, will publish the list in May.",
        Said("Mina Holt", "said", ("The council", "will publish the list in May.")),
    ),
    (
        'The minister said in the "open door" speech that trade would grow.',
        Said("The minister", "said", ("trade would grow",)),
    ),
    (
        "Lena Ford told media that the models are about access.",
        Said(FORD, "told", ("the models are about access",)),
    ),
    (
        "Lena Ford, who leads the inquiry, said the files were lost.",
        Said("Lena Ford, who leads the inquiry", "said", ("the files were lost",)),
    ),
    (
        "According to the annual report of the council, most schools use translation software.",
        Said(
            "the annual report of the council",
            "According to",
            ("most schools use translation software.",),
        ),
    ),
    (
        "Most schools use translation software, according to Mina Holt, who chairs the council.",
        Said(
            "Mina Holt, who chairs the council",
            "according to",
            ("Most schools use translation software",),
        ),
    ),
    (
        "The regulator warned that the tools would fail.",
        Said("The regulator", "warned", ("the tools would fail",)),
    ),
    (
        "A reporter asked whether the law would pass.",
        Said("A reporter", "asked", ("whether the law would pass",)),
    ),
    (
        "Lena Ford declined to say whether the law would pass.",
        Said(FORD, "declined to say", ("whether the law would pass",)),
    ),
    (
        "The company did not say when the tests would start.",
        Said("The company", "did not say", ("when the tests would start",)),
    ),
    (
        "It was announced that the vote would be postponed.",
        Said("", "was announced", ("the vote would be postponed",)),
    ),
    (
        "Mina Holt believes the law is too weak.",
        Said("Mina Holt", "believes", ("the law is too weak",)),
    ),
]

ACTED = [
    (
        "Lena Ford called for stricter labels on synthetic images.",
        Said(FORD, "called for", ("stricter labels on synthetic images",)),
    ),
    (
        "Lena Ford has called for testing all systems before release.",
        Said(FORD, "has called for", ("testing all systems before release",)),
    ),
    (
        "Lena Ford called on the government to ban covert recording.",
        Said(FORD, "called on", ("the government to ban covert recording",)),
    ),
    (
        "The union urged ministers to delay the plan.",
        Said("The union", "urged", ("ministers to delay the plan",)),
    ),
    ("Lena Ford vowed to fight the bill.", Said(FORD, "vowed to", ("fight the bill",))),
    (
        "The ministry promised to publish its tests.",
        Said("The ministry", "promised to", ("publish its tests",)),
    ),
    (
        "The ministry pledged 40 million crowns for rural schools.",
        Said("The ministry", "pledged", ("40 million crowns for rural schools",)),
    ),
    (
        'Lena Ford denounced the "reckless race" during the debate.',
        Said(FORD, "denounced", ('the "reckless race"',)),
    ),
    (
        "The Green Party opposes the export of such systems.",
        Said("The Green Party", "opposes", ("the export of such systems",)),
    ),
    ("Ford is opposed to the bill.", Said("Ford", "is opposed to", ("the bill",))),
    (
        "The Green Party supports a ban on face recognition.",
        Said("The Green Party", "supports", ("a ban on face recognition",)),
    ),
    (
        "Ford is a staunch opponent of the bill.",
        Said("Ford", "is a staunch opponent of", ("the bill",)),
    ),
    (
        "The Northern Party (NP) supports a ban on face recognition.",
        Said("The Northern Party (NP)", "supports", ("a ban on face recognition",)),
    ),
    (
        "The bill was criticised by the union.",
        Said("the union", "was criticised", ("The bill",)),
    ),
    (
        "Lena Ford, a deputy from the north, presented a suggestion on curbing fake voices.",
        Said(
            "Lena Ford, a deputy from the north",
            "presented a suggestion on",
            ("curbing fake voices",),
        ),
    ),
    (
        "Lena Ford plans to submit a proposal on training teachers.",
        Said(FORD, "plans to", ("submit a proposal on training teachers",)),
    ),
    (
        "Lena Ford proposed a register of large models.",
        Said(FORD, "proposed", ("a register of large models",)),
    ),
    (
        "The regulator warned of a flood of forged letters.",
        Said("The regulator", "warned of", ("a flood of forged letters",)),
    ),
    (
        "The regulator warned against using such tools in hospitals.",
        Said("The regulator", "warned against", ("using such tools in hospitals",)),
    ),
    (
        "Lena Ford demanded that the test be repeated.",
        Said(FORD, "demanded", ("the test be repeated",)),
    ),
    (
        "The company did not rule out a delay.",
        Said("The company", "did not rule out", ("a delay",)),
    ),
    ("Lena Ford called the plan a disaster.", Said(FORD, "called", ("the plan a disaster",))),
    (
        "Critics voiced support for a longer trial.",
        Said("Critics", "voiced", ("support for a longer trial",)),
    ),
    (
        "Lena Ford left the hall, calling for a new vote.",
        Said(FORD, "calling for", ("a new vote",)),
    ),
    (
        "The debate went on for hours, with calls for better rules on hiring software.",
        Said("", "calls for", ("better rules on hiring software",)),
    ),
    (
        "The work report, which sets out next year's budget, pledges support for open models.",
        Said("The work report", "pledges", ("support for open models.",)),
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED + REPORTED + ACTED)
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
