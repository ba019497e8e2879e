"""Two statements that the model has read as one: "said that the fund is late and urged her to act".

Comes in: an attribution and the parsed paragraphs. Goes out: one or two. Called by `trained`. The
second verb is the speaker's, and not that of the clause before it, where it stands in the tense of
the first cue and the clause does not.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.cues import ACT_OF_PHRASE, ACT_OF_VERB, LEMMA_OF
from kg.extract.nlp import Paragraph
from kg.extract.parsed import cue_verbs
from schema.attribution import ATTITUDES, Attribution
from schema.span import Span

_JOINING = frozenset({"and", "but"})
_FEWEST = 2  # tokens of a content
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def coordinated(
    one: Attribution, paragraphs: Sequence[Paragraph], quoted: Sequence[int]
) -> Iterator[Attribution]:
    """The attribution, and the one that a second verb of speech in its content makes."""
    first = next(cue_verbs(one, paragraphs), None)
    content = one.content[-1]
    if first is None or not one.source or content.start < one.cue[-1].end:
        yield one
        return
    paragraph, cue = first
    tokens = paragraph.tokens_in(content)
    second = next((k for k in range(len(tokens)) if _is_second(tokens, k, cue)), None)
    if second is None or any(quoted[content.start : paragraph.span(tokens[second]).end]):
        yield one
        return
    joined = next(k for k in range(second, -1, -1) if tokens[k].lower_ in _JOINING)
    before, behind = tokens[:joined], tokens[second + 1 :]
    words = [tokens[second]]
    if behind and (LEMMA_OF.get(words[0].lower_, ""), behind[0].lower_) in ACT_OF_PHRASE:
        words.append(behind.pop(0))
    while before and (before[-1].is_punct or before[-1].is_space):
        before.pop()
    if len(before) < _FEWEST or len(behind) < _FEWEST:
        yield one
        return
    cut = Span(content.start, paragraph.span(before[-1]).end)
    yield one.model_copy(update={"content": (*one.content[:-1], cut)})
    yield one.model_copy(
        update={
            "cue": (Span(paragraph.span(words[0]).start, paragraph.span(words[-1]).end),),
            "content": (Span(paragraph.span(behind[0]).start, content.end),),
        }
    )


def _is_second(tokens: Sequence[Token], at: int, cue: Token) -> bool:
    """Whether a token is a verb of speech without a subject of its own, joined by "and", in the
    tense of the cue, behind a clause in another."""
    verb = tokens[at]
    if verb.tag_ != cue.tag_ or verb.tag_ not in {"VBD", "VBZ"} or at < _FEWEST:
        return False
    act = ACT_OF_VERB.get(LEMMA_OF.get(verb.lower_, ""))
    if act is None or act in ATTITUDES or any(c.dep_.startswith("nsubj") for c in verb.children):
        return False
    before = tokens[at - 1]
    joined = before.lower_ in _JOINING or (
        before.pos_ == "ADV" and tokens[at - 2].lower_ in _JOINING
    )
    clause = next((t.tag_ for t in tokens[:at] if t.tag_ in _FINITE), None)
    return joined and clause is not None and clause != verb.tag_
