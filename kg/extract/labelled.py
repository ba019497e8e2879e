"""Quotations with a bare name: Name: "...", and "..." — Name, title.

Comes in: a quotation with the words around it. Goes out: a Draft with the name as source and the
colon or dash as cue. Called by `spoken` when no verb says who speaks.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.direct import DASHES, Speech
from kg.extract.drafts import Draft

_MOST_WORDS = 16  # "Name, title of the institution"; anything longer is a sentence


def labelled(speech: Speech) -> Draft | None:
    """The attribution of a quotation to the name before its colon or behind its dash."""
    before, behind = speech.before, speech.behind
    if before and before[-1].text in {":", *DASHES} and _names(before[:-1]):
        return _draft("colon", before[:-1], before[-1], speech)
    if behind and behind[0].text in DASHES and _names(behind[1:]) and not before:
        return _draft("dash", behind[1:], behind[0], speech)
    return None


def _names(tokens: Sequence[Token]) -> bool:
    """Whether the words are a name with a title at most, and no sentence."""
    if not 0 < len(tokens) <= _MOST_WORDS or any(t.pos_ in {"VERB", "AUX"} for t in tokens):
        return False
    return any(t.pos_ == "PROPN" for t in tokens) and tokens[0].text[0].isupper()


def _draft(kind: str, name: Sequence[Token], mark: Token, speech: Speech) -> Draft:
    return Draft(
        at=mark.idx,
        construction=kind,
        source=[(name[0].idx, name[-1].idx + len(name[-1]))],
        cue=[(mark.idx, mark.idx + len(mark))],
        content=[(speech.quote.start, speech.quote.end)],
    )
