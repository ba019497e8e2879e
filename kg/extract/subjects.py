"""The subject of a cue that the model has left without a source.

Comes in: an attribution and the parsed paragraphs. Goes out: the same with the subject of its cue's
verb, or of the verb that this one depends on ("A answered B by saying X": A). Called by `trained`.
"""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.combined import meet
from kg.extract.nlp import Paragraph
from kg.extract.sources import source_of
from schema.attribution import Attribution


def with_subject(one: Attribution, paragraphs: Sequence[Paragraph]) -> Attribution:
    """With the subject of its cue as source, where it has none and the parse knows one."""
    if one.source or not one.cue:
        return one
    at = bisect_right(paragraphs, one.cue[0].start, key=lambda p: p.block.start) - 1
    if at < 0:
        return one
    paragraph = paragraphs[at]
    verb = next((t for t in paragraph.doc if _is_cue(one, paragraph, t)), None)
    source = tuple(map(paragraph.span, source_of(verb))) if verb is not None else ()
    if not source or meet(source, (*one.cue, *one.content)):
        return one
    return one.model_copy(update={"source": source})


def _is_cue(one: Attribution, paragraph: Paragraph, token: Token) -> bool:
    return token.pos_ == "VERB" and meet([paragraph.span(token)], one.cue)
