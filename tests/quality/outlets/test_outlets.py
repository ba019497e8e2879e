"""AI-policy news of many outlets: the gold is sound, the scoring can fail, the floors hold."""

import pytest

from kg.extract.attributions.modes import mode_of
from kg.read.quoted import quoted_mask
from schema.attribution import Act, Attribution
from schema.document import Document
from schema.entity import Actor, ActorKind
from schema.linked import LinkedAttribution
from schema.span import Span
from tests.extract.written import written
from tests.quality import floors
from tests.quality.outlets import score
from tests.quality.outlets.gold import GoldDocument, GoldStatement, digest, load_gold

DOCUMENT = written("Ada Oru said that the fund will open. She denied it.")


def span(words: str) -> Span:
    start = DOCUMENT.text.index(words)
    return Span(start, start + len(words))


def gold(*, optional: bool = False) -> GoldDocument:
    wanted = GoldStatement(
        source=(span("Ada Oru"),),
        cue=(span("said"),),
        content=(span("that the fund will open"),),
        speaker="Ada Oru",
        act=Act.SAID,
        optional=optional,
    )
    return GoldDocument(doc="x", held_out=False, statements=(wanted,))


def found(content: str, *, name: str = "Ada Oru", source: str = "Ada Oru") -> LinkedAttribution:
    parts = (span(content),)
    mode = mode_of(DOCUMENT.text, quoted_mask(DOCUMENT), parts)
    one = Attribution(source=(span(source),), cue=(span("said"),), content=parts, mode=mode)
    return LinkedAttribution(attribution=one, speaker=Actor(name=name, kind=ActorKind.PERSON))


def judged(*given: LinkedAttribution, optional: bool = False) -> dict[str, float]:
    document: Document = DOCUMENT
    return score.figures([score.judge(document, given, gold(optional=optional))])


def test_all_is_right() -> None:
    right = judged(found("the fund will open"))
    assert right == {"precision": 100, "recall": 100, "F1": 100, "speaker right": 100,
                     "speaker wrong": 0, "act right": 100}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "figure"),
    [
        (found("open"), "recall"),
        (found("the fund will open", source="She"), "precision"),
        (found("the fund will open", name="Bo Sol"), "speaker right"),
    ],
)
def test_what_is_wrong_costs(given: LinkedAttribution, figure: str) -> None:
    assert judged(given)[figure] == 0


def test_an_optional_statement_counts_for_nothing() -> None:
    assert judged(found("the fund will open"), optional=True)["precision"] == 0
    assert judged(optional=True)["recall"] == 0


def test_the_gold_points_at_words_of_its_texts() -> None:
    for document in load_gold():
        text = document.path.read_bytes().decode("utf-8")
        assert "invented" in text.splitlines()[-1], document.doc
        for statement in document.statements:
            for place in statement.spans():
                assert place.of(text).strip(), (document.doc, place)


def test_floor() -> None:
    held = score.FLOOR.load()
    if held["digest"] != digest():
        pytest.fail("the texts have changed: run python -m tests.quality.outlets.score --write")
    worse = floors.broken(held["figures"], score.figures(score.measure()))
    assert not worse, "; ".join(worse)


def test_floors_only_drop_when_told() -> None:
    held, worse = {"F1": 50.0, "speaker wrong": 5.0}, {"F1": 40.0, "speaker wrong": 6.0}
    assert floors.merged(held, worse, lower=False) == held
    assert floors.merged(held, worse, lower=True) == worse
    assert len(floors.broken(held, worse)) == 2
