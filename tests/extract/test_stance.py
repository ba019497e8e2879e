"""Stances: taken where act or wording says so, and nowhere else."""

import pytest

from kg.extract.meaning.stance.stances import stances_of
from kg.extract.meaning.topics.matcher import TopicMatcher
from schema.attribution import Act, Attribution, Mode, TopicMention
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
    found = stances_of(document, attribution, mentions, kinds=MATCHER.kinds)
    return {s.topic: s.polarity for s in found}


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
        (Act.CALLED_FOR, "rules on deepfakes", {"fakes": "opposes"}),
        (Act.CALLED_FOR, "a mark on all deepfakes", {"fakes": "opposes"}),
        (Act.CALLED_FOR, "stricter rules on personal data", {"privacy": "supports"}),
        (Act.OPPOSED, "limits to personal data", {"privacy": "opposes"}),
        (Act.SAID, "deepfakes must be banned", {"fakes": "opposes"}),
        (Act.SAID, "open models should not be banned", {"open": "supports"}),
        (Act.SAID, "AI regulation should be made law", {"rules": "supports"}),
        (Act.SAID, "deepfakes should be regulated", {"fakes": "opposes"}),
        (Act.SAID, "AI regulation is a mistake", {"rules": "opposes"}),
        (Act.SAID, "AI regulation is long overdue", {"rules": "supports"}),
        (Act.SAID, "small firms need AI regulation", {"rules": "supports"}),
        (Act.WANTED, "to ban deepfakes", {"fakes": "opposes"}),
        (Act.ANNOUNCED, "support for open models", {"open": "supports"}),
        (Act.PLEDGED, "an exemption for open models", {"open": "supports"}),
        (Act.CALLED_FOR, "parliament to withdraw the AI regulation", {"rules": "opposes"}),
        (Act.CALLED_FOR, "the state to protect voters against deepfakes", {"fakes": "opposes"}),
        (Act.SUPPORTED, "My office supports a ban on deepfakes", {"fakes": "opposes"}),
        (Act.OPPOSED, "I oppose a ban on open models", {"open": "supports"}),
        (Act.SAID, "AI regulation would stifle small firms", {"rules": "opposes"}),
        (Act.SAID, "AI regulation will not hurt anybody", {"rules": "supports"}),
        (Act.SAID, "AI regulation protects consumers", {"rules": "supports"}),
        (Act.SAID, "AI regulation is a tax on ideas", {"rules": "opposes"}),
        (Act.SAID, "it is essential to adopt rules for AI", {"rules": "supports"}),
        (Act.SAID, "the importance of rules for AI", {"rules": "supports"}),
        (Act.SAID, "the need to ban deepfakes", {"fakes": "opposes"}),
        (Act.SAID, "we are committed to rules for AI", {"rules": "supports"}),
        (Act.SAID, "open models must remain legal", {"open": "supports"}),
        (Act.SAID, "the country must address deepfakes", {"fakes": "opposes"}),
        (Act.SAID, "it rained and urged firms to adopt AI regulation", {"rules": "supports"}),
        (Act.CALLED_FOR, "that deepfakes be banned", {"fakes": "opposes"}),
        (Act.CALLED_FOR, "large models to be added to the rules for AI", {"rules": "supports"}),
        (Act.CALLED_FOR, "open models makers to adopt AI regulation", {"rules": "supports"}),
        (Act.CALLED_FOR, "stricter AI regulation on personal data", {"privacy": "supports"}),
        (Act.PLEDGED, "to build a training ground for open models", {"open": "supports"}),
        (Act.PLEDGED, "an exemption for firms that publish open models", {"open": "supports"}),
        (Act.ANNOUNCED, "that the office would launch open models", {"open": "supports"}),
        (Act.PROPOSED, "a law to prevent fraud with deepfakes", {"fakes": "opposes"}),
        (Act.DENOUNCED, "platforms of profiting from deepfakes", {"fakes": "opposes"}),
        (Act.WARNED, "that AI regulation would slow everybody down", {"rules": "opposes"}),
        (Act.DECLINED, "to back AI regulation", {"rules": "opposes"}),
        (Act.SAID, "AI regulation does not work", {"rules": "opposes"}),
        (Act.SAID, "the need for order and for the protection of personal data",
         {"privacy": "supports"}),
        (Act.CALLED_FOR, "AI regulation on deepfakes", {"rules": "supports", "fakes": "opposes"}),
        (Act.ANNOUNCED, "stricter rules for AI", {"rules": "supports"}),
        (Act.ANNOUNCED, "the repeal of AI regulation", {"rules": "opposes"}),
        (Act.CALLED_FOR, "that AI regulation be weakened", {"rules": "opposes"}),
        (Act.CALLED_FOR, "AI regulation to become a duty", {"rules": "supports"}),
        (Act.PLEDGED, "that the firm would submit models to rules for AI", {"rules": "supports"}),
    ],
)  # fmt: skip
def test_taken(act: Act, content: str, expected: dict[str, str]) -> None:
    assert sides(act, content) == expected


