"""Which topic of its surroundings a statement is about when its own words name none.

Comes in: a Document, an attribution, topic mentions. Goes out: weights by topic, of nearness to the
statement and of importance in the document.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.extract.meaning.topics.bodies import is_body
from kg.extract.meaning.topics.places import TopicPlaces
from schema.attribution import Attribution, Mode
from schema.document import Document
from schema.span import Span, hull

# "it will help ...", "such acts": the topic stands in what was said before. Without quotation
# marks "it" and "they" are mostly the speakers themselves ("said it would vote against").
_ANAPHORIC = re.compile(r"[\"“”\s]*(?:this|that|these|those|such)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"[\"“”\s]*(?:its?|they|their|them)\b", re.IGNORECASE)
# "said the minister", "he added": the same voice goes on, mostly on the same subject.
_CONTINUING = re.compile(r"(?:he|she|it|they|the\s)", re.IGNORECASE)


# What nearness is worth, against at most 2 for being the topic of the whole document.
_SENTENCE, _BEFORE, _EARLIER, _LAST, _BACK, _AFTER = 2.0, 1.5, 1.0, 1.2, 1.0, 0.5
_WHOLE = 2.0
_HEADLINE = 3  # mentions that standing there is worth
# Characters around a statement that are read for a topic near it: more than a paragraph has, and
# few enough for a paragraph without end in which each sentence is a statement.
_NEAR = 20_000
_SHARE = 0.35  # of all mentions, that a document's own topic has at least
_OFTEN = 3  # mentions that a document's own topic has at least
# Characters to a mention. News on AI has one in 100 to 350; above 500 a document is about other
# things, and what stands near a statement is no longer what it is about.
_DENSE, _FOCUSED = 1800, 500


def is_focused(document: Document, mentions: TopicPlaces, headline: Collection[str]) -> bool:
    """Whether the document as a whole is about topics of the scheme."""
    return (len(mentions) + _HEADLINE * len(headline)) * _FOCUSED >= len(document.text)


def nearness(
    document: Document,
    attribution: Attribution,
    mentions: TopicPlaces,
    left_out: Collection[str],
    *,
    focused: bool = True,
) -> dict[str, float]:
    """The weight of each topic but some by the nearest passage naming it, outside the source.

    In a document that is not `focused` only the sentence counts, or what the words point back to.
    """
    weights: dict[str, float] = {}
    far = focused or is_anaphoric(document.text, attribution)
    for passage, weight in _passages(document, attribution, mentions):
        if weight < _SENTENCE and not far:
            continue
        for m in mentions.inside([passage]):
            own = any(s.overlaps(m.span) for s in attribution.source)
            if not (own or m.topic in left_out or is_body(document.text, m)):
                weights[m.topic] = max(weights.get(m.topic, 0.0), weight)
    return weights


def salience(
    document: Document,
    mentions: TopicPlaces,
    left_out: Collection[str],
    headline: Iterable[str],
) -> dict[str, float]:
    """The weight of each topic but some by how often the document names it; none where all are
    rare."""
    counts: Counter[str] = Counter(dict.fromkeys(headline, _HEADLINE))
    for topic, times in mentions.times.items():
        if topic not in left_out:
            counts[topic] += times
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


def _passages(
    document: Document, attribution: Attribution, mentions: TopicPlaces
) -> Iterator[tuple[Span, float]]:
    """The sentence, those before it, the paragraph before where the text points back to it, those
    after it; each with its weight."""
    around = hull((*attribution.content, *attribution.cue, *attribution.source))
    blocks, home = mentions.blocks, mentions.block_of(around)
    if home is None:
        return
    sentences = mentions.sentences(home)
    first = bisect_right(sentences, around.start, key=lambda s: s.end)
    behind = bisect_left(sentences, around.end, lo=first, key=lambda s: s.start)
    yield from ((s, _SENTENCE) for s in sentences[first:behind])
    yield from ((s, _BEFORE) for s in sentences[max(0, first - 1) : first])
    if first > 1:  # all of them in one: there may be thousands
        earlier = Span(sentences[0].start, sentences[first - 2].end)
        yield Span(max(earlier.start, around.start - _NEAR), earlier.end), _EARLIER
    if home and (
        _points_back(document.text, attribution)
        or _answers(document.text, attribution, blocks[home - 1])
    ):
        above = blocks[home - 1]
        yield Span(max(above.start, around.start - _NEAR), above.end), _BACK
        yield mentions.sentences(home - 1)[-1], _LAST
    if behind < len(sentences):
        later = Span(sentences[behind].start, sentences[-1].end)
        yield Span(later.start, min(later.end, around.end + _NEAR)), _AFTER


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
