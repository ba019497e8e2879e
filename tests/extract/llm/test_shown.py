"""What the model is shown keeps the place of every character; words are found exactly or not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.llm.shown import Shown
from kg.read.reading import read
from schema.document import Document
from tests.extract.written import written


def shown(text: str) -> tuple[Document, Shown]:
    document = written("Before it.", text)
    return document, Shown.of(document, read(document).paragraphs[1])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It’s “hard”, he said.", "It’s “hard”, he said."),
        ("Two  blanks and\u00a0a hard one.", "Two  blanks and\u00a0a hard one."),
        ("A line\nthat goes \r\n  on.", "A line that goes on."),
        ("The *AI Act*, she said.", "The AI Act, she said."),
        ("[The ministry](https://m.example/a) said no.", "The ministry said no."),
        ("“Café” 🤖 it said.", "“Café” 🤖 it said."),
    ],
)
def test_only_line_breaks_and_markup_are_folded(text: str, seen: str) -> None:
    document, it = shown(text)
    assert it.text == seen
    kept = [(c, at) for c, at in zip(it.text, it.offsets, strict=True) if not c.isspace()]
    assert [document.text[at] for _, at in kept] == [c for c, _ in kept]


def test_words_over_a_line_break_are_found_by_their_exact_passage() -> None:
    document, it = shown("He said the law\n  is dead.")
    (span,) = it.find("the law is dead")
    assert span.of(document.text) == "the law\n  is dead"


@pytest.mark.parametrize(
    "words", ["The law", "the  law", "the law is dead!", "he", "law is dea", "the\nlaw", "", " "]
)
def test_what_differs_in_one_character_is_not_found(words: str) -> None:
    _, it = shown("Then the law is dead.")
    assert it.find(words) == []


def test_all_places_are_found_and_no_part_of_a_word() -> None:
    document, it = shown("The other said: he thinks he knows; he does.")
    starts = [s.start for s in it.find("he")]
    assert starts == [m.start() for m in re.finditer(r"\bhe\b", document.text)]
    assert len(it.find(":")) == 1


WORDS = st.lists(st.text(st.sampled_from("aé“.‘*🤖[]<"), min_size=1, max_size=4), max_size=8)


@settings(max_examples=60, deadline=None)
@given(WORDS.filter(any), st.sampled_from([" ", "\n", "  ", "\u00a0", " \n "]), st.data())
def test_any_words_that_are_shown_are_found_where_they_stand(
    words: list[str], blank: str, data: st.DataObject
) -> None:
    text = blank.join(words)
    document = written(text) if text.strip() == text else written(f"x {text} x")
    it = Shown.of(document, read(document).paragraphs[0])
    cuts = [0, *(m.end() for m in re.finditer(r"\s", it.text)), len(it.text)]
    start = data.draw(st.sampled_from(cuts))
    part = it.text[start : data.draw(st.sampled_from([c for c in cuts if c >= start]))].strip()
    found = it.find(part)
    assert bool(found) == bool(part)
    for span in found:
        plain = re.sub(r"\s+", "", span.of(document.text))
        assert [c for c in part if not c.isspace()] == _without_markup(plain, part)


def _without_markup(passage: str, part: str) -> list[str]:
    """The passage's characters without those that the part does not show, in order."""
    wanted = iter(c for c in part if not c.isspace())
    kept, want = [], next(wanted, None)
    for char in passage:
        if char == want:
            kept.append(char)
            want = next(wanted, None)
    return kept
