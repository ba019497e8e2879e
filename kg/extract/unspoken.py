"""What the parse shows to be no speech: duties that a text lays down, and help that is given.

Comes in: an attribution and the parsed paragraphs. Goes out: yes or no. Called by `rules` for
whatever finds attributions; what the words alone tell is in `deeds`.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.nlp import Paragraph
from kg.extract.parsed import cue_verbs
from kg.extract.reported import lemma_of
from kg.extract.sources import subject_of
from kg.extract.speakers import is_undertaking
from schema.attribution import Attribution

# "The agency shall report on X" reports nothing; "I must say" says it.
_BINDING = frozenset({"shall", "must"})
_FIRST_PERSON = frozenset({"i", "we"})
# Help as often as a word of support: "supporting schools with tools", "the fund supports labs".
_HELPING = frozenset({"support", "encourage"})
_DEEPEST = 6


def is_unspoken(one: Attribution, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether nobody has said it: somebody is to do it, or something is done by it."""
    return any(_is_duty(v) or _helps(v) for _, v in cue_verbs(one, paragraphs))


def _is_duty(verb: Token) -> bool:
    """Whether it, or the verb it is joined to, is bound by "shall" or "must"."""
    above = verb
    for _ in range(_DEEPEST):
        if any(c.dep_ == "aux" and c.lower_ in _BINDING for c in above.children):
            subject = subject_of(above)
            return subject is None or subject.lower_ not in _FIRST_PERSON
        joined = above.dep_ == "conj" and above.tag_ == "VB"
        if not joined or any(c.dep_ in {"nsubj", "nsubjpass"} for c in above.children):
            return False
        above = above.head
    return False


def _helps(verb: Token) -> bool:
    """Whether a programme helps somebody, or somebody does by what the main clause tells."""
    lemma = lemma_of(verb)
    if lemma not in _HELPING:
        return False
    if lemma == "support" and verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}:
        return True
    subject = subject_of(verb)
    return subject is not None and is_undertaking(subject)
