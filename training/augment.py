"""Vary what the network sees. In: windows of labelled words. Out: the same windows with other names
or hidden words.

The training corpus is about one election, in which two people are half of all speakers. Renaming
its people keeps the network from learning who speaks instead of how speech is reported.
"""

from __future__ import annotations

import random

from tokenizers import Tokenizer

from kg.read.network.encode import MASK, Word

RENAME_SHARE = 0.3
HIDE_SHARE = 0.04
_FREQUENT = """
trump clinton donald hillary obama barack michelle bernie sanders ted cruz marco rubio john kasich
mike pence tim kaine paul ryan mitt romney jeb bush bill comey kellyanne conway podesta gary johnson
jill stein ben carson chris christie rudy giuliani elizabeth warren newt gingrich reince priebus joe
biden mccain mcconnell harry reid putin ivanka melania manafort lewandowski bannon sean spicer jeff
sessions wallace carly fiorina chelsea huma
"""
_OTHERS = """
wei li wang zhang chen liu yang huang zhao wu xu sun zhu ma lin guo jun ming jie lei hua xin tao
feng yong kim lee park choi jung min soo hyun tanaka sato suzuki ito watanabe kenji yuki hiroshi
nguyen tran pham minh anh duc patel singh kumar sharma gupta rao priya anil arjun narendra modi khan
ahmed hassan ali fatima omar yusuf rahman ibrahim muller schmidt weber fischer klaus heinrich olaf
scholz angela anna sophie pierre jean dubois martin macron rossi bianchi giulia marco luca meloni
garcia lopez pedro sanchez maria carlos silva santos lula ana joao ursula breton vestager thierry
margrethe novak petrov ivan olga kowalski andrzej tusk larsen hansen lindqvist erik astrid van dijk
jansen mark rutte sunak starmer keir rishi altman sam musk elon hinton geoffrey bengio yoshua lecun
yann amodei dario zuckerberg pichai sundar nadella satya hassabis demis okafor ngozi adeyemi mbeki
cyril ramaphosa cohen levi netanyahu erdogan mehmet yilmaz prabowo widodo santoso marcos reyes anwar
albanese ardern trudeau smith jones brown taylor davies wilson evans roberts thomas walker wright
robinson thompson hughes edwards
"""
FREQUENT = frozenset(_FREQUENT.split())
POOL = tuple(_OTHERS.split())


class Augmenter:
    """Renames people and hides words, at random of the caller's making."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._pool = [tuple(tokenizer.encode(name, add_special_tokens=False).ids) for name in POOL]

    def __call__(self, found: list[Word], spelt: list[str], rng: random.Random) -> list[Word]:
        """The window `found`, spelt so, with some words changed; positions and tags stay."""
        if rng.random() < RENAME_SHARE:
            found = self._rename(found, spelt, rng)
        return [self._hide(w) if rng.random() < HIDE_SHARE else w for w in found]

    def _rename(self, found: list[Word], spelt: list[str], rng: random.Random) -> list[Word]:
        new = {name: rng.choice(self._pool) for name in sorted(FREQUENT.intersection(spelt))}
        return [_with(w, new[s]) if s in new else w for w, s in zip(found, spelt, strict=True)]

    @staticmethod
    def _hide(word: Word) -> Word:
        return _with(word, (MASK,) * len(word.ids))


def _with(word: Word, ids: tuple[int, ...]) -> Word:
    return word._replace(ids=ids)
