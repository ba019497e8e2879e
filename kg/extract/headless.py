"""Sentences whose verb the parser took for a noun: "The plan, which ..., pledges support for X".

Comes in: a parsed paragraph and which of its tokens are quoted. Goes out: Drafts. Called by
`attributions`. Bulleted summaries and leads are full of such sentences, and a reporting verb in
the third person ("pledges", "calls", "plans") reads like a plural.
"""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.cues import ACT_OF_VERB, LEMMA_OF, OBJECT
from kg.extract.drafts import Draft, joined, tokens_range, words_range


def headless(doc: Doc, quoted: frozenset[int]) -> list[Draft]:
    """What is reported by sentences that the parser left without a verb."""
    drafts = []
    for sentence in doc.sents:
        subject = sentence.root
        verb = _verb(sentence)
        if verb is None or subject.i in quoted or verb.i in quoted:
            continue
        content = doc[verb.i + 1 : sentence.end]
        drafts.append(
            Draft(
                at=verb.idx,
                construction="headless",
                source=[tokens_range(doc[subject.left_edge.i : subject.i + 1])],
                cue=joined([verb]),
                content=[words_range(doc, content.start, content.end)],
            )
        )
    return drafts


def _verb(sentence: TokenSpan) -> Token | None:
    """The supposed noun behind the comma that ends the root's relative clause or apposition."""
    root = sentence.root
    if root.pos_ not in {"NOUN", "PROPN"} or root.i + 1 >= sentence.end:
        return None
    if root.nbor(1).text != ",":
        return None
    for token in sentence.doc[root.i + 2 : sentence.end - 1]:
        supposed = token.tag_ == "NNS" and token.nbor(-1).text == ","
        if supposed and LEMMA_OF.get(token.lower_) in OBJECT & ACT_OF_VERB.keys():
            return token
    return None
