"""The subject of a cue that the model has left without a source.

Comes in: an attribution and the parsed paragraphs. Goes out: the same with the subject of its cue's
verb, or of the verb that this one depends on ("A answered B by saying X": A). Called by `trained`.
"""

from collections.abc import Sequence

from kg.extract.combined import meet
from kg.extract.nlp import Paragraph
from kg.extract.parsed import cue_verbs
from kg.extract.sources import source_of
from schema.attribution import Attribution


def with_subject(one: Attribution, paragraphs: Sequence[Paragraph]) -> Attribution:
    """With the subject of its cue as source, where it has none and the parse knows one."""
    first = None if one.source else next(cue_verbs(one, paragraphs), None)
    if first is None:
        return one
    paragraph, verb = first
    source = tuple(map(paragraph.span, source_of(verb)))
    if not source or meet(source, (*one.cue, *one.content)):
        return one
    return one.model_copy(update={"source": source})
