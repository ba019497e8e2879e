"""Turn a text into what the network reads. In: a text. Out: words and windows of
sub-words.

Nothing is ever searched for again in the text: every word keeps the code-point offsets the
tokenizer gave it. Called by `predict` and by the training, so that both see the same input.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from tokenizers import Tokenizer

from kg.extract.quotes import quotations

CLS, SEP, BREAK, MASK = (
    101,
    102,
    1,
    103,
)  # BREAK is [unused0]: the network learns it as the end of a paragraph
WINDOW = 254  # sub-words a window holds beside CLS and SEP
STRIDE = 192
FEATURES = 20
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
# Replacements keep the length, so offsets stay true. All double marks look alike: what a mark does
# comes as a feature.
_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„«»\uff02", '"'), **dict.fromkeys("‘’", "'"), "―": "—", "–": "—"}
)
_TWO = ("''", "``")  # old typesetting: two single marks stand for one double
_TWO_SINGLE = re.compile("|".join(_TWO))


@dataclass(frozen=True)
class Word:
    """A word or punctuation mark at `start:end` of the text."""

    start: int
    end: int
    ids: tuple[int, ...]
    feature: int
    paragraph: int


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
    for start, end, ids in _grouped(encoding):
        paragraph += "\n" in text[last_end:start]
        end += text[start : start + 2] in _TWO
        feature = 4 * _letter_case(text[start:end]) + int(roles[start])
        found.append(Word(start, end, tuple(ids), feature, paragraph))
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


def windows(found: Sequence[Word]) -> list[Window]:
    """Overlapping windows over all words, each as long as the network takes."""
    total = costs(found)
    begin, cut = 0, []
    while begin < len(found):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + WINDOW, side="right")) - 1)
        cut.append(window(found, begin, end))
        if end == len(found):
            break
        begin = min(max(begin + 1, int(np.searchsorted(total, total[begin] + STRIDE))), end)
    return cut


def _canonical(text: str) -> str:
    return _TWO_SINGLE.sub('" ', text).translate(_ALIKE)


def _quote_roles(text: str) -> np.ndarray:
    roles = np.zeros(len(text) + 1, dtype=np.int8)
    for quote in quotations(text):
        roles[quote.before : quote.start] = OPENING
        roles[quote.start : quote.end] = INSIDE
        roles[quote.end : quote.after] = CLOSING
    return roles


def _grouped(encoding: object) -> list[tuple[int, int, list[int]]]:
    """Sub-words of one word joined: (start, end, ids)."""
    groups: list[tuple[int, int, list[int]]] = []
    last = None
    triples = zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True)  # type: ignore[attr-defined]
    for piece, (start, end), word in triples:
        if word == last and groups:
            begun, _, ids = groups[-1]
            groups[-1] = (begun, end, [*ids, piece])
        else:
            groups.append((start, end, [piece]))
        last = word
    return groups


@lru_cache(maxsize=65536)
def _letter_case(word: str) -> int:
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.istitle() or (word[0].isupper() and word[1:].islower()):
        return 2
    return 3 if word.isupper() and len(word) > 1 else 4
