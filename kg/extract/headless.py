"""Sentences whose verb the parser took for a noun: "The plan, which ..., pledges support for X".

Comes in: a parsed paragraph and which of its tokens are quoted. Goes out: Drafts. Called by
`attributions`. Summaries and leads are full of such sentences, and a reporting verb in the third
person ("pledges", "demands") reads like a plural.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.cues import ACT_OF_VERB, LEMMA_OF
from kg.extract.cues_frames import OBJECT
from kg.extract.drafts import Draft, joined, tokens_range, words_range

_REPORTING = OBJECT & ACT_OF_VERB.keys()


def headless(tokens: Sequence[Token], quoted: frozenset[int]) -> list[Draft]:
    """What such sentences report: all that follows the supposed noun."""
    drafts = []
    for verb in tokens:
        subject = _subject(verb) if _reads_like_plural(verb) and verb.i not in quoted else None
        if subject is None or subject.i in quoted:
            continue
        drafts.append(
            Draft(
                at=verb.idx,
                construction="headless",
                source=[tokens_range(verb.doc[subject.left_edge.i : subject.i + 1])],
                cue=joined([verb]),
                content=[words_range(verb.doc, verb.i + 1, verb.sent.end)],
            )
        )
    return drafts


def _reads_like_plural(token: Token) -> bool:
    if token.tag_ != "NNS" or LEMMA_OF.get(token.lower_) not in _REPORTING:
        return False
    behind_comma = token.i > token.sent.start and token.nbor(-1).text == ","
    return behind_comma and token.i + 1 < token.sent.end - 1


def _subject(verb: Token) -> Token | None:
    """The noun with a clause behind its comma that is left without a verb of its own."""
    root = verb.sent.root
    if root.pos_ in {"NOUN", "PROPN"} and root.i < verb.i:
        named = root  # the sentence has no verb at all
    elif verb.dep_ == "nsubj" and verb.i + 1 == verb.head.i:
        others = [c for c in verb.head.children if c.dep_ == "nsubj" and c.i < verb.i]
        if not others:
            return None
        named = others[0]  # the next verb has two subjects: one of them is a verb
    else:
        return None
    return named if named.nbor(1).text == "," else None
