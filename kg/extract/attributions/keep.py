"""How sure an attribution must be: every threshold, and what it was measured by.

`likely` drops candidates while a document is read; `stored` says what of a linked document goes
into a graph. What the words alone show to be no speech is in `deeds` and `reported_speech`.
"""

from collections.abc import Iterator, Sequence

from kg.english.cues import ACT_OF_VERB, LEMMA_OF, names_act
from kg.extract.attributions.cue_verbs import cue_verbs
from kg.extract.candidate import Candidate
from kg.read.reading import Reading
from schema.attribution import Act, Attribution
from schema.document import Document
from schema.linked import Linked
from schema.span import joined

# Compared on PolNeAR's development part; they hold on the forty training documents held out of the
# training: linked F1 80.8 and content partial 86.3 there, against 79.8 and 84.4 with 0.4 for the
# first, 0.6 for the second and 0.85 for all that nobody is named for.
LEAST = 0.3
# With a cue that the tables of acts do not know ("charts"). Lower finds more attitudes in news like
# the training's, and more that is none in other texts.
UNKNOWN_CUE = 0.4
# With a source that only the syntax gives, and outside quotation marks.
GUESSED = 0.6
# Without a source, and with a verb that names an act.
TOLD = 0.5
# Without a source otherwise: it answers nobody's question who said it, so only what is nearly
# certain is stored.
NAMELESS = 0.85
# Stored with a cue that no table of acts knows: more likely than not.
STORED_UNKNOWN_CUE = 0.6
# The paragraphs of a transcript. No measure, an estimate: of some 90 read in transcripts none was
# wrong, of 60 labelled paragraphs in news 0.42 were right, where annotators joined those of a turn.
TURN = 0.95


def likely(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that are as sure as what is told of them asks for."""
    return (c for c in candidates if c.confidence >= _least(reading, c))


def _least(reading: Reading, one: Candidate) -> float:
    if not one.source:
        # Less with a verb that names an act ("was announced") than with nouns ("calls for").
        verbs = cue_verbs(reading, one)
        told = any(LEMMA_OF.get(v.lower, "") in ACT_OF_VERB for v in verbs)
        return TOLD if told else NAMELESS
    if one.guessed:  # what stands in quotation marks somebody has said
        return LEAST if all(reading.quoted[s.start] for s in one.content) else GUESSED
    return LEAST if names_act(joined(reading.shown, one.cue)) else UNKNOWN_CUE


def stored(document: Document, linked: Linked) -> Linked:
    """The linked document with those attributions only that are sure enough for a graph."""
    kept = (a for a in linked.attributions if is_sure(document.text, a.attribution))
    return linked.model_copy(update={"attributions": tuple(kept)})


def is_sure(text: str, one: Attribution) -> bool:
    """Whether it is as sure as what is stored must be: nearly certain without anybody who has said
    it, more likely than not with a cue that no table of acts knows ("charts")."""
    if not one.source:
        return one.confidence >= NAMELESS
    known = one.act is not Act.SAID or names_act(joined(text, one.cue))
    return known or one.confidence >= STORED_UNKNOWN_CUE
