"""Contents that the model has cut off before what belongs to their last words.

Comes in: an attribution and the parsed paragraphs. Goes out: the same with the content as long as
its phrase: "welcomed the summit, which opened in May" welcomes a summit of May. Called by
`rules` for whatever finds attributions. The parse decides, and only for words outside quotation
marks: a quotation ends where its mark says.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.combined import Nearby
from kg.extract.nlp import Paragraph
from kg.extract.parsed import paragraph_at
from schema.attribution import Attribution
from schema.span import Span

# "the talks, held in May", "the plan, which ...", "Norrland, a land in the north", "given by Norr".
_COMPLETING = frozenset({"relcl", "acl", "appos", "agent"})
# "rules for labs, and for their owners", "to test, and to report": the same form again.
_JOINING = frozenset({"and", "or"})
_REPEATED = frozenset({"VB", "VBG", "IN", "TO"})
_WIDEST_GAP = 3  # tokens: a comma, a space, "and"
_MOST_STEPS = 6


def whole(
    one: Attribution,
    others: Nearby,
    paragraphs: Sequence[Paragraph],
    quoted: Sequence[int],
    *,
    asides: bool,
) -> Attribution:
    """With all that completes the last words of the content, up to what belongs to others.

    `quoted` marks the characters inside quotation marks. `asides`: what stands behind a comma
    belongs to the content as well; in news it is mostly added by the writer.
    """
    last = one.content[-1]
    paragraph = paragraph_at(paragraphs, last.start)
    if paragraph is None or any(quoted[last.end - 2 : last.end]):  # the mark itself may be the last
        return one
    longer = last
    for _ in range(_MOST_STEPS):
        step = _longer(one, paragraph, longer, others, quoted, asides=asides)
        if step == longer:
            break
        longer = step
    return one.model_copy(update={"content": (*one.content[:-1], longer)})


def _longer(
    one: Attribution,
    paragraph: Paragraph,
    content: Span,
    others: Nearby,
    quoted: Sequence[int],
    *,
    asides: bool,
) -> Span:
    """The content with the next part that completes it, or as it is."""
    for token in _completions(paragraph, content, asides=asides):
        end = paragraph.span(token.doc[token.right_edge.i]).end
        added = Span(content.end, end)
        if not _is_taken(one, added, others) and not any(quoted[added.start : added.end]):
            return Span(content.start, end)
    return content


def _is_taken(one: Attribution, added: Span, others: Nearby) -> bool:
    """Whether a part behind the content belongs to others, or to its own cue or source."""
    own = (*one.cue, *one.source)
    theirs = [
        s for a in others.at([added]) if a is not one for s in (*a.cue, *a.source, *a.content)
    ]
    return any(s.start >= one.content[-1].end and s.overlaps(added) for s in (*own, *theirs))


def _completions(paragraph: Paragraph, content: Span, *, asides: bool) -> Iterator[Token]:
    """The heads of what follows right behind the content and hangs on a word in it."""
    inside = paragraph.tokens_in(content)
    if not inside:
        return
    end = inside[-1].i + 1
    links = _JOINING | {","} if asides else _JOINING
    # What tells about a noun hangs on no verb: it belongs to the noun behind that.
    verbs = {t.head.i: t.head for t in inside if t.head.i < inside[0].i and t.head.pos_ == "VERB"}
    strayed = [c for v in verbs.values() for c in v.children if c.dep_ == "acl"]
    for children in (*(t.children for t in inside), strayed):
        for child in children:
            gap = paragraph.doc[end : child.left_edge.i]
            if child.left_edge.i < end or len(gap) > _WIDEST_GAP:
                continue
            if all(t.is_space or t.text in links for t in gap) and _completes(child):
                yield child


def _completes(child: Token) -> bool:
    if child.dep_ in _COMPLETING:
        return True
    if child.dep_ == "prep" and child.lower_ == "including":
        return True
    return child.dep_ == "conj" and child.tag_ in _REPEATED and child.head.tag_ == child.tag_
