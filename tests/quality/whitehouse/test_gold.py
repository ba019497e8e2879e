"""The gold is well formed and points into its texts, and the pipeline keeps its floors on it."""

import json
from pathlib import Path

import pytest

from kg.topics import load_scheme
from schema.attribution import ATTITUDES, Act, Attribution, Mode, Stance
from schema.entity import Actor, ActorKind
from schema.errors import DocumentError
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from tests.quality import floors
from tests.quality.whitehouse import scorer
from tests.quality.whitehouse.gold import (
    FILE,
    GoldAttribution,
    GoldDocument,
    digest,
    load_gold,
)
from tests.quality.whitehouse.score import FLOOR, HELD, errors, figures, judge, measure

TEXT = "Ada Oru [said](https://a.example/x) that robots need rules. She plans to go."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def wanted(*, act: Act = Act.SAID, speaker: str | None = "Ada Oru") -> GoldDocument:
    one = GoldAttribution.model_validate(
        {
            "source": [span("Ada Oru")],
            "cue": [span("said")],
            "content": [span("that robots need rules")],
            "speaker": [span(speaker)] if speaker else None,
            "act": act,
            "negated": False,
            "topics": ["robotics"],
            "stances": [{"topic": "robotics", "stance": "supports"}],
            "attitude": act in ATTITUDES,
        }
    )
    return GoldDocument(file="a.md", sha256="", attributions=(one,))


def found(
    content: str = "that robots need rules",
    *,
    source: str = "Ada Oru",
    act: Act = Act.SAID,
    name: str = "Ada Oru",
) -> Linked:
    attribution = Attribution(
        source=(span(source),),
        content=(span(content),),
        mode=Mode.INDIRECT,
        act=act,
        topics=("robotics",),
        stances=(Stance(topic="robotics", polarity="supports", reason="need"),),
    )
    speaker = Actor(name=name, kind=ActorKind.PERSON)
    one = LinkedAttribution(attribution=attribution, speaker=speaker)
    return Linked(tool="t", attributions=(one,))


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    """The annotated texts, by file."""
    return {gold.file: gold.text(shared) for gold in load_gold()}


def test_it_is_large_and_varied_enough() -> None:
    gold = load_gold()
    files = [g.file for g in gold]
    assert len(files) == 40
    assert files == sorted(set(files))
    assert len({f.split("/")[0] for f in files}) >= 8
    assert len({f.split("/")[1][:4] for f in files}) >= 5
    assert sum(len(g.attributions) for g in gold) >= 120
    assert sum(not g.attributions for g in gold) >= 3


def test_it_holds_offsets_and_no_words_of_the_texts() -> None:
    acts = {str(act) for act in Act}
    topics = {t.notation for t in load_scheme().topics}
    for line in FILE.read_text("utf-8").splitlines():
        record = json.loads(line)
        assert set(record) == {"file", "sha256", "attributions"}
        for one in record["attributions"]:
            words = [v for v in one.values() if isinstance(v, str)] + one["topics"]
            words += [s["topic"] for s in one["stances"]]
            assert set(words) <= acts | topics


def test_attitudes_are_the_acts_that_are_no_speech() -> None:
    for gold in load_gold():
        for one in gold.attributions:
            assert one.attitude == (one.act in ATTITUDES), gold.file
            assert {s.topic for s in one.stances} <= set(one.topics), gold.file


def test_no_statement_stands_twice() -> None:
    for gold in load_gold():
        places = [(a.source, a.cue, a.content) for a in gold.attributions]
        assert len(places) == len(set(places)), gold.file


def test_every_span_fits_its_text_and_is_trimmed(texts: dict[str, str]) -> None:
    for gold in load_gold():
        text = texts[gold.file]
        for start, end in (s for a in gold.attributions for s in a.spans()):
            assert 0 <= start < end <= len(text), (gold.file, start, end)
            assert text[start:end] == text[start:end].strip(), (gold.file, start, end)


def test_spans_begin_and_end_at_words(texts: dict[str, str]) -> None:
    for gold in load_gold():
        for start, end in (s for a in gold.attributions for s in a.spans()):
            around = f" {texts[gold.file]} "[start : end + 2]
            assert not (around[0].isalnum() and around[1].isalnum()), (gold.file, start, end)
            assert not (around[-1].isalnum() and around[-2].isalnum()), (gold.file, start, end)


