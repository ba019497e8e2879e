"""Contents reach to the end of their phrase, and never into what belongs to others."""

from dataclasses import replace

import pytest

from kg.extract.attributions.longer import continued, resumed, whole
from kg.extract.candidate import Pass
from kg.read.reading import read
from schema.document import Document, DocumentKind
from tests.extract.written import candidate, written


def longer(document: Document, step: Pass, **parts: str) -> list[str]:
    """The contents of one candidate of the document after a pass."""
    (found,) = step(read(document), [candidate(document, **parts)])
    return [s.of(document.text) for s in found.content]


@pytest.mark.parametrize(
    ("text", "content", "longer_one"),
    [
        ("The leaders welcomed the summit, which opened in May.", "the summit",
         "the summit, which opened in May"),
        ("The leaders welcomed the talks, held in Norrstad.", "the talks",
         "the talks, held in Norrstad"),
        ("The leaders welcomed the help offered by their partners.", "the help offered",
         "the help offered by their partners"),
        ("The leaders welcomed the summit in May.", "the summit in May", "the summit in May"),
        ('The leaders welcomed "the summit", which opened in May.', '"the summit"',
         '"the summit"'),
    ],
)  # fmt: skip
def test_end(text: str, content: str, longer_one: str) -> None:
    published = {"outlet": "Norr Ministry", "kind": DocumentKind.REPORT}
    document = written(text).model_copy(update=published)
    told = longer(document, whole, source="The leaders", cue="welcomed", content=content)
    assert told == [longer_one]


def test_an_aside_in_news_is_the_writer_s() -> None:
    document = written("The leaders welcomed the talks, which nobody had expected.")
    told = longer(document, whole, source="The leaders", cue="welcomed", content="the talks")
    assert told == ["the talks"]


def test_what_another_says_stays_his() -> None:
    document = written("The leaders welcomed the plan which Norrland praised.")
    one = candidate(document, source="The leaders", cue="welcomed", content="the plan")
    other = candidate(document, source="Norrland", cue="praised", content="which")
    first, _ = whole(read(document), [one, other])
    assert first == one


def test_a_clause_goes_on_behind_the_cue() -> None:
    document = written("The fund is late, she added, and the schools will wait.")
    told = longer(document, resumed, source="she", cue="added", content="The fund is late")
    assert told == ["The fund is late", "and the schools will wait"]


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    document = written("“The fund is late,” she said. “The schools will wait.” Nobody came.")
    told = longer(document, continued, source="she", cue="said", content="The fund is late")
    assert told == ["The fund is late", "The schools will wait."]


def test_a_quotation_of_another_does_not() -> None:
    document = written("“The fund is late,” she said. “The schools will wait,” Holt wrote.")
    one = candidate(document, source="she", cue="said", content="The fund is late")
    other = candidate(document, source="Holt", cue="wrote", content="The schools will wait")
    assert list(continued(read(document), [one, other])) == [one, replace(other)]
