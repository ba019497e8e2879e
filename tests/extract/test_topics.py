"""Topics: what matches in a text, and what a statement is about."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.topics import TopicMatcher
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
        ("Large scale AI Models", [("Large scale AI Models", "models")]),
        ("large-scale\nAI  models", [("large-scale\nAI  models", "models")]),
        ("open large models", [("open large models", "open")]),
        ("AI and ai", [("AI", "ai")]),
        ("the EXPO, an expo", [("EXPO", "export")]),
        ("AI's role, AI-powered", [("AI", "ai"), ("AI", "ai")]),
        ("deepfakes", [("deepfakes", "fakes")]),
        ("deepfakery, PAI, MAIN", []),
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
    return MATCHER.of_statement(document, attribution, MATCHER.find(document))


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
