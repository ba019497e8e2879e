"""The verbs of a candidate's cue, for whatever asks the syntax about it."""

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.read.reading import Reading
from kg.read.tree import Token
from schema.span import hull


def cue_verbs(reading: Reading, one: Candidate) -> Iterator[Token]:
    """The verbs of the cue in the paragraph that it begins in, in order; none without a cue."""
    paragraph = reading.paragraph_at(one.cue[0].start) if one.cue else None
    for token in paragraph.verbs_in(hull(one.cue)) if paragraph else ():
        if any(token.span.overlaps(part) for part in one.cue):
            yield token
