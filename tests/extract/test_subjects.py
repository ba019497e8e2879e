"""The subject of a cue without a source, on sentences written for it."""

import pytest

from kg.extract.attributions.subjects import with_subjects
from kg.read.reading import read
from tests.extract.written import candidate, written


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        (
            "Ada Roe answered the critics by saying the law was late.",
            "saying",
            "the law was late",
            "Ada Roe",
        ),
        (
            "Ada Roe met the drafters and came away convinced that rules will come.",
            "came away",
            "that rules will come",
            "Ada Roe",
        ),
        (
            "The minister read the report, which left little doubt that chips are scarce.",
            "left",
            "that chips are scarce",
            "the report which",
        ),
        ("The song was written by Ada Roe in May.", "was written", "The song", "Ada Roe"),
        ("The calls for better rules have grown.", "calls for", "better rules", ""),
        ("The bill was praised in May.", "was praised", "The bill", ""),
    ],
)
def test_the_subject_of_the_cue_becomes_the_source(
    text: str, cue: str, content: str, source: str
) -> None:
    document = written("The council met on Monday.", text)
    (found,) = with_subjects(read(document), [candidate(document, cue=cue, content=content)])
    assert " ".join(s.of(document.text) for s in found.source) == source
    assert found.guessed == bool(source)


def test_a_source_that_was_found_stays() -> None:
    document = written("Ada Roe said the law was late.")
    known = candidate(document, source="Ada", cue="said", content="the law was late")
    assert list(with_subjects(read(document), [known])) == [known]