@pytest.mark.parametrize(
    ("act", "content"),
    [
        (Act.SAID, "deepfakes are everywhere"),
        (Act.SAID, "critics oppose AI regulation"),
        (Act.PLEDGED, "subsidies for firms that adopt large models"),
        (Act.NOTED, "support for open models in the region"),
        (Act.DENOUNCED, "such acts"),
        (Act.CALLED_FOR, "steps to prevent misuse of AI"),
        (Act.SUPPORTED, "the minister while deepfakes spread"),
        (Act.CALLED_FOR, "rules on open models"),
        (Act.OPPOSED, "a ban on deepfakes"),
        (Act.OPPOSED, "rules on deepfakes"),
        (Act.CALLED_FOR, "deepfakes"),
        (Act.SAID, "open models are a mistake"),
        (Act.SAID, "AI regulation is not a mistake"),
        (Act.SAID, "there is no need for AI regulation"),
        (Act.ANNOUNCED, "open models in spring"),
        (Act.SAID, "critics say that AI regulation is a mistake"),
        (Act.SAID, "if AI regulation is a mistake, it will be seen"),
        (Act.SAID, "should we adopt rules for AI?"),
        (Act.SAID, "the state does not plan to adopt rules for AI"),
        (Act.SAID, "open models would harm small firms"),
        (Act.CALLED_FOR, "a report on the working of AI regulation"),
        (Act.WARNED, "deepfakes"),
        (Act.ANNOUNCED, "that AI regulation had failed to pass"),
        (Act.DECLINED, "to comment on AI regulation"),
        (Act.OPPOSED, "I oppose a ban on deepfakes"),
    ],
)
def test_not_taken(act: Act, content: str) -> None:
    assert sides(act, content) == {}


def test_negation_turns_support_and_takes_the_side_from_the_rest() -> None:
    assert sides(Act.SUPPORTED, "open models", negated=True) == {"open": "opposes"}
    assert sides(Act.OPPOSED, "open models", negated=True) == {}
    assert sides(Act.PLEDGED, "support for open models", negated=True) == {}


@pytest.mark.parametrize(
    ("act", "content", "expected"),
    [
        (Act.OPPOSED, "it", {"rules": "opposes"}),
        (Act.SUPPORTED, "the plan", {"rules": "supports"}),
        (Act.CALLED_FOR, "parliament to pass it", {"rules": "supports"}),
        (Act.PLEDGED, "repeal the law", {"rules": "opposes"}),
        (Act.OPPOSED, "it would vote against", {"rules": "opposes"}),
        (Act.DENOUNCED, "the minister", {}),
        (Act.CALLED_FOR, "a treaty by the end of the year", {"rules": "supports"}),
        (Act.SAID, "the law would stifle small firms", {"rules": "opposes"}),
        (Act.SAID, "the vote was a good day for all", {"rules": "supports"}),
        (Act.SAID, "it would stifle small firms", {}),
        (Act.REPORTED, "AI regulation for harm done by machines", {}),
        (Act.SUPPORTED, "a long fight for what it is not easy to say in so few words as this", {}),
    ],
)
def test_an_object_that_points_back_has_the_topic_of_the_statement(
    act: Act, content: str, expected: dict[str, str]
) -> None:
    attribution = Attribution(
        content=(Span(0, len(content)),), mode=Mode.INDIRECT, act=act, topics=("rules",)
    )
    found = stances_of(written(content), attribution, (), kinds=MATCHER.kinds)
    assert {s.topic: s.polarity for s in found} == expected


@pytest.mark.parametrize(
    ("words", "topic", "expected"),
    [
        ("the project", "open", ["opposes"]),
        ("the law", "fakes", []),
        ("the law", "open", []),
    ],
)
def test_a_project_may_be_a_thing(words: str, topic: str, expected: list[str]) -> None:
    attribution = Attribution(
        content=(Span(0, len(words)),), mode=Mode.INDIRECT, act=Act.OPPOSED, topics=(topic,)
    )
    found = stances_of(written(words), attribution, (), kinds=MATCHER.kinds)
    assert [s.polarity for s in found] == expected


