"""The subject of a cue without a source, on sentences written for it."""

import pytest

from kg.read.reading import analyse
from kg.extract.attributions.subjects import with_subject
from schema.attribution import Attribution, Mode
from schema.document import Document
from schema.span import Span
from tests.extract.written import written


def left_alone(document: Document, cue: str, content: str) -> Attribution:
    """An attribution of the document without a source."""
    cue_at, content_at = document.text.index(cue), document.text.index(content)
    return Attribution(
        source=(),
        cue=(Span(cue_at, cue_at + len(cue)),),
        content=(Span(content_at, content_at + len(content)),),
        mode=Mode.INDIRECT,
    )


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
    found = with_subject(left_alone(document, cue, content), analyse(document))
    assert " ".join(s.of(document.text) for s in found.source) == source


def test_a_source_that_was_found_stays() -> None:
    document = written("Ada Roe said the law was late.")
    one = left_alone(document, "said", "the law was late")
    known = one.model_copy(update={"source": (Span(0, 3),)})
    assert with_subject(known, analyse(document)) == known
