"""Topics in a text: every surface form of the scheme, and which topics a statement is about.

Comes in: a Document, and an attribution found in it. Goes out: `TopicMention`s, and notations.
Called by the extractors. One compiled expression holds all labels as a trie, so that the time does
not grow with the number of labels.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.meaning.topics.context import (
    is_anaphoric,
    is_focused,
    is_turn,
    nearness,
    own_topic,
    salience,
)
from kg.extract.meaning.topics.echoes import Echoes
from kg.extract.meaning.topics.places import TopicPlaces
from kg.topics import ancestors
from schema.attribution import Attribution, TopicMention
from schema.document import Document
from schema.span import Span
from schema.span_index import SpanIndex, index_of
from schema.topic import Kind, TopicScheme

# White space and hyphens are one: "large-scale AI", "large scale AI", a line break between them.
_GAP = re.compile(r"[\s\-‐‑‒–\u00ad]+")
_GAP_PATTERN = r"[\s\-‐‑‒–\u00ad]+"
# What an address is made of, nobody has said.
_ADDRESS = re.compile(r"\]\([^)\s]{0,2000}\)|https?://[^\s<>\"]+")
_APOSTROPHES = "'’‘"

_Trie = dict[str, "_Trie"]
_END = ""


class TopicMatcher:
    """Finds the topics of one scheme. Immutable after construction; safe to share."""

    def __init__(self, scheme: TopicScheme) -> None:
        self.kinds: dict[str, Kind] = {t.notation: t.kind for t in scheme.topics}
        self._topic_of: dict[str, str] = {}
        self._headlines: dict[str, frozenset[str]] = {}
        self._acronyms: dict[str, str] = {}
        written = [(t.notation, label) for t in scheme.topics for label in t.labels]
        derived = [(notation, _written_out(label)) for notation, label in written]
        for notation, label in (*written, *derived):
            is_acronym = label == label.upper() and label != label.lower()
            known = self._acronyms if is_acronym else self._topic_of
            known.setdefault(_fold(label, acronym=is_acronym), notation)
        self._patterns = tuple(
            (_compile(known, flags), known, is_acronym)
            for known, flags, is_acronym in (
                (self._topic_of, re.IGNORECASE, False),
                (self._acronyms, re.NOFLAG, True),
            )
            if known
        )
        by_uri = {t.uri: t for t in scheme.topics}
        self._above = {
            t.notation: {by_uri[u].notation for u in ancestors(by_uri, t.uri)}
            for t in scheme.topics
        }
        narrowed = {above for found in self._above.values() for above in found}
        self._general = {n for n, above in self._above.items() if not above and n in narrowed}

    def find(self, document: Document) -> tuple[TopicMention, ...]:
        """All topics in the document's content, in text order, the longest form at each place.

        "The bill" counts where a bill on a topic was named before it.
        """
        found: list[TopicMention] = []
        echoes = Echoes(document.text)
        for block in document.content():
            found_in = _ADDRESS.finditer(document.text, *block.span)
            addresses = index_of(Span(*m.span()) for m in found_in)
            named = self.find_in(document.text, block.span)
            named = tuple(m for m in named if not addresses.meeting(m.span))
            found += [*named, *echoes.of_block(named, block.span)]
        return tuple(sorted(found, key=lambda m: m.span))

    def find_in(self, text: str, within: Span) -> tuple[TopicMention, ...]:
        """All topics in one passage; of two that overlap the longer one stays."""
        chosen: list[TopicMention] = []
        taken: SpanIndex[TopicMention] = SpanIndex()
        longest_first = sorted(
            self._candidates(text, within), key=lambda m: (m.span.start - m.span.end, m.span)
        )
        for mention in longest_first:
            if not taken.meeting(mention.span):
                taken.add(mention.span, mention)
                chosen.append(mention)
        return tuple(sorted(chosen, key=lambda m: m.span))

    def of_statement(
        self, document: Document, attribution: Attribution, mentions: TopicPlaces
    ) -> tuple[str, ...]:
        """The notations of what a statement is about, sorted: the most specific of its content.

        Where the content names no topic, or the whole field only, the topic that stands nearest to
        it and counts most in the document is taken. Where it points back ("it will help ..."), the
        topic of the passage before it is added to its own.
        """
        named = {m.topic for m in mentions.inside(attribution.content)}
        own = named - self._general
        points_back = is_anaphoric(document.text, attribution)
        if own and not points_back:
            return self.most_specific(own)
        left_out = self._general | own
        headline = self._in_headline(document)
        focused = is_focused(document, mentions, headline)
        weights = nearness(document, attribution, mentions, left_out, focused=focused)
        if not own and not (points_back and weights):
            headed = headline - self._general
            whole = salience(document, mentions, left_out, headed) if focused else {}
            for topic in weights.keys() | own_topic(document, attribution, whole):
                weights[topic] = weights.get(topic, 0.0) + whole.get(topic, 0.0)
        most = max(weights.values(), default=0.0)
        context = {t for t, weight in weights.items() if weight == most}
        may_be_any = not focused or is_turn(document.text, attribution)
        return self.most_specific(own | context or named or (set() if may_be_any else headline))

    def most_specific(self, notations: Iterable[str]) -> tuple[str, ...]:
        """The notations, sorted, without those that are broader than another one of them."""
        found = set(notations)
        broader = {above for n in found for above in self._above[n]}
        return tuple(sorted(found - broader))

    def _in_headline(self, document: Document) -> frozenset[str]:
        headline = document.headline or ""
        known = self._headlines.get(headline)
        if known is None:  # kept, as every statement of a document asks for it
            found = self.find_in(headline, Span(0, len(headline)))
            known = frozenset(m.topic for m in found)
            self._headlines = {headline: known}
        return known

    def _candidates(self, text: str, within: Span) -> Iterator[TopicMention]:
        for pattern, known, is_acronym in self._patterns:
            for match in pattern.finditer(text, within.start, within.end):
                span = Span(*match.span(1))
                # Missing for the few letters that re and str fold differently (dotless i).
                notation = known.get(_fold(span.of(text), acronym=is_acronym))
                if notation is not None:
                    yield TopicMention(span=span, topic=notation)


def _written_out(label: str) -> str:
    """The same form with the field's name in full."""
    return re.sub(r"\bAI\b", "artificial intelligence", label)


def _fold(label: str, *, acronym: bool) -> str:
    for sign in _APOSTROPHES[1:]:
        label = label.replace(sign, _APOSTROPHES[0])
    folded = _GAP.sub(" ", label.strip())
    return folded if acronym else folded.casefold()


def _compile(labels: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """An expression whose group 1 is the longest label at every place, overlaps included."""
    trie: _Trie = {}
    for label in labels:
        node = trie
        for character in label:
            node = node.setdefault(character, {})
        node[_END] = {}
    return re.compile(rf"(?<!\w)(?=({_pattern(trie)}))", flags)


def _pattern(trie: _Trie) -> str:
    """The trie as an expression: longer branches are tried before the end of a label."""
    branches = [_sign(c) + _pattern(below) for c, below in sorted(trie.items()) if c != _END]
    if _END in trie:
        branches.append(r"(?!\w)")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _sign(character: str) -> str:
    if character == " ":
        return _GAP_PATTERN
    return f"[{_APOSTROPHES}]" if character == _APOSTROPHES[0] else re.escape(character)