def test_parts_of_a_content_are_in_order_and_apart() -> None:
    for gold in load_gold():
        for one in gold.attributions:
            for before, after in zip(one.content, one.content[1:], strict=False):
                assert before.end <= after.start, gold.file


def test_a_text_that_has_changed_is_refused(shared: Path) -> None:
    changed = load_gold()[0].model_copy(update={"sha256": "0"})
    with pytest.raises(DocumentError, match="not the text"):
        changed.text(shared)


def test_the_gold_against_itself_is_perfect(shared: Path, texts: dict[str, str]) -> None:
    module = scorer.load_scorer(shared)
    judged = []
    for gold in load_gold():
        read = (
            LinkedAttribution(
                attribution=Attribution(
                    source=a.source, cue=a.cue, content=a.content, mode=Mode.MIXED, act=a.act
                )
            )
            for a in gold.attributions
        )
        judged.append(
            judge(module, texts[gold.file], gold, Linked(tool="gold", attributions=tuple(read)))
        )
    shares = figures(module, tuple(judged))
    assert shares["linked F1 all"] == shares["strict F1"] == 100.0
    assert shares["act of linked"] == 100.0


def test_what_is_right_of_a_linked_statement_is_counted(shared: Path) -> None:
    module = scorer.load_scorer(shared)
    right = figures(module, (judge(module, TEXT, wanted(), found()),))
    assert {n: v for n, v in right.items() if n.endswith("of linked")} == dict.fromkeys(
        (f"{n} of linked" for n in ("act", "speaker", "stance", "stance precision", "topic")), 100.0
    )
    wrong = found(act=Act.DENIED, name="Bo Tilde")
    judged = (judge(module, TEXT, wanted(), wrong),)
    shares = figures(module, judged)
    assert shares["linked F1 all"] == 100.0
    assert shares["act of linked"] == shares["speaker of linked"] == 0.0
    assert [e.split("\t")[0] for e in errors(judged)] == [
        "act said -> denied",
        "speaker Ada Oru -> Bo Tilde",
    ]


@pytest.mark.parametrize(
    "prediction",
    [found("to go"), found(source="She"), found(act=Act.PLANNED)],
    ids=["other content", "other source", "an attitude"],
)
def test_what_is_not_linked(shared: Path, prediction: Linked) -> None:
    module = scorer.load_scorer(shared)
    judged = (judge(module, TEXT, wanted(), prediction),)
    assert figures(module, judged)["linked F1 all"] == 0.0
    assert "missed" in {e.split("\t")[0] for e in errors(judged)}


def test_attitudes_are_left_out_on_both_sides(shared: Path) -> None:
    module = scorer.load_scorer(shared)
    judged = judge(module, TEXT, wanted(act=Act.PLANNED), found(act=Act.PLANNED))
    assert (judged.wanted, judged.found) == ((), ())


def test_nobody_is_right_where_nobody_can_be_named(shared: Path) -> None:
    module = scorer.load_scorer(shared)
    judged = judge(module, TEXT, wanted(speaker=None), found())
    assert figures(module, (judged,))["speaker of linked"] == 0.0


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a [b](https://c.example) <br>d", "a [b" + " " * 25 + "d"),
        ("“one\ntwo”", "“one two”"),
        ("“one\n\ntwo", "“one\n\ntwo"),
        ("“one\n- two", "“one\n- two"),
    ],
    ids=["markup", "wrapped", "paragraphs", "list"],
)
def test_the_scorer_reads_words_and_paragraphs(text: str, read: str) -> None:
    assert scorer.plain(text) == read


def test_the_pipeline_keeps_its_floors(shared: Path) -> None:
    held = FLOOR.load()
    if held["digest"] != digest():
        pytest.fail("the gold has changed: run python -m tests.quality.whitehouse.score --write")
    _, shares = measure(shared)
    assert not (worse := floors.broken(held["figures"], shares)), "; ".join(worse)


def test_worse_figures_break_their_floors_which_drop_only_when_told() -> None:
    held, worse = dict.fromkeys(HELD, 60.0), dict.fromkeys(HELD, 59.0)
    assert floors.broken(held, held) == []
    assert len(floors.broken(held, worse)) == len(HELD)
    assert floors.merged(held, worse, lower=False) == held
    assert floors.merged(held, worse, lower=True) == worse
