"""The extractors keep their floors on annotated news, and the scoring tells right from wrong."""

from pathlib import Path

import pytest

from kg.read.reading import Reading
from schema.attribution import Attribution, Extraction, Mode
from schema.span import Span
from tests.quality import floors
from tests.quality.polnear import floor
from tests.quality.polnear.score import Corpus, build, score
from training import brat


class Told:
    """An extractor that answers with the annotations themselves, less some of them."""

    name = "told"

    def __init__(self, corpus: Corpus, *, only: int) -> None:
        self.corpus, self.only = corpus, only

    def __call__(self, reading: Reading) -> Extraction:
        kept = self.corpus.annotated(Path(reading.document.source).stem).attributions[:: self.only]
        return Extraction(tool=self.name, attributions=tuple(map(self._one, kept)))

    def _one(self, gold: brat.Attribution) -> Attribution:
        roles = {k: tuple(Span(*s) for s in spans) for k, spans in vars(gold).items()}
        return Attribution(**roles, mode=Mode.MIXED)


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Corpus:
    return Corpus(shared / "data" / "polnear" / "dev", floor.EVERY)


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(floor.load()))
def test_the_extractor_keeps_its_floors(shared: Path, corpus: Corpus, name: str) -> None:
    shares = score(shared, build(name), corpus)
    assert not (worse := floors.broken(floor.load()[name], shares)), "; ".join(worse)


@pytest.mark.shared
def test_the_annotations_score_full_marks(shared: Path, corpus: Corpus) -> None:
    shares = score(shared, Told(corpus, only=1), corpus)
    assert shares["linked F1 all"] == shares["strict F1"] == 100.0


@pytest.mark.shared
def test_half_of_the_annotations_score_half_the_recall(shared: Path, corpus: Corpus) -> None:
    shares = score(shared, Told(corpus, only=2), corpus)
    assert shares["linked P"] == 100.0
    assert 40 < shares["linked R"] < 60


@pytest.mark.shared
def test_attitudes_can_be_left_out_of_the_annotations(shared: Path, corpus: Corpus) -> None:
    shares = score(shared, Told(corpus, only=1), corpus, reported_speech=True)
    assert shares["linked R"] == 100.0
    assert 70 < shares["linked P"] < 100  # what is told is all `said`, so its attitudes are extras


def test_worse_figures_break_their_floors_which_drop_only_when_told() -> None:
    held, worse = dict.fromkeys(floor.HELD, 60.0), dict.fromkeys(floor.HELD, 59.0)
    assert floors.broken(held, held) == []
    assert len(floors.broken(held, worse)) == len(floor.HELD)
    assert floors.merged(held, worse, lower=False) == held
    assert floors.merged(held, worse, lower=True) == worse
