"""Topics: what matches in a text, and what a statement is about."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.meaning.topics.matcher import TopicMatcher
from kg.extract.meaning.topics.places import TopicPlaces
from schema.attribution import Attribution, Mode
from schema.document import BlockKind, Document
from schema.span import Span
from tests.extract.schemes import SCHEME, topic
from tests.extract.written import written

MATCHER = TopicMatcher(SCHEME)


def found(text: str) -> list[tuple[str, str]]:
    """Words and notations of all topics in a paragraph."""
    document = written(text)
    return [(m.span.of(document.text), m.topic) for m in MATCHER.find(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("large-scale AI models", [("large-scale AI models", "models")]),
        ("[plans](https://norr.example/large-scale-AI-models/) failed", []),
        ("Large scale AI Models", [("Large scale AI Models", "models")]),
        ("large-scale\nAI  models", [("large-scale\nAI  models", "models")]),
        ("open large models", [("open large models", "open")]),
        ("AI and ai", [("AI", "ai")]),
        ("the EXPO, an expo", [("EXPO", "export")]),
        ("AI's role, AI-powered", [("AI", "ai"), ("AI", "ai")]),
        ("deepfakes", [("deepfakes", "fakes")]),
        ("deepfakery, PAI, MAIN", []),
        (
            "large-scale artificial intelligence models",
            [("large-scale artificial intelligence models", "models")],
        ),
    ],
)
def test_matching(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_of_overlapping_forms_the_longer_stays_wherever_it_begins() -> None:
    scheme = SCHEME.model_copy(
        update={"topics": (topic("a", "safe model"), topic("b", "model cards and tests"))}
    )
    document = written("a safe model cards and tests")
    assert [m.topic for m in TopicMatcher(scheme).find(document)] == ["b"]


def test_only_content_counts() -> None:
    document = written(
        ("deepfakes", BlockKind.CAPTION), ("deepfakes", BlockKind.FURNITURE), "deepfakes"
    )
    assert [m.span.start for m in MATCHER.find(document)] == [document.text.rindex("deepfakes")]


def about(document: Document, content: str, source: str = "") -> tuple[str, ...]:
    """The topics of the statement with these words."""
    attribution = Attribution(
        source=(_place(document, source),) if source else (),
        content=(_place(document, content),),
        mode=Mode.INDIRECT,
    )
    return MATCHER.of_statement(
        document, attribution, TopicPlaces(document, MATCHER.find(document))
    )


def _place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("paragraphs", "content", "source", "expected"),
    [
        (["She said deepfakes harm AI."], "deepfakes harm AI", "She", ("fakes",)),
        (["She said large models and open models help."], "large models and open models", "",
         ("open",)),
        (["On deepfakes she said they must act."], "they must act", "", ("fakes",)),
        (["She spoke of deepfakes. She said laws help."], "laws help", "", ("fakes",)),
        (["AI helps, she said of deepfakes."], "AI helps", "", ("fakes",)),
        (["Swindlers used deepfakes.", "Sol denounced such acts."], "such acts", "Sol",
         ("fakes",)),
        (["Swindlers used deepfakes.", "Sol denounced the acts."], "the acts", "Sol", ()),
        (["Open models came.", "AI is for all, said the head."], "AI is for all", "the head",
         ("open",)),
        (["AI is for all, said Norr."], "AI is for all", "Norr", ("ai",)),
        (["It rained, said Norr."], "It rained", "Norr", ()),
    ],
)  # fmt: skip
def test_of_statement(
    paragraphs: list[str], content: str, source: str, expected: tuple[str, ...]
) -> None:
    assert about(written(*paragraphs), content, source) == expected


@pytest.mark.parametrize(
    ("text", "echoes"),
    [
        ("A deepfake bill came. She backs the bill.", [("the bill", "fakes")]),
        ("AI regulation came. They oppose the new law.", []),
        ("The deepfake bill came. They oppose the new law.", [("the new law", "fakes")]),
        ("The bill came. A deepfake bill followed.", []),
        ("Rules for AI came. Such rules help.", [("Such rules", "rules")]),
        ("A ban on deepfakes, then. He wants a ban.", [("a ban", "fakes")]),
        ("A deepfake bill came. She backs the bill on schools.", []),
        ("A deepfake bill came. She wrote a bill.", []),
        ("EXPO controls on deepfakes came. The controls fell.", [("The controls", "export")]),
        ("A deepfake bill and an EXPO bill came. The bill fell.", [("The bill", "export")]),
    ],
)
def test_a_paper_is_named_again_by_its_kind(text: str, echoes: list[tuple[str, str]]) -> None:
    labels = {label.lower() for t in SCHEME.topics for label in t.labels}
    assert [x for x in found(text) if x[0].lower() not in labels] == echoes


_PADDING = "The weather was fair, the harvest good and the roads dry for all who went to town."


@pytest.mark.parametrize(("padding", "expected"), [(2, ("fakes",)), (20, ())])
def test_in_a_document_about_other_things_what_stands_near_counts_no_more(
    padding: int, expected: tuple[str, ...]
) -> None:
    paragraphs = ["She spoke of deepfakes. She said laws help.", *[_PADDING] * padding]
    assert about(written(*paragraphs), "laws help") == expected


def test_a_body_named_after_a_topic_is_not_the_topic() -> None:
    document = written("The Deepfake Office met. It rained, said Norr.")
    assert about(document, "It rained") == ()


def test_a_data_centre_is_no_body() -> None:
    scheme = SCHEME.model_copy(
        update={"topics": (topic("ai", "AI"), topic("halls", "data centre", broader="ai"))}
    )
    document = written("A data centre came. It rained, said Norr.")
    matcher = TopicMatcher(scheme)
    rained = Attribution(content=(_place(document, "It rained"),), mode=Mode.INDIRECT)
    assert matcher.of_statement(
        document, rained, TopicPlaces(document, matcher.find(document))
    ) == ("halls",)


def test_a_turn_has_its_topic_from_the_question_and_none_from_the_document() -> None:
    turns = ["Q Why are deepfakes spreading?", "NORR: We do not know.", "SOL: Good evening."]
    document = written(*turns).model_copy(update={"headline": "Deepfakes everywhere"})
    turn = [
        Attribution(
            source=(_place(document, who),),
            cue=(Span(*(_place(document, who).end + n for n in (0, 1))),),
            content=(_place(document, words),),
            mode=Mode.INDIRECT,
        )
        for who, words in (("NORR", "We do not know"), ("SOL", "Good evening"))
    ]
    mentions = MATCHER.find(document)
    assert [MATCHER.of_statement(document, t, TopicPlaces(document, mentions)) for t in turn] == [
        ("fakes",),
        (),
    ]


def test_the_headline_is_asked_last() -> None:
    document = written("It rained, said Norr.").model_copy(
        update={"headline": "Deepfakes everywhere"}
    )
    assert about(document, "It rained") == ("fakes",)


def test_the_main_topic_of_a_document_stands_in_when_nothing_nearer_is_named() -> None:
    deepfakes = ["Deepfakes spread.", "A deepfake came.", "Deepfakes are banned."]
    assert about(written("It rained, said Norr.", *deepfakes), "It rained") == ("fakes",)
    assert about(written("It rained, said Norr.", *deepfakes[:2]), "It rained") == ()


@given(st.text(alphabet="AIai lrge-sco mdepfkx\n’'ıİſ", max_size=60))
def test_mentions_are_labels_in_order_and_apart(text: str) -> None:
    spans = [m.span for m in MATCHER.find_in(text, Span(0, len(text)))]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.sampled_from([label for t in SCHEME.topics for label in t.labels]), st.booleans())
def test_every_label_finds_its_topic(label: str, spaced: bool) -> None:
    text = label.replace("-", " ") if spaced else label
    [mention] = MATCHER.find_in(f"on {text}.", Span(0, len(text) + 4))
    assert label in SCHEME.by_notation()[mention.topic].labels
