"""Contents that were cut off too early: the clause behind the cue, and what completes the last
words.

"The fund is late, she added, and the schools will wait"; "welcomed the summit, which opened in
May". The tree decides, and only for words outside quotation marks: a quotation ends where its mark
says.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.english.quotes import Quotation, quotations
from kg.extract.candidate import Candidate, Nearby
from kg.read.reading import Reading
from kg.read.tree import Token
from schema.document import DocumentKind
from schema.span import Span
from schema.span_index import index_of

_JOINED = re.compile(r",\s+(?=(?:and|but|or|nor|yet|so)\s)")
_NOTHING = re.compile(r"[\s.,;\"“”]*")  # between two quotations of one speaker
_NEAR = 8  # tokens of a clause among which its subject or its auxiliary stands
_FEWEST = 3
# "the talks, held in May", "the plan, which ...", "Norrland, a land in the north", "given by Norr".
_COMPLETING = frozenset({"relcl", "acl", "appos", "agent"})
# "rules for labs, and for their owners", "to test, and to report": the same form again.
_JOINING = frozenset({"and", "or"})
_REPEATED = frozenset({"VB", "VBG", "IN", "TO"})
_WIDEST_GAP = 2  # tokens: a comma, "and"
_MOST_STEPS = 6


def resumed(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each with the clause that is joined behind a cue in commas, to the end of its sentence."""
    near = Nearby(candidates)
    for one in candidates:
        rest = _resumption(reading, one)
        taken = rest is None or any(near.others(one, rest))
        yield one if rest is None or taken else replace(one, content=(*one.content, rest))


def _resumption(reading: Reading, one: Candidate) -> Span | None:
    """The rest of a sentence, where it is a clause of its own or goes on with an auxiliary."""
    if not one.cue or not one.source or one.content[-1].end > min(one.cue[0], one.source[0]).start:
        return None
    if reading.quoted[one.content[-1].end - 2]:
        return None
    behind = max(one.cue[-1].end, one.source[-1].end)
    paragraph = reading.paragraph_at(one.cue[0].start)
    joined = _JOINED.match(reading.shown, behind)
    if joined is None or paragraph is None:
        return None
    tokens = _to_the_end(paragraph.tokens_in(Span(joined.end(), paragraph.block.end)))
    if len(tokens) < _FEWEST:
        return None
    subject = any(t.relation in {"nsubj", "nsubjpass", "expl"} for t in tokens[1:_NEAR])
    if not subject and tokens[1].relation not in {"aux", "auxpass"}:
        return None
    rest = Span(tokens[0].start, tokens[-1].end)
    return None if any(reading.quoted[rest.start : rest.end]) else rest


def _to_the_end(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens up to the end of the first one's sentence."""
    root = tokens[0].root if tokens else None
    end = next((k for k, t in enumerate(tokens) if t.root is not root), len(tokens))
    while end and tokens[end - 1].pos == "PUNCT":
        end -= 1
    return tokens[:end]


def continued(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each with the quotation that goes on in the next sentence: "It is late," she said. "We wait."

    Only one that nobody has, and behind words that are quoted as well.
    """
    taken = index_of(s for one in candidates for s in one.passages)
    free = [q for q in map(_said, quotations(reading.shown)) if not taken.meeting(q)]
    for one in candidates:
        last = max(one.passages)
        at = bisect_left(free, last.end, key=lambda q: q.start)
        follows = free[at] if at < len(free) else None
        quotes = reading.quoted[one.content[-1].start] and follows is not None
        if follows and quotes and _NOTHING.fullmatch(reading.shown, last.end, follows.start):
            yield replace(one, content=(*one.content, follows))
        else:
            yield one


def _said(quotation: Quotation) -> Span:
    return Span(quotation.start, quotation.end)


def whole(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each with all that completes the last words of the content, up to what belongs to others.

    Where a known publisher who is no newspaper speaks for himself, what stands behind a comma
    belongs to the content as well; in news it is mostly added by the writer.
    """
    known = reading.document.outlet is not None
    asides = known and reading.document.kind is not DocumentKind.NEWS_ARTICLE
    near = Nearby(candidates)
    for one in candidates:
        longer = one.content[-1]
        for _ in range(_MOST_STEPS):
            step = _longer(reading, one, longer, near, asides=asides)
            if step == longer:
                break
            longer = step
        yield replace(one, content=(*one.content[:-1], longer))


def _longer(reading: Reading, one: Candidate, content: Span, near: Nearby, *, asides: bool) -> Span:
    """The content with the next part that completes it, or as it is."""
    if any(reading.quoted[content.end - 2 : content.end]):  # the mark itself may be the last
        return content
    for token in _completions(reading.tokens_in(content), asides=asides):
        added = Span(content.end, token.subtree[-1].end)
        if not _is_taken(one, added, near) and not any(reading.quoted[added.start : added.end]):
            return Span(content.start, added.end)
    return content


def _is_taken(one: Candidate, added: Span, near: Nearby) -> bool:
    """Whether a part behind the content belongs to others, or to its own cue or source."""
    own = (*one.cue, *one.source)
    theirs = (s for other in near.others(one, added) for s in other.passages)
    return any(s.start >= one.content[-1].end and s.overlaps(added) for s in (*own, *theirs))


def _completions(inside: Sequence[Token], *, asides: bool) -> Iterator[Token]:
    """The heads of what follows right behind the content and hangs on a word in it."""
    if not inside:
        return
    row, end = inside[0].row, inside[-1].i + 1
    links = _JOINING | {","} if asides else _JOINING
    # What tells about a noun hangs on no verb: it belongs to the noun behind that.
    verbs = {t.head.i: t.head for t in inside if t.head.i < inside[0].i and t.head.pos == "VERB"}
    strayed = [c for v in verbs.values() for c in v.children if c.relation == "acl"]
    for children in (*(t.children for t in inside), strayed):
        for child in children:
            gap = row[end : child.first]
            if child.first < end or len(gap) > _WIDEST_GAP:
                continue
            if all(t.text in links for t in gap) and _completes(child):
                yield child


def _completes(child: Token) -> bool:
    if child.relation in _COMPLETING:
        return True
    if child.relation == "prep" and child.lower == "including":
        return True
    return child.relation == "conj" and child.tag in _REPEATED and child.head.tag == child.tag
