"""Which topic of its surroundings a statement is about when its own words name none.

Comes in: a Document, an attribution, topic mentions. Goes out: weights by topic, of nearness to the
statement and of importance in the document. Called by `topics`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from schema.attribution import Attribution, Mode, TopicMention
from schema.document import Document
from schema.span import Span, hull

# "it will help ...", "such acts": the topic stands in what was said before. Without quotation
# marks "it" and "they" are mostly the speakers themselves ("said it would vote against").
_ANAPHORIC = re.compile(r"[\"“”\s]*(?:this|that|these|those|such)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"[\"“”\s]*(?:its?|they|their|them)\b", re.IGNORECASE)
# "said the minister", "he added": the same voice goes on, mostly on the same subject.
_CONTINUING = re.compile(r"(?:he|she|it|they|the\s)", re.IGNORECASE)
# "the AI safety office": a body that is named after a topic is not the topic.
_KINDS = (
    r"Office|Institutes?|Agency|Authority|Commission|Commissioner|Committee|Council|"
    r"Ministry|Department|Bureau|Association|Foundation|Alliance|Board|Federation|Lab|Laboratory|"
    r"Force|Group|Administration"
)
_BODY = re.compile(rf"(?:{_KINDS}|Cent(?:er|re))\b")
# A "data centre" is none.
_HEAD_OF_BODY = re.compile(rf"(?:[\w’'-]+\s+)*?(?:{_KINDS})\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w’'-]*(?:\s+(?:of|for|and|on|the))*\s*)+")
_SENTENCE_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")


# What nearness is worth, against at most 2 for being the topic of the whole document.
_SENTENCE, _BEFORE, _EARLIER, _LAST, _BACK, _AFTER = 2.0, 1.5, 1.0, 1.2, 1.0, 0.5
_WHOLE = 2.0
_HEADLINE, _LEAD = 3, 1  # mentions that standing there is worth
_NEXT_WORD = 14  # characters behind a mention in which "office" stands
_SHARE = 0.35  # of all mentions, that a document's own topic has at least
_OFTEN = 3  # mentions that a document's own topic has at least
# Characters to a mention. News on AI has one in 100 to 350; above 500 a document is about other
# things, and what stands near a statement is no longer what it is about.
_DENSE, _FOCUSED = 1800, 500


def is_focused(
    document: Document, mentions: Sequence[TopicMention], headline: Collection[str]
) -> bool:
    """Whether the document as a whole is about topics of the scheme."""
    return (len(mentions) + _HEADLINE * len(headline)) * _FOCUSED >= len(document.text)


def nearness(
    document: Document,
    attribution: Attribution,
    mentions: Iterable[TopicMention],
    *,
    focused: bool = True,
) -> dict[str, float]:
    """The weight of each topic by the nearest passage naming it, the speaker's name left out.

    In a document that is not `focused` only the sentence counts, or what the words point back to.
    """
    known = [m for m in mentions if not any(s.overlaps(m.span) for s in attribution.source)]
    known = [m for m in known if not is_body(document.text, m)]
    weights: dict[str, float] = {}
    far = focused or is_anaphoric(document.text, attribution)
    for passage, weight in _passages(document, attribution):
        if weight < _SENTENCE and not far:
            continue
        for topic in {m.topic for m in known if passage.contains(m.span)}:
            weights[topic] = max(weights.get(topic, 0.0), weight)
    return weights


def salience(
    document: Document, mentions: Iterable[TopicMention], headline: Iterable[str]
) -> dict[str, float]:
    """The weight of each topic by how often the document names it; none where all are rare."""
    counts: Counter[str] = Counter(dict.fromkeys(headline, _HEADLINE))
    lead = next(document.content(), None)
    for mention in mentions:
        if is_body(document.text, mention):
            continue
        counts[mention.topic] += 1 + _LEAD * (lead is not None and lead.span.contains(mention.span))
    most = max(counts.values(), default=0)
    if most * _DENSE < len(document.text) or most < _OFTEN:
        return {}
    return {topic: _WHOLE * n / most for topic, n in counts.items()}


def own_topic(
    document: Document, attribution: Attribution, weights: Mapping[str, float]
) -> set[str]:
    """The topic of the whole document, by its `salience`: it outweighs the others by far.

    A turn of a conversation may be about anything: none.
    """
    total = sum(weights.values())
    if is_turn(document.text, attribution) or _SHARE * total > _WHOLE:
        return set()
    return {topic for topic, weight in weights.items() if weight == _WHOLE}


def is_body(text: str, mention: TopicMention) -> bool:
    """Whether a mention only names a body after its topic: "the AI safety office"."""
    name = _NAME.match(text, mention.span.start)
    if name is not None and _BODY.search(name[0]):
        return True
    words = text[mention.span.start : mention.span.end + _NEXT_WORD]
    body = _HEAD_OF_BODY.match(words)
    return body is not None and body.end() >= mention.span.end - mention.span.start


def _passages(document: Document, attribution: Attribution) -> Iterator[tuple[Span, float]]:
    """The sentence, those before it, the paragraph before where the text points back to it, those
    after it; each with its weight."""
    around = hull((*attribution.content, *attribution.cue, *attribution.source))
    blocks = list(document.content())
    home = next((i for i, b in enumerate(blocks) if b.span.overlaps(around)), None)
    if home is None:
        return
    sentences = _sentences(document.text, blocks[home].span)
    before = [s for s in sentences if s.end <= around.start]
    yield from ((s, _SENTENCE) for s in sentences if s.overlaps(around))
    yield from ((s, _BEFORE) for s in before[-1:])
    yield from ((s, _EARLIER) for s in before[:-1])
    if home and (
        _points_back(document.text, attribution)
        or _answers(document.text, attribution, blocks[home - 1].span)
    ):
        above = _sentences(document.text, blocks[home - 1].span)
        yield from ((s, _BACK) for s in above)
        yield from ((s, _LAST) for s in above[-1:])
    yield from ((s, _AFTER) for s in sentences if s.start >= around.end)


def is_anaphoric(text: str, attribution: Attribution) -> bool:
    """Whether the content begins with a word that points back ("it", "such ...")."""
    words = attribution.content[0].of(text)
    if attribution.mode is not Mode.INDIRECT and _PRONOUN.match(words):
        return True
    return _ANAPHORIC.match(words) is not None


def _points_back(text: str, attribution: Attribution) -> bool:
    if is_anaphoric(text, attribution):
        return True
    return bool(attribution.source) and bool(_CONTINUING.match(attribution.source[0].of(text)))


def _answers(text: str, attribution: Attribution, before: Span) -> bool:
    """Whether it is a turn and the paragraph before it a question."""
    return is_turn(text, attribution) and before.of(text).rstrip().endswith("?")


def is_turn(text: str, attribution: Attribution) -> bool:
    """Whether only a label says who speaks, as in a transcript."""
    cue = attribution.cue
    return bool(cue) and (cue[0].of(text) == ":" or cue == attribution.source)


def _sentences(text: str, within: Span) -> list[Span]:
    """Sentences well enough for nearness; a wrong cut only makes a passage smaller."""
    starts = [within.start, *(m.end() for m in _SENTENCE_END.finditer(text, *within))]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], within.end], strict=True)]
