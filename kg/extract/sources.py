"""Who a verb's words belong to: the subject, or the one it shares with another verb.

Comes in: a verb of a parsed paragraph. Goes out: the tokens of its source as whole noun phrases
(a relative pronoun comes after what it stands for). Called by the constructions that find cues.
"""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.syntax import lemma

_INHERITING = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp"})
_RELATIVE = frozenset({"who", "which", "that"})
LEADING_TO = frozenset(
    {"go", "continue", "begin", "start", "proceed", "meet", "convene", "gather", "sit", "assemble"}
)
# A longer phrase is a parse that ran away; the part before its relative clause still names it.
_LONGEST = 30
_DEEPEST = 4


def source_of(verb: Token) -> tuple[TokenSpan, ...]:
    """The source of what the verb reports; empty when the text names none."""
    subject = subject_of(verb)
    if subject is None:
        return _behind_participle(verb)
    if subject.lower_ in _RELATIVE and subject.tag_ in {"WP", "WDT"}:
        return _relative(subject)
    if subject.pos_ in {"VERB", "AUX", "ADJ", "ADP", "SCONJ"} or subject.tag_ == "EX":
        return ()
    return () if subject.lower_ in {"it", "there"} and passive(verb) else (noun_phrase(subject),)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject, the agent of a passive, or the subject of the verb it depends on."""
    if passive(verb) or verb.dep_ == "acomp":
        return _agent(verb) or _committed(verb)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if subjects:  # of "The council, Holt said, will act" the verb has both
        return max((s for s in subjects if s.i < verb.i), key=lambda s: s.i, default=subjects[0])
    if depth >= _DEEPEST:
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ in _INHERITING and verb.head is not verb:
        return _shared(verb, depth)
    return None


def passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or is a participle behind its noun."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}


def done(infinitive: Token) -> bool:
    """Whether it was done, not only meant: "met to discuss X", "went on to thank X"."""
    if infinitive.dep_ == "advcl":
        return infinitive.tag_ == "VB" and lemma(infinitive.head) in LEADING_TO
    return infinitive.dep_ == "xcomp"


def noun_phrase(head: Token) -> TokenSpan:
    """The whole phrase of a noun, with appositions, without the clause a runaway parse adds."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if end - start > _LONGEST:
        end = min([c.left_edge.i for c in head.children if c.i > head.i], default=head.i + 1)
    while head.i < end - 1 and _loose(head.doc[start:end]):
        end -= 1
    if end < len(head.doc) and head.doc[end].text == ")" and "(" in head.doc[start:end].text:
        end += 1
    while start < head.i and (head.doc[start].is_space or head.doc[start].is_punct):
        start += 1
    return head.doc[start:end]


def _loose(phrase: TokenSpan) -> bool:
    """Whether the last sign of a phrase does not belong to it; "(NPC)" does."""
    last = phrase[-1]
    return (last.is_punct or last.is_space) and not (last.text == ")" and "(" in phrase.text)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _committed(verb: Token) -> Token | None:
    """Who "is opposed to" or "is committed to" something does it himself."""
    if verb.lower_ not in {"opposed", "committed"}:
        return None
    if not any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children):
        return None
    around = verb.head if verb.dep_ == "acomp" else verb
    return next((c for c in around.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def _shared(verb: Token, depth: int) -> Token | None:
    """A joined or participial verb speaks for the subject of the verb above it."""
    if verb.dep_ == "advcl" and verb.tag_ != "VBG" and not done(verb):
        return None
    above = verb.head
    if verb.dep_ == "pcomp":  # answered by saying
        above = above.head
        return None if passive(above) else _of_verb(above, depth)
    if verb.dep_ == "advcl" and passive(above):
        return next((c for c in above.children if c.dep_ == "nsubjpass"), None)
    return _of_verb(above, depth)


def _of_verb(above: Token, depth: int) -> Token | None:
    if above.pos_ not in {"VERB", "AUX"}:
        return None
    return subject_of(above, depth + 1)


def _behind_participle(verb: Token) -> tuple[TokenSpan, ...]:
    """The parser may take all before "said" for one clause: "Referring to X, Y said"."""
    clause = next((c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG"), None)
    if clause is None:
        return ()
    doc = verb.doc
    comma = next((t.i for t in doc[clause.i : verb.i] if t.text == ","), verb.i)
    named = doc[comma + 1 : verb.i]
    while len(named) and named[-1].is_punct:
        named = named[:-1]
    return (named,) if len(named) and named[0].pos_ in {"PROPN", "DET", "PRON"} else ()


def _relative(pronoun: Token) -> tuple[TokenSpan, ...]:
    clause = next((a for a in pronoun.ancestors if a.dep_ == "relcl"), None)
    doc = pronoun.doc
    if clause is None or clause.head.i > pronoun.i:  # cut off from what it tells about
        return (doc[pronoun.i : pronoun.i + 1],)
    named = clause.head
    end = min(max(named.i + 1, clause.left_edge.i), pronoun.i)
    before = doc[named.left_edge.i : end]
    while len(before) > 1 and before[-1].is_punct:
        before = before[:-1]
    return (before, doc[pronoun.i : pronoun.i + 1])
