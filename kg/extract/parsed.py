"""Where an attribution stands in the parse.

Comes in: an attribution and the parsed paragraphs. Goes out: its paragraph, the verbs of its cue.
Called by the steps that ask the syntax about attributions found by whatever means.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.combined import meet
from kg.extract.nlp import Paragraph
from schema.attribution import Attribution
from schema.span import hull


def paragraph_at(paragraphs: Sequence[Paragraph], at: int) -> Paragraph | None:
    """The last paragraph that begins at or before a place in the document's text."""
    index = bisect_right(paragraphs, at, key=lambda p: p.block.start) - 1
    return paragraphs[index] if index >= 0 else None


def cue_verbs(
    one: Attribution, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph, Token]]:
    """The verbs of the cue, with the paragraph that the cue begins in; none without a cue."""
    paragraph = paragraph_at(paragraphs, one.cue[0].start) if one.cue else None
    if paragraph is None:
        return
    for token, place in paragraph.verbs_in(hull(one.cue)):
        if meet((place,), one.cue):
            yield paragraph, token
