"""Verbs that report: subject, verb and what it governs.

Comes in: a parsed paragraph and which of its tokens are quoted speech. Goes out: Drafts, one a verb
at most. Called by `attributions`.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.clauses import Construction, Frame, constructions
from kg.extract.cues import ACT_OF_PHRASE, LEMMA_OF
from kg.extract.cues_frames import (
    ACTING,
    CHARGE,
    CLAUSE,
    INFINITIVE,
    NAMING,
    OBJECT,
    PREPOSITION,
    SHOWING,
)
from kg.extract.drafts import Draft, joined, tokens_range, words_range
from kg.extract.sources import LEADING_TO, done, passive, source_of, subject_of
from kg.extract.speakers import can_speak
from kg.extract.syntax import lemma

_REFUSING = frozenset({"decline", "refuse"})
_HYPOTHETICAL = frozenset(
    {"would", "could", "might", "may", "should", "'d", "can", "must", "shall"}
)
_SUPPOSING = frozenset({"if", "unless", "whether"})
# Behind a comma these go on with what the same speaker said, wherever the parser hangs them.
_GOING_ON = frozenset(
    {"add", "say", "note", "stress", "emphasize", "observe", "argue", "insist", "point"}
)
_VERBS_OF = {
    Frame.CLAUSE: CLAUSE,
    Frame.INSERTED: CLAUSE,
    Frame.INFINITIVE: INFINITIVE,
    Frame.CHARGE: CHARGE,
    Frame.NAMING: NAMING,
    Frame.OBJECT: OBJECT,
}


def lemma_of(verb: Token) -> str:
    """The verb as `cues` lists it."""
    return LEMMA_OF.get(verb.lower_, lemma(verb).lower())


def reported(tokens: Sequence[Token], quoted: frozenset[int]) -> list[Draft]:
    """What the paragraph's verbs report, in order."""
    drafts = []
    for verb in tokens:
        if verb.pos_ == "VERB" and verb.i not in quoted and not verb.is_upper:
            found = governed(verb)
            if found is not None and (draft := _draft(found, quoted)) is not None:
                drafts.append(draft)
    return drafts


def governed(verb: Token) -> Construction | None:
    """What the verb reports, if it is one that does and stands in a frame in which it does."""
    if _covered(verb):
        return None
    return next((c for c in constructions(verb) if _reports(c)), None)


def cue_of(verb: Token, lead: Token | None = None) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, and the verbs that lead to it."""
    cue = [] if lead is None else [lead]
    for part in _chain(verb):
        cue.append(part)
        cue += [c for c in part.children if c.dep_ in {"aux", "auxpass", "neg", "prt"}]
    return cue


def going_on(verb: Token) -> bool:
    """Whether the verb continues a report after a comma ("..., adding that")."""
    behind_comma = verb.i > 0 and verb.nbor(-1).text == ","
    return behind_comma and verb.tag_ == "VBG" and lemma_of(verb) in _GOING_ON


def _reports(found: Construction) -> bool:
    lemma = lemma_of(found.verb)
    if found.frame is Frame.PREPOSITION:
        return found.lead is not None and found.lead.lower_ in PREPOSITION.get(lemma, ())
    if found.frame is Frame.INFINITIVE and lemma in _REFUSING:
        return not any(c.dep_ == "xcomp" and _speaks(c) for c in found.verb.children)
    return lemma in _VERBS_OF[found.frame] or _with_particle(found)


def _with_particle(found: Construction) -> bool:
    """Ruled out X, pointed out that X."""
    particles = [c.lower_ for c in found.verb.children if c.dep_ == "prt"]
    plain = found.frame in {Frame.OBJECT, Frame.CLAUSE}
    return plain and any((lemma_of(found.verb), p) in ACT_OF_PHRASE for p in particles)


def _speaks(verb: Token) -> bool:
    return any(c.frame is Frame.CLAUSE and _reports(c) for c in constructions(verb))


def _covered(verb: Token) -> bool:
    """Whether the verb above already reports it: "vowed to announce X" is one vow."""
    if verb.dep_ != "xcomp" or lemma_of(verb.head) in _REFUSING:
        return False
    return any(
        c.frame in {Frame.INFINITIVE, Frame.CHARGE} and _reports(c)
        for c in constructions(verb.head)
    )


def _chain(verb: Token) -> Iterable[Token]:
    yield verb
    while verb.dep_ in {"xcomp", "acomp"} and verb.head.i < verb.i:
        if verb.head.pos_ not in {"VERB", "AUX"}:
            return
        verb = verb.head
        yield verb


def _draft(found: Construction, quoted: frozenset[int]) -> Draft | None:
    verb = found.verb
    source = source_of(_reporting(verb))
    if any(s[0].i in quoted for s in source):
        return None
    if not source and not (found.frame is Frame.CLAUSE and passive(verb)):
        return None
    if _unreal(found) or not _can_mean_speech(found, source):
        return None
    content = [(start, _stop(verb, start, end)) for start, end in found.content]
    return Draft(
        at=verb.idx,
        construction=_name(found),
        source=[tokens_range(s) for s in source],
        cue=joined(cue_of(verb, found.lead)),
        content=[words_range(verb.doc, *r) for r in content],
    )


def _unreal(found: Construction) -> bool:
    """What somebody would or is to support, does not want, or says of "it", is no statement."""
    if any(c.tag_ == "TO" for c in found.verb.children) and not done(found.verb):
        return True
    if any(c.dep_ == "mark" and c.lower_ in _SUPPOSING for c in found.verb.children):
        return True
    parts = [c for v in _chain(found.verb) for c in v.children]
    if any(c.dep_ == "aux" and c.lower_ in _HYPOTHETICAL for c in parts):
        return True
    if found.frame is Frame.INFINITIVE and any(c.dep_ == "neg" for c in parts):
        return True
    if found.frame is Frame.CLAUSE:
        return False
    words = [t for start, end in found.content for t in found.verb.doc[start:end]]
    return all(t.pos_ in {"PRON", "PUNCT"} for t in words)


def _can_mean_speech(found: Construction, source: Sequence[TokenSpan]) -> bool:
    """Verbs that also name no speech need a source that can speak."""
    plain = found.frame in {Frame.CLAUSE, Frame.INSERTED, Frame.NAMING}
    ambiguous = SHOWING if plain else ACTING
    if not source or lemma_of(found.verb) not in ambiguous:
        return True
    beginning = lemma(found.verb.head) in LEADING_TO  # "went on to thank X", "met to discuss X"
    # "includes $5 million to support X"
    aimed = found.verb.dep_ == "xcomp" and not plain and not beginning
    return not aimed and can_speak(source[0].root)


def _reporting(verb: Token) -> Token:
    """The verb whose subject speaks: for "..., adding that" the report's, not the reported one."""
    if not going_on(verb) or verb.dep_ != "advcl":
        return verb
    above = verb.head
    while above.dep_ in {"ccomp", "conj", "advcl", "xcomp", "relcl", "acl"}:
        above = above.head
        if above.pos_ == "VERB" and lemma_of(above) in CLAUSE and subject_of(above) is not None:
            return above
    return verb


def _stop(verb: Token, start: int, end: int) -> int:
    """A content ends where the report goes on ("..., adding that")."""
    return next((t.i for t in verb.doc[start + 1 : end] if going_on(t)), end)


def _name(found: Construction) -> str:
    participle = found.verb.tag_ == "VBG" and found.verb.dep_ in {"advcl", "acl"}
    return f"participle_{found.frame}" if participle else str(found.frame)
