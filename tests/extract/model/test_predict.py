"""The whole model on invented sentences: `kg.extract.attributions.tag`. Needs the weights."""

import random

import pytest

from kg.extract.attributions.tag import WEIGHTS, Tagger
from kg.extract.candidate import Candidate
from tests.require import require

ARTICLE = (
    "“The new rules will protect children,” Digital Minister Ada Roe told reporters in Lisbon on "
    "Monday. “Nobody has to fear them.”\n\n"
    "Roe said the government would publish a draft of the artificial intelligence bill in May, and "
    "added that companies would have two years to comply.\n\n"
    "According to the Center for Machine Ethics, most chatbots ignore the current law.\n\n"
)


@pytest.fixture(scope="module")
def model() -> Tagger:
    """The model of the package."""
    require((WEIGHTS / "model.onnx").is_file(), "no model weights: training/README.md")
    return Tagger.load()


def _spelt(text: str, found: list[Candidate]) -> list[tuple[str, str]]:
    def part(ranges: tuple[tuple[int, int], ...]) -> str:
        return " | ".join(text[start:end] for start, end in ranges)

    return [(part(a.source), part(a.content)) for a in found]


def test_plain_reporting_is_understood(model: Tagger) -> None:
    told = _spelt(ARTICLE, model.predict(ARTICLE))
    sources = [source for source, _ in told]
    assert "Ada Roe" in sources[0]
    assert "The new rules will protect children" in told[0][1]
    assert "Nobody has to fear them" in told[0][1]
    assert any("two years to comply" in content for _, content in told)
    assert "Center for Machine Ethics" in sources[-1]


def test_confidence_is_a_probability(model: Tagger) -> None:
    assert all(0 < a.confidence < 1 for a in model.predict(ARTICLE))


def test_ranges_are_plain_numbers_in_order(model: Tagger) -> None:
    for a in model.predict(ARTICLE):
        ends = [bound for ranges in a.content for bound in ranges]
        assert ends == sorted(ends)
        assert all(type(bound) is int for bound in ends)


def test_the_same_text_gives_the_same_whatever_came_before(model: Tagger) -> None:
    texts = [ARTICLE, ARTICLE * 5, "Nothing is said here.", ARTICLE.upper()]
    alone = {text: model.predict(text) for text in texts}
    random.Random(1).shuffle(texts)  # noqa: S311
    assert {text: model.predict(text) for text in texts} == alone


def test_two_threads_give_what_one_gives(model: Tagger) -> None:
    assert Tagger.load(threads=2).predict(ARTICLE * 3) == model.predict(ARTICLE * 3)


def test_masked_regions_are_never_part_of_an_attribution(model: Tagger) -> None:
    menu = "Roe said: Home News Sport\n\n"
    text = menu + ARTICLE
    found = model.predict(text, [(0, len(menu))])
    assert found
    bounds = [s for a in found for ranges in (a.source, a.cue, a.content) for s, _ in ranges]
    assert min(bounds) >= len(menu)


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "“", "\u0000", "a" * 5000, "李强表示，规则即将出台。"]
)
def test_odd_texts_do_no_harm(model: Tagger, text: str) -> None:
    for a in model.predict(text):
        assert all(0 <= s < e <= len(text) for s, e in (*a.source, *a.cue, *a.content))
