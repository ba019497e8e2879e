"""The constructions in which a verb reports: what it governs, and how.

Comes in: a verb of a parsed paragraph. Goes out: its `Construction`s, whatever the verb is; which
verbs report in which construction is said in `cues`. Called by `reported`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

TokenRange = tuple[int, int]


class Frame(StrEnum):
    """What a verb governs."""

    CLAUSE = "clause"  # said that X
    INSERTED = "inserted"  # X, he said, X
    INFINITIVE = "infinitive"  # vowed to X
    CHARGE = "charge"  # urged Y to X
    NAMING = "naming"  # called X a Y
    OBJECT = "object"  # denounced X
    PREPOSITION = "preposition"  # called for X


@dataclass(frozen=True)
class Construction:
    """A verb and the ranges of tokens it governs; `lead` is the preposition or "to" between."""

    verb: Token
    frame: Frame
    content: tuple[TokenRange, ...]
    lead: Token | None = None


_IN_A_NOUN = frozenset({"relcl", "acl", "ccomp"})
_QUESTIONS = frozenset({"when", "where", "why", "how", "whether", "if"})
_BELONGS_TO_OBJECT = frozenset(
    {"for", "of", "as", "to", "with", "against", "over", "from", "on", "about", "into"}
)


def constructions(verb: Token) -> Iterator[Construction]:
    """All that the verb governs."""
    if verb.dep_ == "parataxis":
        yield Construction(verb, Frame.INSERTED, tuple(_around(verb)))
        return
    clause = _child(verb, "ccomp") or _asked(verb)
    infinitive = _child(verb, "xcomp") or _purpose(verb)
    dobj, named = _child(verb, "dobj"), _child(verb, "oprd") or _second_object(verb)
    if clause is None:
        yield from _of_prepositions(verb)
    if named is not None and named.i > verb.i:
        start = min(dobj.left_edge.i if dobj is not None else named.i, named.left_edge.i)
        yield Construction(verb, Frame.NAMING, ((max(start, verb.i + 1), _end(named)),))
    elif clause is not None:
        yield _of_clause(verb, clause)
    elif infinitive is not None and infinitive.i > verb.i:
        yield _of_infinitive(verb, infinitive, dobj)
        if dobj is not None and verb.i < dobj.i < infinitive.i:  # discussed steps to end the war
            yield Construction(verb, Frame.OBJECT, (_object(verb, dobj),))
    elif dobj is not None:
        yield Construction(verb, Frame.OBJECT, (_object(verb, dobj),))
    elif clause := _strayed(verb):
        start, end = _whole(clause)
        yield Construction(verb, Frame.CLAUSE, ((start + 1, end),))
    elif _child(verb, "agent") is not None and (suffers := _child(verb, "nsubjpass")):
        yield Construction(verb, Frame.OBJECT, (_whole(suffers),))


def _of_clause(verb: Token, clause: Token) -> Construction:
    marked = any(c.dep_ == "mark" for c in clause.children)
    if clause.i > verb.i and not marked:
        if any(c.tag_ == "TO" for c in clause.children):
            return Construction(verb, Frame.CHARGE, (_whole(clause),))
        if clause.pos_ not in {"VERB", "AUX"}:
            return Construction(verb, Frame.NAMING, (_whole(clause),))
    start, end = _whole(clause)
    if clause.i == verb.i + 1 and clause.tag_ == "VBP" and not _has_subject(clause):
        return Construction(verb, Frame.OBJECT, ((start, end),))  # "pledges support for X"
    if clause.i < verb.i:  # "X, he said": what the parser hung on "said" before it belongs to X
        start = min(start, verb.sent.start)
    elif clause.doc[start].lower_ == "that" and marked:
        start += 1
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i < clause.i]
    if len(subjects) > 1 and not _has_subject(clause):  # "The council, Holt said, will act"
        return Construction(verb, Frame.INSERTED, (_whole(subjects[0]), (start, end)))
    return Construction(verb, Frame.CLAUSE, ((start, end),))


def _of_infinitive(verb: Token, infinitive: Token, dobj: Token | None) -> Construction:
    start, end = _whole(infinitive)
    lead = infinitive.doc[start]
    if infinitive.tag_ == "VBG":
        return Construction(verb, Frame.OBJECT, ((start, end),))
    if not any(c.tag_ == "TO" for c in infinitive.children):
        return Construction(verb, Frame.NAMING, ((start, end),))
    if dobj is not None and dobj.i < infinitive.i:
        return Construction(verb, Frame.CHARGE, ((dobj.left_edge.i, end),))
    if lead.tag_ != "TO":
        return Construction(verb, Frame.INFINITIVE, ((start, end),))
    return Construction(verb, Frame.INFINITIVE, ((start + 1, end),), lead)


def _of_prepositions(verb: Token) -> Iterator[Construction]:
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in {"advcl", "xcomp", "ccomp"}:  # called for Y to X
            lead = child.doc[child.left_edge.i]
            if lead.lower_ == "for" and any(c.tag_ == "TO" for c in child.children):
                yield Construction(verb, Frame.PREPOSITION, ((lead.i + 1, _end(child)),), lead)
        elif child.dep_ in {"prep", "prt"}:
            governed = [c for c in child.children if c.dep_ in {"pobj", "pcomp"} and c.i > child.i]
            if governed:
                content = (governed[0].left_edge.i, _with_infinitive(verb, _end(child)))
                yield Construction(verb, Frame.PREPOSITION, (content,), child)


def _with_infinitive(verb: Token, end: int) -> int:
    """Called on Y to X: the infinitive behind the phrase belongs to it."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "advcl"} and child.left_edge.i == end:
            return _end(child) if child.doc[end].tag_ == "TO" else end
    return end


