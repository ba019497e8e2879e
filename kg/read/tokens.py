"""The words of the network as tokens of English: "U.S.", "'s", "1,000" and "O'Brien" are one each.

Comes in: a text and the words that the network reads, which end at every sign. Goes out: which of
them begin a token. The network has learned its syntax from spaCy's tokens; what stands for one of
them is its first word, and these expressions join words as spaCy's tokenizer does.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from kg.english.words import either
from kg.read.network.encode import Word

_SHORT = either("signs", "abbreviations")
_ONE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]*[\w/]"  # an address
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)\w+\.(?:com|org|gov|net|edu|io)(?!\w)"
    r"|(?<!\w)(?:[A-Za-z]\.){2,}"  # U.S.
    r"|(?<!\w)[A-Z]\.(?!\w)"  # J.
    rf"|(?<!\w)(?:{_SHORT})\."
    r"|(?<![A-Za-z])\d+(?:[.,:/]\d+)+"  # 1,000 or 3.5
    r"|(?<!\w)[A-Za-z]+-\d+s?(?!\w)"  # COVID-19
    r"|(?<!\w)[A-Za-z]{1,2}['’][A-Z]\w+"  # O'Brien
    r"|['’](?:s|re|ve|ll|d|m|t|S)(?!\w)"
    r"|(?<!\w)[A-Z]+&[A-Z]+"  # R&D
    r"|\.{2,}|-{2,}"
)


def token_starts(text: str, words: Sequence[Word]) -> np.ndarray:
    """Which words begin a token; the others belong to the one that began before."""
    begins = np.ones(len(words), dtype=bool)
    starts = [w.start for w in words]
    for match in _ONE.finditer(text):
        first = bisect_left(starts, match.start())
        begins[first + 1 : bisect_left(starts, match.end(), lo=first)] = False
    return begins
