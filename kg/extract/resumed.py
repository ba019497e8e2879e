"""A content that goes on behind its cue: "The fund is late, she added, and the schools will wait."

Comes in: an attribution and the parsed paragraphs. Goes out: the same with the clause behind.
Called by `trained`, whose model often stops at the cue.
"""

import re
from collections.abc import Sequence

from kg.extract.combined import Nearby
from kg.extract.nlp import Paragraph
from kg.extract.parsed import paragraph_at
from schema.attribution import Attribution
from schema.span import Span

_JOINED = re.compile(r",\s+(?=(?:and|but|or|nor|yet|so)\s)")
_NEAR = 8  # tokens of a clause among which its subject or its auxiliary stands
_FEWEST = 3


def resumed(
    one: Attribution,
    others: Nearby,
    paragraphs: Sequence[Paragraph],
    quoted: Sequence[int],
) -> Attribution:
    """With the clause that is joined behind a cue in commas, to the end of its sentence.

    What is part of `others` stays theirs; `quoted` marks the characters inside quotation marks.
    """
    if not one.cue or not one.source or one.content[-1].end > min(one.cue[0], one.source[0]).start:
        return one
    if quoted[one.content[-1].end - 2]:
        return one  # a quotation ends where its mark says
    paragraph = paragraph_at(paragraphs, one.cue[0].start)
    behind = max(one.cue[-1].end, one.source[-1].end)
    rest = _clause(paragraph, behind) if paragraph else None
    if rest is None or any(quoted[rest.start : rest.end]):
        return one
    if any(a is not one for a in others.at([rest])):
        return one
    return one.model_copy(update={"content": (*one.content, rest)})


def _clause(paragraph: Paragraph, behind: int) -> Span | None:
    """The rest of a sentence, where it is a clause of its own or goes on with an auxiliary."""
    start = behind - paragraph.block.start
    joined = _JOINED.match(paragraph.text, start)
    if joined is None:
        return None
    end = paragraph.block.start + len(paragraph.text)
    tokens = paragraph.tokens_in(Span(paragraph.block.start + joined.end(), end))
    last = next((k for k, t in enumerate(tokens) if k and t.is_sent_start), len(tokens))
    tokens = tokens[:last]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    if len(tokens) < _FEWEST:
        return None
    subject = any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in tokens[1:_NEAR])
    if not subject and tokens[1].dep_ not in {"aux", "auxpass"}:
        return None
    return Span(paragraph.span(tokens[0]).start, paragraph.span(tokens[-1]).end)