def _around(verb: Token) -> Iterator[TokenRange]:
    """The clause into which "he said" is inserted, before and behind it."""
    own = {t.i for t in verb.subtree}
    words = [t.i for t in verb.head.subtree if t.i not in own]
    start = last = words[0]
    for i in words[1:]:
        if i != last + 1:
            yield start, last + 1
            start = i
        last = i
    yield start, last + 1


def _object(verb: Token, dobj: Token) -> TokenRange:
    """The object with what completes it, less when and where it was said."""
    end = _whole_word(verb.doc, _end(dobj))
    for child in verb.children:
        if child.left_edge.i < end or child.dep_ in {"punct", "cc"}:
            continue
        if not _completes(child, end):
            break
        end = _whole_word(verb.doc, _end(child))
    return dobj.left_edge.i, end


def _completes(child: Token, end: int) -> bool:
    """Whether a part of the sentence goes on with the object that ends before it."""
    if child.dep_ == "prep":
        adjacent = child.left_edge.i == end and not _temporal(child)
        return child.lower_ == "including" or (adjacent and child.lower_ in _BELONGS_TO_OBJECT)
    if child.dep_ in {"xcomp", "advcl"}:
        return child.left_edge.i == end and child.doc[end].tag_ == "TO"
    return child.dep_ in {"conj", "dep", "appos", "npadvmod"} and child.pos_ in {"NOUN", "PROPN"}


def _purpose(verb: Token) -> Token | None:
    """The infinitive right behind the verb, where the parser takes it for a purpose."""
    behind = verb.i + 1
    for child in verb.children:
        if child.dep_ == "advcl" and child.left_edge.i == behind:
            return child if child.doc[behind].tag_ == "TO" else None
    return None


def _asked(verb: Token) -> Token | None:
    """ "Did not say when they would vote": the parser may take the question for a time."""
    behind = verb.i + 1
    for child in verb.children:
        if child.dep_ == "advcl" and child.left_edge.i == behind:
            asks = child.doc[behind].lower_ in _QUESTIONS and _child(verb, "neg") is not None
            return child if asks and _has_subject(child) else None
    return None


def _second_object(verb: Token) -> Token | None:
    """ "Called the plan a disaster": the parser may take both for objects."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    two = len(objects) == 2 and _end(objects[0]) == objects[1].left_edge.i
    return objects[1] if two else None


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)


def _whole_word(doc: Doc, end: int) -> int:
    """The parser may cut "de-escalate tensions" before or behind the hyphen."""
    hyphen = end if end < len(doc) and doc[end].text == "-" else end - 1
    inside = doc[hyphen].text == "-" and hyphen + 1 < len(doc)
    if inside and not doc[hyphen - 1].whitespace_ and not doc[hyphen].whitespace_:
        return max(end, _end(doc[hyphen + 1]))
    return end


def _strayed(verb: Token) -> Token | None:
    """Said in a speech that X: the parser hangs X on the speech, but the verb has nothing else."""
    for prep in verb.children:
        for noun in prep.children if prep.dep_ == "prep" and prep.i > verb.i else ():
            for clause in noun.children:
                begins = clause.doc[clause.left_edge.i].lower_ == "that"
                if clause.dep_ in _IN_A_NOUN and begins and _has_subject(clause):
                    return clause
    return None


def _temporal(prep: Token) -> bool:
    return any(c.ent_type_ in {"DATE", "TIME"} for c in prep.children)


def _whole(token: Token) -> TokenRange:
    return token.left_edge.i, _end(token)


def _end(token: Token) -> int:
    return int(token.right_edge.i) + 1


def _child(verb: Token, dep: str) -> Token | None:
    return next((c for c in verb.children if c.dep_ == dep), None)
