"""Words, windows and features: `kg.read.network.encode`."""

import numpy as np
import pytest

from kg.read.network import encode
from kg.read.network.encode import CLOSING, INSIDE, OPENING, OUTSIDE
from tests.extract.model.small_tokenizer import small_tokenizer

TOKENIZER = small_tokenizer()
TEXTS = [
    "The minister said rules are coming.",
    "“Rules are coming,” she said. ''The rules.''",
    "Gruß aus Łódź — naïve café, Émile’s 𝔘nicode 李强 said.",
    "One.\r\n\r\nTwo\u00a0three.\n\nFour",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_cover_every_visible_character_once_and_in_order(text: str) -> None:
    found = encode.words(text, TOKENIZER)
    covered = [k for w in found for k in range(w.start, w.end)]
    assert covered == [k for k, c in enumerate(text) if not c.isspace()]


def test_words_know_their_case_and_their_place_in_a_quotation() -> None:
    found = encode.words("He said “New RULES” x1", TOKENIZER)
    roles = [w.feature % 4 for w in found]
    assert roles == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]
    assert [w.feature // 4 for w in found] == [2, 1, 0, 2, 3, 0, 1]


def test_straight_and_curly_marks_read_alike() -> None:
    curly = encode.words("“Yes,” she said.", TOKENIZER)
    straight = encode.words('"Yes," she said.', TOKENIZER)
    assert [(w.ids, w.feature) for w in curly] == [(w.ids, w.feature) for w in straight]


def test_a_masked_region_has_no_words_and_ends_the_paragraph() -> None:
    text = "She said rules MENU HOME are coming"
    start = text.index("MENU")
    found = encode.words(encode.hide(text, [(start, start + 9)]), TOKENIZER)
    assert [text[w.start : w.end] for w in found] == ["She", "said", "rules", "are", "coming"]
    assert [w.paragraph for w in found] == [0, 0, 0, 1, 1]


def test_a_mask_beyond_the_text_is_cut() -> None:
    assert encode.hide("abc", [(1, 99)]) == "a\n\n"


def _packed(found: list[encode.Word]) -> list[tuple[int, int]]:
    return encode.packed(found, lambda: encode.WINDOW)


def test_every_word_is_read_once_and_no_window_grows_too_long() -> None:
    found = encode.words("\n\n".join(TEXTS * 40), TOKENIZER)
    cut = _packed(found)
    assert [k for a, b in cut for k in range(a, b)] == list(range(len(found)))
    assert all(len(encode.window(found, a, b).ids) <= encode.WINDOW + 2 for a, b in cut)


def test_windows_begin_with_a_paragraph() -> None:
    found = encode.words("\n\n".join(TEXTS * 40), TOKENIZER)
    fresh = encode.new_paragraphs(found)
    assert all(fresh[a] for a, _ in _packed(found))


def test_a_paragraph_longer_than_a_window_is_cut_behind_a_sentence() -> None:
    found = encode.words("She said that the rules are coming soon. " * 60, TOKENIZER)
    cut = _packed(found)
    assert len(cut) > 1
    assert all(found[b - 1].ids == found[8].ids for _, b in cut)


def test_a_window_holds_the_words_sub_words_and_the_paragraph_breaks() -> None:
    found = encode.words("The rules\n\nare coming", TOKENIZER)
    window = encode.window(found, 0, 4)
    assert window.ids[0] == encode.CLS
    assert window.ids[-1] == encode.SEP
    assert list(window.ids).count(encode.BREAK) == 1
    assert [int(window.ids[k]) for k in window.first] == [w.ids[0] for w in found]


def test_a_word_longer_than_a_window_stands_alone() -> None:
    found = encode.words("a " + "x" * 90 + " b", TOKENIZER)
    long = encode.Word(0, 1, tuple(range(300)), 0, 0)
    assert _packed([found[0], long, found[-1]]) == [(0, 1), (1, 2), (2, 3)]


def test_no_words_no_windows() -> None:
    assert encode.words(" \n ", TOKENIZER) == []
    assert _packed([]) == []
    assert np.array_equal(encode.costs([]), [0])
