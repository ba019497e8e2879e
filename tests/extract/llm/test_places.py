"""Answered words become passages: verbatim, the right occurrence, or dropped and counted."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.llm.answer import Answer
from kg.extract.llm.places import Placed, placed
from kg.extract.llm.windows import windows
from kg.read.reading import read
from schema.document import Document
from schema.span import Span
from tests.extract.llm.model_server import Body, attribution
from tests.extract.written import written


def place(document: Document, *answered: Body) -> list[Placed]:
    (window,) = windows(read(document))
    answer = Answer.model_validate_json(json.dumps({"attributions": answered}))
    return list(placed(answer, window))


def starts(document: Document, spans: tuple[Span, ...]) -> list[tuple[int, str]]:
    return [(s.start, s.of(document.text)) for s in spans]


def test_parts_are_placed_where_they_stand() -> None:
    document = written('"We will wait," Ada Roe said, "for now."')
    (one,) = place(document, attribution("Ada Roe", "said", "We will wait", "for now."))
    assert starts(document, one.content) == [(1, "We will wait"), (31, "for now.")]
    assert starts(document, one.source) == [(16, "Ada Roe")]
    assert starts(document, one.cue) == [(24, "said")]
    assert (one.stands, one.invented) == (True, 0)


def test_the_second_of_two_equal_sentences_is_placed_second() -> None:
    document = written("He said the law is dead.", "She agreed.", "He said the law is dead.")
    same = attribution("He", "said", "the law is dead")
    first, second = place(document, same, same)
    at = document.text.index("He", 3)
    assert (first.source[0].start, first.cue[0].start, first.content[0].start) == (0, 3, 8)
    assert (second.source[0].start, second.cue[0].start) == (at, at + 3)
    assert second.content[0].start == at + 8


def test_a_repeated_source_and_cue_are_the_ones_beside_the_content() -> None:
    document = written("She said yes. She said no, and she said so twice.")
    (one,) = place(document, attribution("She", "said", "no"))
    assert (one.source[0].start, one.cue[0].start) == (14, 18)


def test_words_inside_the_content_are_not_the_source() -> None:
    document = written('"He knows what he said," Roe said. He left.')
    (one,) = place(document, attribution("He", "said", "He knows what he said"))
    assert starts(document, one.source) == [(document.text.rindex("He"), "He")]
    assert starts(document, one.cue) == [(document.text.rindex("said"), "said")]


def test_order_places_a_short_content() -> None:
    document = written("Roe said no. Then Day said yes. Then Roe said no.")
    answered = [
        attribution(w, "said", c) for w, c in (("Roe", "no"), ("Day", "yes"), ("Roe", "no"))
    ]
    found = place(document, *answered)
    assert [p.content[0].start for p in found] == [9, 27, 46]
    assert [p.source[0].start for p in found] == [0, 18, 37]


@pytest.mark.parametrize(
    ("answered", "stands", "invented"),
    [
        (attribution("Roe", "said", "the law is gone"), False, 1),
        (attribution("Ada Roe", "said", "the law is dead"), True, 1),
        (attribution("Ada Roe", "told", "the law is dead"), False, 2),
        (attribution("Roe", "said", "the law is dead", "for good"), True, 1),
        (attribution("Roe", "said", "The law is dead"), False, 1),
        (attribution("Roe", "said", "the law is de"), False, 1),
        (attribution(None, "said", "the law is dead"), True, 0),
        ({"source": [], "cue": [], "content": ["the law is dead"]}, False, 0),
        ({"source": ["Roe"], "cue": ["said"], "content": []}, False, 0),
    ],
)
def test_what_is_not_in_the_text_is_dropped_and_counted(
    answered: Body, stands: bool, invented: int
) -> None:
    (one,) = place(written("Roe said that the law is dead."), answered)
    assert (one.stands, one.invented) == (stands, invented)


def test_a_content_over_two_paragraphs_has_two_parts() -> None:
    document = written("Roe said: “We wait.", "“Then we act.”")
    (one,) = place(document, attribution("Roe", "said", "We wait.\n\n“Then we act."))
    assert [s.of(document.text) for s in one.content] == ["We wait.", "“Then we act."]


SAID = st.fixed_dictionaries(
    {
        part: st.lists(st.text(st.sampled_from("Roe said no\n "), max_size=9), max_size=3)
        for part in ("source", "cue", "content")
    }
)


@settings(max_examples=100, deadline=None)
@given(st.lists(SAID, max_size=4))
def test_every_passage_holds_the_words_that_were_answered(answered: list[Body]) -> None:
    document = written("Roe said no.", "Said no Roe no, said Roe: no said.")
    for body, one in zip(answered, place(document, *answered), strict=True):
        for part in ("source", "cue", "content"):
            said = {s.strip() for string in body[part] for s in string.split("\n")}
            assert {s.of(document.text) for s in getattr(one, part)} <= said
