"""Turn a text into what the network reads. In: a text. Out: words and windows of
sub-words.

Nothing is ever searched for again in the text: every word keeps the code-point offsets the
tokenizer gave it. The training reads texts in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from kg.english.quotes import quotations

CLS, SEP, BREAK, MASK = (
    101,
    102,
    1,
    103,
)  # BREAK is [unused0]: the network learns it as the end of a paragraph
_STOPS = frozenset(".!?")
WINDOW = 254  # sub-words a window holds beside CLS and SEP
FEATURES = 20
LETTERS = 4  # features below this are of signs and numbers
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
# Replacements keep the length, so offsets stay true. All double marks look alike: what a mark does
# comes as a feature.
_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„«»\uff02", '"'), **dict.fromkeys("‘’", "'"), "―": "—", "–": "—"}
)
_TWO = ("''", "``")  # old typesetting: two single marks stand for one double
_TWO_SINGLE = re.compile("|".join(_TWO))


class Word(NamedTuple):
    """A word or punctuation mark at `start:end` of the text."""

    start: int
    end: int
    ids: tuple[int, ...]
    feature: int
    paragraph: int
    stop: bool = False
    """Whether a sentence may end with it."""


@dataclass(frozen=True)
class Window:
    """Input of one run of the network; `first[k]` is the position of the first sub-word of word
    `begin + k`.
    """

    begin: int
    ids: np.ndarray
    features: np.ndarray
    first: np.ndarray


def words(text: str, tokenizer: Tokenizer) -> list[Word]:
    """The words of a text in order."""
    roles = _quote_roles(text)
    encoding = tokenizer.encode(_canonical(text), add_special_tokens=False)
    found: list[Word] = []
    paragraph, last_end = 0, 0
    ids, offsets = encoding.ids, encoding.offsets
    for _, pieces in groupby(range(len(ids)), key=encoding.word_ids.__getitem__):
        held = list(pieces)  # the sub-words of one word
        start, end = offsets[held[0]][0], offsets[held[-1]][1]
        paragraph += "\n" in text[last_end:start]
        end += text[start : start + 2] in _TWO
        spelt = text[start:end]
        feature = 4 * _letter_case(spelt) + roles[start]
        sub_words = tuple(ids[held[0] : held[-1] + 1])
        found.append(Word(start, end, sub_words, feature, paragraph, spelt in _STOPS))
        last_end = end
    return found


def hide(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """The text with masked regions overwritten by line breaks: they end a paragraph.

    Offsets stay as they are.
    """
    for start, end in masked:
        text = text[:start] + "\n" * (min(end, len(text)) - start) + text[end:]
    return text


def window(found: Sequence[Word], begin: int, end: int) -> Window:
    """The words `begin:end` as network input."""
    ids, features, first = [CLS], [0], []
    for k in range(begin, end):
        word = found[k]
        if k > begin and word.paragraph != found[k - 1].paragraph:
            ids.append(BREAK)
            features.append(0)
        first.append(len(ids))
        ids.extend(word.ids)
        features.extend([word.feature] * len(word.ids))
    ids.append(SEP)
    features.append(0)
    return Window(begin, np.array(ids), np.array(features), np.array(first))


def new_paragraphs(found: Sequence[Word]) -> np.ndarray:
    """Which words start a paragraph."""
    numbers = np.array([w.paragraph for w in found])
    return np.diff(numbers, prepend=-1) > 0


def costs(found: Sequence[Word]) -> np.ndarray:
    """Running total of sub-words, paragraph breaks included: `costs[j] - costs[i]` bounds the words
    `i:j`.
    """
    each = [
        len(w.ids) + (k > 0 and w.paragraph != found[k - 1].paragraph) for k, w in enumerate(found)
    ]
    return np.concatenate([[0], np.cumsum(each, dtype=np.int64)])


def packed(found: Sequence[Word], most: Callable[[], int]) -> list[tuple[int, int]]:
    """Ranges of words, each at most `most()` sub-words long, that begin where a paragraph does.

    What belongs together is read together, and nothing twice. A longer paragraph is cut behind the
    sentences that fit, or where it must be.
    """
    total, fresh = costs(found), new_paragraphs(found)
    begin, cut = 0, []
    while begin < len(found):
        fits = int(np.searchsorted(total, total[begin] + most(), side="right")) - 1
        end = _cut(found, fresh, begin, min(max(begin + 1, fits), len(found)))
        cut.append((begin, end))
        begin = end
    return cut


def _cut(found: Sequence[Word], fresh: np.ndarray, begin: int, end: int) -> int:
    """The best place for an end after `begin` and up to `end`."""
    if end == len(found):
        return end
    paragraph = next((k for k in range(end, begin, -1) if fresh[k]), None)
    return paragraph or next((k for k in range(end, begin, -1) if found[k - 1].stop), end)


def _canonical(text: str) -> str:
    return _TWO_SINGLE.sub('" ', text).translate(_ALIKE)


def _quote_roles(text: str) -> bytearray:
    """The role of each character; OUTSIDE is zero."""
    roles = bytearray(len(text) + 1)
    for quote in quotations(text):
        for role, start, end in (
            (OPENING, quote.before, quote.start),
            (INSIDE, quote.start, quote.end),
            (CLOSING, quote.end, quote.after),
        ):
            roles[start:end] = bytes([role]) * (end - start)
    return roles


@lru_cache(maxsize=65536)
def _letter_case(word: str) -> int:
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.istitle() or (word[0].isupper() and word[1:].islower()):
        return 2
    return 3 if word.isupper() and len(word) > 1 else 4
