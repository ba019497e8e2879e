"""The gold is well formed and points into its texts, and the linker keeps its floors on it."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.attribution import Attribution, Mode
from schema.document import Document
from schema.entity import Actor, ActorKind
from schema.linked import Linked, LinkedAttribution
from schema.span import Span
from tests.quality import floors
from tests.quality.speakers.corpus import folder, load_document
from tests.quality.speakers.gold import FILE, GoldSource, comparable, digest, load_gold
from tests.quality.speakers.score import FLOOR, Outcome, judge, score, shares
from training.brat import read_corpus

TEXT = "Ada Oru spoke. Oru said it. Bo left, a clerk said. The Norr Bank agreed."
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def source(words: str, *, name: str | None, kind: str = "person", also: str = "") -> GoldSource:
    return GoldSource(
        doc="a",
        source=(span(words),),
        cue=(),
        content=(span("it"),),
        form="surname",
        kind=kind,
        name=(span(name),) if name else None,
        also=(span(also),) if also else (),
    )


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    """The texts that the gold points into, by document."""
    documents = sorted({g.doc for g in load_gold()})
    return {d: load_document(folder(shared) / "text" / f"{d}.txt").text for d in documents}


def outcome(gold: GoldSource, speaker: Actor | None) -> Outcome:
    document = Document(source="a", text=TEXT, modified=NOW)
    attribution = Attribution(source=gold.source, content=gold.content, mode=Mode.INDIRECT)
    linked = Linked(
        tool="t", attributions=(LinkedAttribution(attribution=attribution, speaker=speaker),)
    )
    (judged,) = judge(document, linked, [gold])
    return judged.outcome


def test_it_is_large_and_hard_enough() -> None:
    gold = list(load_gold())
    forms = Counter(g.form for g in gold)
    documents = Counter(g.doc for g in gold)
    assert len(gold) >= 400
    assert 2 * (forms["pronoun"] + forms["nominal"]) >= len(gold)
    assert len(documents) >= 50
    assert max(documents.values()) <= 12
    assert len({d.split("_")[0] for d in documents}) == 7


def test_each_source_stands_once() -> None:
    places = Counter((g.doc, g.source) for g in load_gold())
    assert [p for p, n in places.items() if n > 1] == []


def test_a_name_is_missing_exactly_where_the_speaker_is_unknown() -> None:
    assert [g for g in load_gold() if (g.name is None) != (g.kind == "unknown")] == []
    assert [g for g in load_gold() if g.name is None and g.also] == []


def test_it_holds_offsets_and_no_words_of_the_corpus() -> None:
    for line in FILE.read_text("utf-8").splitlines():
        record = json.loads(line)
        words = {k for k, v in record.items() if isinstance(v, str)}
        assert words == {"doc", "form", "kind"}


def test_every_span_fits_its_text(texts: dict[str, str]) -> None:
    for gold in load_gold():
        text = texts[gold.doc]
        for role in (gold.source, gold.cue, gold.content, gold.name or (), gold.also):
            for start, end in role:
                assert 0 <= start < end <= len(text), (gold.doc, start, end)
                assert text[start:end].strip(), (gold.doc, start, end)
        assert "" not in gold.names(text)


def test_names_begin_and_end_at_words(texts: dict[str, str]) -> None:
    for gold in load_gold():
        text = texts[gold.doc]
        for start, end in (*(gold.name or ()), *gold.also):
            around = f" {text} "[start : end + 2]
            assert not (around[0].isalnum() and around[1].isalnum()), text[start:end]
            assert not (around[-1].isalnum() and around[-2].isalnum()), text[start:end]


def test_every_source_is_one_that_the_corpus_annotates(shared: Path) -> None:
    annotated = {
        (d.name, a.source, a.cue, a.content)
        for d in read_corpus(folder(shared))
        for a in d.attributions
    }
    assert [g for g in load_gold() if (g.doc, g.source, g.cue, g.content) not in annotated] == []


def test_the_linker_keeps_its_floors(shared: Path) -> None:
    held = FLOOR.load()
    if held["digest"] != digest():
        pytest.fail("the gold has changed: run python -m tests.quality.speakers.score --write")
    worse = floors.broken(held["figures"], shares(score(shared)))
    assert not worse, "; ".join(worse)


def test_worse_figures_break_their_floors() -> None:
    held = {"right": 80.0, "wrong": 10.0}
    assert floors.broken(held, {"right": 80.0, "wrong": 10.0}) == []
    assert len(floors.broken(held, {"right": 79.0, "wrong": 11.0})) == 2


def test_floors_only_drop_when_told() -> None:
    held, worse = {"right": 80.0, "wrong": 10.0}, {"right": 70.0, "wrong": 20.0}
    assert floors.merged(held, worse, lower=False) == held
    assert floors.merged(held, worse, lower=True) == worse


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Oru", Outcome.RIGHT),
        ("ADA ORU", Outcome.RIGHT),
        ("Oru", Outcome.WRONG),
        ("Bo", Outcome.WRONG),
        (None, Outcome.NOT_FOUND),
    ],
)
def test_a_known_speaker(name: str | None, expected: Outcome) -> None:
    speaker = Actor(name=name, kind=ActorKind.PERSON) if name else None
    assert outcome(source("Oru said", name="Ada Oru"), speaker) is expected


def test_an_unknown_speaker_is_nobody() -> None:
    unknown = source("a clerk", name=None, kind="unknown")
    assert outcome(unknown, None) is Outcome.RIGHT
    assert outcome(unknown, Actor(name="clerk", kind=ActorKind.GROUP)) is Outcome.WRONG


def test_a_lone_surname_may_stay_unknown() -> None:
    lone = source("Bo left", name="Bo")
    assert outcome(lone, None) is Outcome.RIGHT
    assert outcome(lone, Actor(name="Ada Oru", kind=ActorKind.PERSON)) is Outcome.WRONG


def test_an_article_makes_no_difference_and_other_names_count() -> None:
    bank = source("The Norr Bank", name="The Norr Bank", kind="organization", also="Norr")
    for name in ("Norr Bank", "the Norr Bank", "Norr"):
        assert outcome(bank, Actor(name=name, kind=ActorKind.ORGANIZATION)) is Outcome.RIGHT


@given(st.text(alphabet="abthe OSé'’.-\n", max_size=30).filter(comparable))
def test_an_article_in_front_never_changes_what_is_compared(name: str) -> None:
    once = comparable(name)
    assert comparable(f"The {once}") == once
