"""Attributions without a reporting verb: "according to X", "calls for X", "voiced support for X".

Comes in: a parsed paragraph and which of its tokens are quoted speech. Goes out: Drafts.
Called by `attributions`.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.cues import ACT_OF_NOUN, LEMMA_OF, LIGHT, STANDING
from kg.extract.drafts import Draft, joined, tokens_range, words_range
from kg.extract.reported import cue_of
from kg.extract.sources import noun_phrase, source_of
from kg.extract.speakers import can_speak
from kg.extract.syntax import lemma

_COMPLEMENTS = frozenset({"for", "on", "to", "of", "about", "against", "over", "that", "in", "at"})
# A verb in one of these places is only a part of what somebody is quoted for.
_PART_OF = frozenset(
    {
        "advcl",
        "acl",
        "xcomp",
        "pcomp",
        "relcl",
        "conj",
        "dep",
        "prep",
        "pobj",
        "dobj",
        "attr",
        "appos",
    }
)
# Nouns that report even without a verb, and the words that must follow.
_CALLING = {
    **dict.fromkeys(("call", "calls", "plea", "pleas", "appeals"), "for"),
    **dict.fromkeys(("pledge", "pledges", "promise", "promises", "vow", "vows"), "to"),
    **dict.fromkeys(("commitment", "commitments"), "to"),
}


def phrases(tokens: Sequence[Token], quoted: frozenset[int]) -> list[Draft]:
    """What nouns and "according to" attribute, in order."""
    drafts: list[Draft] = []
    for token in tokens:
        if token.i in quoted:
            continue
        if token.lower_ == "according":
            drafts += _according(token)
        elif token.pos_ == "NOUN" and lemma(token).lower() in STANDING:
            drafts += _standing(token)
        elif token.pos_ == "NOUN" and lemma(token).lower() in ACT_OF_NOUN:
            drafts += _nominal(token)
    return drafts


def _according(cue: Token) -> Iterator[Draft]:
    to = next((c for c in cue.children if c.lower_ == "to"), None)
    named = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or named is None:
        return
    source = noun_phrase(named)
    content = _rest_of_clause(cue, source)
    if content:
        yield Draft(
            at=cue.idx,
            construction="according",
            source=[tokens_range(source)],
            cue=joined([cue, to]),
            content=content,
        )


def _rest_of_clause(cue: Token, source: TokenSpan) -> list[tuple[int, int]]:
    """The sentence or clause around "according to X", before and behind it."""
    above = cue.head
    while above.dep_ in _PART_OF and above.head is not above:
        above = above.head
    start, end = above.left_edge.i, above.right_edge.i + 1
    ranges = [(start, min(cue.i, end)), (max(source.end, start), end)]
    return [words_range(cue.doc, *r) for r in ranges if r[1] - r[0] > 1]


def _nominal(noun: Token) -> Iterator[Draft]:
    verb = noun.head if noun.dep_ == "dobj" else None
    complement = _complement(noun, noun.children)
    if complement is None and verb is not None:  # exchanged views / on X
        complement = _complement(noun, verb.children)
    if complement is None:
        return
    lead, content = complement
    if verb is not None and LEMMA_OF.get(verb.lower_, lemma(verb)) in LIGHT:
        source, cue = source_of(verb), [*cue_of(verb), *verb.doc[verb.i + 1 : content[0]]]
        name = "light"
    else:
        source, cue = _owner(noun), [noun] if lead is None else [noun, lead]
        name = "noun"
        if _CALLING.get(noun.lower_) != (lead.lower_ if lead else "") or not _meant(noun, content):
            return
    if name == "light" and not (source and can_speak(source[0].root)):
        return
    yield Draft(
        at=(verb if name == "light" and verb is not None else noun).idx,
        construction=name,
        source=[tokens_range(s) for s in source],
        cue=joined(cue),
        content=[words_range(noun.doc, *content)],
    )


def _standing(noun: Token) -> Iterator[Draft]:
    """Is a staunch opponent of X."""
    of = next((c for c in noun.children if c.lower_ == "of" and c.i > noun.i), None)
    if of is None or noun.dep_ != "attr" or of.right_edge.i == of.i:
        return
    for source in source_of(noun.head):
        yield Draft(
            at=noun.idx,
            construction="standing",
            source=[tokens_range(source)],
            cue=joined([*cue_of(noun.head), *noun.doc[noun.left_edge.i : of.i + 1]]),
            content=[words_range(noun.doc, of.i + 1, of.right_edge.i + 1)],
        )


def _meant(noun: Token, content: tuple[int, int]) -> bool:
    """A pledge to do something, by somebody; "commitment to peace" is an attitude."""
    lead = noun.doc[content[0] - 1]
    return lead.lower_ != "to" or (lead.tag_ == "TO" and bool(_owner(noun)))


def _complement(noun: Token, parts: Iterable[Token]) -> tuple[Token | None, tuple[int, int]] | None:
    """What the noun is about: "a suggestion on X", "a promise to X", "a warning that X"."""
    for child in parts:
        if child.i < noun.i or (child.head is not noun and child.left_edge.i != noun.i + 1):
            continue
        end = child.right_edge.i + 1
        if child.dep_ == "prep" and child.lower_ in _COMPLEMENTS and end > child.i + 1:
            return child, (child.i + 1, end)
        start = child.left_edge.i
        first = noun.doc[start]
        if child.dep_ in {"acl", "ccomp"} and child.tag_ != "VBG" and first.tag_ in {"TO", "IN"}:
            return first, (start + 1, end)
    return None


def _owner(noun: Token) -> tuple[TokenSpan, ...]:
    """Whose call it is: "China's call for", "a call by China for"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return (noun.doc[child.left_edge.i : child.i + 1],)
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return tuple(noun_phrase(c) for c in child.children if c.dep_ == "pobj")
    return ()