def test_rules_named_after_a_thing_say_nothing_of_it() -> None:
    words = "the drone bill"
    attribution = Attribution(
        content=(Span(0, len(words)),), mode=Mode.INDIRECT, act=Act.SUPPORTED, topics=("open",)
    )
    named = TopicMention(span=Span(4, len(words)), topic="open")
    assert stances_of(written(words), attribution, [named], kinds=MATCHER.kinds) == ()


def test_a_project_is_judged_as_measures_are() -> None:
    words = "the project would bring hundreds of jobs to the region"
    attribution = Attribution(content=(Span(0, len(words)),), mode=Mode.INDIRECT, topics=("open",))
    [stance] = stances_of(written(words), attribution, (), kinds=MATCHER.kinds)
    assert (stance.polarity, stance.reason) == (
        "supports",
        "the project would bring hundreds of jobs",
    )


def test_rules_named_after_a_harm_are_against_it() -> None:
    text = "Deepfake talk. She backs the deepfake law."
    start = text.index("the deepfake law")
    attribution = Attribution(
        content=(Span(start, len(text) - 1),),
        mode=Mode.INDIRECT,
        act=Act.SUPPORTED,
        topics=("fakes",),
    )
    rules = TopicMention(span=Span(start + 4, len(text) - 1), topic="fakes")
    [stance] = stances_of(written(text), attribution, [rules], kinds=MATCHER.kinds)
    assert (stance.polarity, stance.reason) == ("opposes", "the deepfake law")


def spoken(text: str, source: str, content: str, mode: Mode) -> list[str]:
    """The sides of a statement whose source stands in the same text."""
    document = written(text)
    at = [Span(text.index(w), text.index(w) + len(w)) for w in (source, content)]
    attribution = Attribution(source=at[:1], content=at[1:], mode=mode, topics=("rules",))
    found = stances_of(document, attribution, MATCHER.find(document), kinds=MATCHER.kinds)
    return [s.polarity for s in found]


def test_in_quotation_marks_others_are_no_speakers() -> None:
    words = ("He said it opposes AI regulation.", "He", "it opposes AI regulation")
    assert spoken(*words, Mode.INDIRECT) == ["opposes"]
    assert spoken(*words, Mode.DIRECT) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The minister", ["opposes"]),
        ("The ministry", ["opposes"]),
        ("Norr's head", ["opposes"]),
        ("The poet", []),
    ],
)
def test_who_speaks_for_a_country_may_name_it(source: str, expected: list[str]) -> None:
    content = "Norr opposes AI regulation"
    assert spoken(f"{source} said {content}.", source, content, Mode.INDIRECT) == expected


def test_the_plan_is_no_thing_that_is_discussed_nearby() -> None:
    words = "the plan"
    attribution = Attribution(
        content=(Span(0, len(words)),), mode=Mode.INDIRECT, act=Act.OPPOSED, topics=("open",)
    )
    assert stances_of(written(words), attribution, (), kinds=MATCHER.kinds) == ()


@pytest.mark.parametrize(("cue", "expected"), [("warned against", "opposes"), ("warned of", None)])
def test_who_warns_against_something_opposes_it(cue: str, expected: str | None) -> None:
    text = f"She {cue} AI regulation."
    start = text.index("AI")
    attribution = Attribution(
        cue=(Span(4, 4 + len(cue)),),
        content=(Span(start, len(text) - 1),),
        mode=Mode.INDIRECT,
        act=Act.WARNED,
        topics=("rules",),
    )
    document = written(text)
    found = stances_of(document, attribution, MATCHER.find(document), kinds=MATCHER.kinds)
    assert [s.polarity for s in found] == ([expected] if expected else [])


def test_a_topic_on_both_sides_gets_none() -> None:
    assert sides(Act.CALLED_FOR, "supporting open models and banning open models") == {}


def test_the_reason_is_words_of_the_text() -> None:
    content = "curbing the abuse\nof deepfakes everywhere"
    document = written(content)
    attribution = Attribution(
        content=(Span(0, len(content)),), mode=Mode.INDIRECT, act=Act.PROPOSED, topics=("fakes",)
    )
    [stance] = stances_of(document, attribution, MATCHER.find(document))
    assert stance.reason == "curbing the abuse of deepfakes"


def test_the_reason_holds_the_words_that_take_the_side() -> None:
    content = "AI regulation is, as all can see, a mistake; I do not support rules for AI"
    document = written(content)
    attribution = Attribution(
        content=(Span(0, len(content)),), mode=Mode.INDIRECT, topics=("rules",)
    )
    [stance] = stances_of(document, attribution, MATCHER.find(document), kinds=MATCHER.kinds)
    assert (stance.polarity, stance.reason) == ("opposes", "I do not support rules for AI")
