"""Number the sentences and paragraphs of a text's words. In: text and words. Out: `Layout`."""

from __future__ import annotations

from collections.abc import Sequence

from kg.english.words import listed
from kg.extract.attributions.join import Layout
from kg.read.network.encode import Word

_END = frozenset(".!?")
_CLOSING = frozenset("\"”»'’)]")
_SHORT = listed("signs", "before a name")


def layout(text: str, words: Sequence[Word]) -> Layout:
    """A sentence ends at a full stop and what closes with it, unless an abbreviation or a small
    letter speaks against.
    """
    sentence, number, ended = [], 0, False
    for k, word in enumerate(words):
        first = text[word.start]
        if ended and first not in _CLOSING and first not in _END:
            number += not first.islower()
            ended = False
        elif k and word.paragraph != words[k - 1].paragraph:
            number += 1
            ended = False
        sentence.append(number)
        if first in _END and k and not _abbreviated(text, words, k):
            ended = True
    return Layout(sentence, [w.paragraph for w in words], [w.feature % 4 != 0 for w in words])


def _abbreviated(text: str, words: Sequence[Word], stop: int) -> bool:
    before = words[stop - 1]
    spelt = text[before.start : before.end]
    attached = before.end == words[stop].start
    return (
        attached
        and text[words[stop].start] == "."
        and (spelt.lower() in _SHORT or (len(spelt) == 1 and spelt.isupper()))
    )
