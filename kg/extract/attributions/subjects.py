"""The subject of a cue that was tagged without a source.

"A answered B by saying X": the source is the subject of the cue's verb, or of the verb on which
this one depends. A relative pronoun comes with what it stands for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.attributions.cue_verbs import cue_verbs
from kg.extract.candidate import Candidate
from kg.read.phrases import NounPhrase
from kg.read.reading import Reading
from kg.read.tree import Token
from schema.span import Span

_INHERITING = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp"})
_RELATIVE = frozenset({"who", "which", "that"})
_NO_NOUNS = frozenset({"VERB", "AUX", "ADJ", "ADP", "SCONJ"})
_DEEPEST = 4


def with_subjects(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each with the subject of its cue as source, where it has none and the tree knows one."""
    for one in candidates:
        verb = None if one.source else next(cue_verbs(reading, one), None)
        source = source_of(verb) if verb else ()
        taken = any(s.overlaps(x) for s in source for x in one.passages)
        yield replace(one, source=source, guessed=True) if source and not taken else one


def source_of(verb: Token) -> tuple[Span, ...]:
    """The source of what a verb reports; empty when the text names none."""
    subject = subject_of(verb)
    if subject is None:
        return ()
    if subject.lower in _RELATIVE and subject.tag in {"WP", "WDT"}:
        return _relative(subject)
    if subject.pos in _NO_NOUNS or subject.tag == "EX":
        return ()
    nobody = subject.lower in {"it", "there"} and is_passive(verb)
    return () if nobody else (NounPhrase(subject).span,)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject, the agent of a passive, or the subject of the verb it depends on."""
    if is_passive(verb):
        agent = verb.child("agent")
        return agent.child("pobj") if agent else None
    subjects = [c for c in verb.children if c.relation == "nsubj"]
    if subjects:  # of "The council, Holt said, will act" the verb has both
        return max((s for s in subjects if s.i < verb.i), key=lambda s: s.i, default=subjects[0])
    if depth >= _DEEPEST:
        return None
    if verb.relation == "acl" and verb.tag == "VBG":
        return verb.head
    return _shared(verb, depth) if verb.relation in _INHERITING else None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a participle behind its noun."""
    if verb.child("auxpass", "nsubjpass"):
        return True
    return verb.tag == "VBN" and verb.relation in {"acl", "advcl"}


def _shared(verb: Token, depth: int) -> Token | None:
    """A joined or participial verb speaks for the subject of the verb above it."""
    above = verb.head
    if verb.relation == "advcl":
        if verb.tag != "VBG":
            return None
        if is_passive(above):
            return above.child("nsubjpass")
    if verb.relation == "pcomp":  # answered by saying
        above = above.head
        if is_passive(above):
            return None
    return subject_of(above, depth + 1) if above.pos in {"VERB", "AUX"} else None


def _relative(pronoun: Token) -> tuple[Span, ...]:
    """What a relative pronoun takes up, up to it, and the pronoun."""
    clause = next((a for a in pronoun.above() if a.relation == "relcl"), None)
    if clause is None or clause.head.i > pronoun.i:  # cut off from what it tells about
        return (pronoun.span,)
    noun = clause.head
    before = noun.row[noun.first : min(max(noun.i + 1, clause.first), pronoun.i)]
    while len(before) > 1 and before[-1].pos == "PUNCT":
        before = before[:-1]
    return (Span(before[0].start, before[-1].end), pronoun.span)
