"""Stances: taken where act or wording says so, and nowhere else."""

import pytest

from kg.extract.stance import stances_of
from kg.extract.topics import TopicMatcher
from schema.attribution import Act, Attribution, Mode
from schema.span import Span
from tests.extract.schemes import SCHEME
from tests.extract.written import written

MATCHER = TopicMatcher(SCHEME)


def sides(act: Act, content: str, *, negated: bool = False) -> dict[str, str]:
    """Topic -> side of a statement with this act and content."""
    document = written(content)
    mentions = MATCHER.find(document)
    attribution = Attribution(
        content=(Span(0, len(content)),),
        mode=Mode.INDIRECT,
        act=act,
        negated=negated,
        topics=MATCHER.most_specific({m.topic for m in mentions}),
    )
    return {s.topic: s.polarity for s in stances_of(document, attribution, mentions)}


@pytest.mark.parametrize(
    ("act", "content", "expected"),
    [
        (Act.DENOUNCED, "deepfakes", {"fakes": "opposes"}),
        (Act.OPPOSED, "AI regulation", {"rules": "opposes"}),
        (Act.SUPPORTED, "open models", {"open": "supports"}),
        (Act.CALLED_FOR, "the establishment of rules for AI", {"rules": "supports"}),
        (Act.PLEDGED, "support for open models", {"open": "supports"}),
        (Act.PROPOSED, "curbing the abuse of deepfakes", {"fakes": "opposes"}),
        (Act.CALLED_FOR, "a ban on deepfakes", {"fakes": "opposes"}),
        (Act.OPPOSED, "a ban on open models", {"open": "supports"}),
        (Act.CALLED_FOR, "boosting open models and banning deepfakes",
         {"open": "supports", "fakes": "opposes"}),
        (Act.SAID, "we support AI regulation", {"rules": "supports"}),
        (Act.SAID, "I do not support open models", {"open": "opposes"}),
        (Act.SAID, "it opposes AI regulation", {"rules": "opposes"}),
        (Act.SAID, "the state must ban deepfakes", {"fakes": "opposes"}),
    ],
)  # fmt: skip
def test_taken(act: Act, content: str, expected: dict[str, str]) -> None:
    assert sides(act, content) == expected


@pytest.mark.parametrize(
    ("act", "content"),
    [
        (Act.SAID, "deepfakes are everywhere"),
        (Act.SAID, "critics oppose AI regulation"),
        (Act.CALLED_FOR, "rules on deepfakes"),
        (Act.CALLED_FOR, "a mark on all deepfakes"),
        (Act.PLEDGED, "subsidies for firms that adopt large models"),
        (Act.NOTED, "support for open models in the region"),
        (Act.DENOUNCED, "such acts"),
        (Act.CALLED_FOR, "steps to prevent misuse of AI"),
        (Act.SUPPORTED, "the minister while deepfakes spread"),
    ],
)
def test_not_taken(act: Act, content: str) -> None:
    assert sides(act, content) == {}


def test_negation_turns_the_side() -> None:
    assert sides(Act.SUPPORTED, "open models", negated=True) == {"open": "opposes"}


def test_a_topic_on_both_sides_gets_none() -> None:
    assert sides(Act.CALLED_FOR, "supporting deepfakes and banning deepfakes") == {}


def test_the_reason_is_words_of_the_text() -> None:
    content = "curbing the abuse\nof deepfakes everywhere"
    document = written(content)
    attribution = Attribution(
        content=(Span(0, len(content)),), mode=Mode.INDIRECT, act=Act.PROPOSED, topics=("fakes",)
    )
    [stance] = stances_of(document, attribution, MATCHER.find(document))
    assert stance.reason == "curbing the abuse of deepfakes"
