"""Quotations join the attributions of their paragraph.

Comes in: a parsed paragraph and its Drafts. Goes out: the Drafts with each quotation in the one it
belongs to, the quotations left over, and the Draft that announces what the next paragraph holds.
Called by `attributions`.
"""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.direct import Passage, Speech, cue_before, cue_behind, draft_of, quotes, speeches
from kg.extract.drafts import Draft, Range, union
from kg.extract.labelled import labelled


def take_quotations(passage: Passage, drafts: list[Draft]) -> list[Range]:
    """Put each quotation into the Draft of its cue; return those for which no cue is found."""
    waiting: list[Speech] = []
    last: Draft | None = None
    for speech in speeches(passage):
        draft = _own(passage, speech, drafts)
        if draft is not None:
            for earlier in waiting:
                if not _count(passage.words, earlier.quote.after, speech.quote.before):
                    _add(draft, earlier)
            waiting, last = [], draft
        elif (near := _going_on(passage, speech, drafts, last)) is not None:
            _add(near, speech)
            last = near
        else:
            waiting.append(speech)
    return [_said(s) for s in waiting]


def announcing(passage: Passage, drafts: list[Draft]) -> Draft | None:
    """The attribution of a last sentence like "He wrote:", whose content comes further down."""
    sentence = [t for t in passage.tokens if not t.is_space]
    if not sentence or sentence[-1].text != ":" or sentence[-1].i not in passage.outside:
        return None
    start = sentence[-1].sent.start
    verbs = [t for t in sentence if t.i >= start and t.i in passage.outside and quotes(t)]
    return _of_verb(passage, verbs[-1], drafts) if verbs else None


def _own(passage: Passage, speech: Speech, drafts: list[Draft]) -> Draft | None:
    """The Draft of the verb, colon or dash beside the quotation, with the quotation in it."""
    verb = cue_behind(speech) or cue_before(speech)
    if verb is None:
        draft = labelled(speech)
        if draft is not None:
            drafts.append(draft)
        return draft
    draft = _of_verb(passage, verb, drafts)
    if draft.construction != "direct":  # what the parser made of the quotation is worth nothing
        draft.construction = "direct"
        behind = verb.idx > speech.quote.before
        draft.content = [] if behind else [c for c in draft.content if c[0] > verb.idx]
    _add(draft, speech)
    return draft


def _of_verb(passage: Passage, verb: Token, drafts: list[Draft]) -> Draft:
    known = next((d for d in drafts if d.at == verb.idx), None)
    if known is None:
        known = draft_of(passage, verb)
        drafts.append(known)
    return known


def _going_on(
    passage: Passage, speech: Speech, drafts: list[Draft], last: Draft | None
) -> Draft | None:
    """The attribution in the sentence right before, when the quotation begins a sentence."""
    if speech.before and speech.before[-1].text not in {",", ":"}:
        return None
    place = speech.quote.before
    near = [d for d in drafts if d.at < place and d.source and d.content]
    near += [last] if last is not None and last not in near else []
    near = [d for d in near if _count(passage.sentence_ends, _reach(d), place) <= 1]
    return max(near, key=lambda d: (d.construction == "direct", _width(d)), default=None)


def _reach(draft: Draft) -> int:
    return max(draft.at, *(end for _, end in draft.content))


def _width(draft: Draft) -> int:
    """Of attributions in one sentence the widest is the one that reports the others."""
    return sum(end - start for start, end in draft.content)


def _count(places: Sequence[int], start: int, end: int) -> int:
    """How many of some places in order lie between two."""
    return max(0, bisect_left(places, end) - bisect_left(places, start))


def _said(speech: Speech) -> Range:
    return speech.quote.start, speech.quote.end


def _add(draft: Draft, speech: Speech) -> None:
    draft.content = union([*draft.content, _said(speech)])
