"""The trained model behind the extractor's seam: what it adds, what it leaves alone."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.compose import build_extractor
from kg.protocols import Extractor
from kg.read.network.network import WEIGHTS
from kg.read.reading import read
from kg.settings import Settings
from kg.topics import load_scheme
from schema.attribution import Act, Attribution, Mode
from schema.document import BlockKind, Document, DocumentKind
from tests.extract.written import written
from tests.require import require

ARTICLE = (
    "“The new rules will protect children,” Digital Minister Ada Roe told reporters in Eastport on "
    "Monday. “Nobody has to fear them.”",
    "Roe said the government would publish a draft of the bill in May.",
    "According to the Centre for Machine Ethics, most chatbots ignore the current law.",
    "Critics of the bill fear that small firms will leave the country.",
)


@pytest.fixture(scope="module")
def extract() -> Extractor:
    """The extractor of the trained model."""
    require((WEIGHTS / "model.onnx").is_file(), "no model weights: training/README.md")
    return build_extractor(Settings(), load_scheme())


def words(document: Document, one: Attribution) -> tuple[str, str]:
    """Source and content as they stand in the text."""
    source, content = (
        " | ".join(s.of(document.text) for s in x) for x in (one.source, one.content)
    )
    return source, content


def test_an_article_is_understood(extract: Extractor) -> None:
    document = written(*ARTICLE)
    found = extract(read(document))
    told = [words(document, a) for a in found.attributions]
    assert found.tool == "model"
    assert "Ada Roe" in told[0][0]
    assert told[0][1] == "The new rules will protect children | Nobody has to fear them."
    assert "Centre for Machine Ethics" in told[2][0]
    assert "small firms will leave the country" in told[3][1]
    assert [a.mode for a in found.attributions][:2] == [Mode.DIRECT, Mode.INDIRECT]
    assert all(0 < a.confidence < 1 for a in found.attributions)


def test_acts_come_from_the_cue(extract: Extractor) -> None:
    document = written("The union of teachers denounced the plan to close three schools.")
    assert [a.act for a in extract(read(document)).attributions] == [Act.DENOUNCED]


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.FURNITURE, BlockKind.HEADLINE])
def test_only_content_speaks(extract: Extractor, kind: BlockKind) -> None:
    sentence = "Ada Roe said the government would publish a draft of the bill in May."
    document = written((sentence, kind), ARTICLE[2])
    outside = len(sentence)
    assert [a for a in extract(read(document)).attributions if a.content[0].start < outside] == []
    assert len(extract(read(written(sentence))).attributions) == 1


def test_turns_stay_whole(extract: Extractor) -> None:
    document = written(
        "MS. ROE:  The minister said the bill would pass, and I believe him.",
        "MR. HOLT:  We asked for the figures in May and never got them.",
        kind=DocumentKind.TRANSCRIPT,
    )
    told = [words(document, a) for a in extract(read(document)).attributions]
    assert [source for source, _ in told] == ["MS. ROE", "MR. HOLT"]


def test_links_and_line_breaks_are_no_words(extract: Extractor) -> None:
    plain = "Ada Roe said the government would publish a draft of the bill in May."
    marked = plain.replace("a draft", "[a draft](https://example.org/said-he)").replace(
        "in ", "in\n"
    )
    (one,), (other,) = (extract(read(written(t))).attributions for t in (plain, marked))
    assert (other.source, other.cue) == (one.source, one.cue)
    assert other.content[0].start == one.content[0].start


def test_deeds_are_left_out(extract: Extractor) -> None:
    assert (
        extract(read(written("The Order directs the agency to publish a list."))).attributions == ()
    )


def test_neither_order_nor_threads_change_a_result(extract: Extractor) -> None:
    documents = [written(*ARTICLE[:n]) for n in (1, 2, 3, 4)] + [written(), written("Nothing.")]
    alone = [extract(read(d)) for d in documents]
    shuffled = list(enumerate(documents))
    random.Random(3).shuffle(shuffled)  # noqa: S311
    with ThreadPoolExecutor(4) as pool:
        results = dict(pool.map(lambda pair: (pair[0], extract(read(pair[1]))), shuffled))
    assert [results[i] for i in range(len(documents))] == alone


PIECES = """said Ford the plan that calls for according to it which pledges support
adding he would Q " “ ” : , . — [a](b) <br>"""
PARAGRAPH = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=25).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(st.lists(PARAGRAPH | st.text(min_size=1, max_size=60).filter(str.strip), max_size=4))
def test_offsets_hold_for_any_text(extract: Extractor, paragraphs: list[str]) -> None:
    document = written(*paragraphs)
    for one in extract(read(document)).attributions:
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(document.text)
        assert any(c.isalnum() for s in one.content for c in s.of(document.text))
        assert one.content == tuple(sorted(one.content))
