"""Direct speech: quotations, the words outside that say who speaks, and what goes on without them.

Comes in: a parsed paragraph. Goes out: the quotations in it that are speech, the verbs beside them,
and who speaks. Called by `spoken`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.cues_frames import QUOTING
from kg.extract.drafts import Draft, Range, joined, tokens_range
from kg.extract.quotes import Quotation, quotations
from kg.extract.reported import cue_of, lemma_of
from kg.extract.sources import noun_phrase, source_of

_SENTENCE_END = frozenset({".", "!", "?"})
DASHES = frozenset({"—", "–", "―", "-", "--"})
GOES_ON = DASHES | {","}
_FEW = 3  # words up to which a quotation inside a clause only marks a term
_REACH = 25  # tokens between a quotation and its cue at most
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Passage:
    """A parsed paragraph with its quotations.

    `quoted` are the tokens inside marks, `outside` those neither inside nor a mark.
    """

    text: str
    tokens: Sequence[Token]
    quotations: Sequence[Quotation]
    quoted: frozenset[int]
    outside: frozenset[int]

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where the tokens outside quotations stand that end a sentence."""
        outside = (t for t in self.tokens if t.i in self.outside)
        return [t.idx for t in outside if t.text in _SENTENCE_END]

    @cached_property
    def words(self) -> list[int]:
        """Where the words outside quotations begin."""
        return [t.idx for t in self.tokens if t.i in self.outside and t.text.isalpha()]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> "Passage":
        """The quotations of a paragraph's text, paired."""
        found = quotations(text)
        starts = [t.idx for t in tokens] if found else []

        def between(start: int, end: int) -> range:
            return range(bisect_left(starts, start), bisect_left(starts, end))

        quoted = frozenset(i for q in found for i in between(q.start, q.end))
        marks = {i for q in found for i in between(q.before, q.after)}
        return cls(text, tokens, found, quoted, frozenset(range(len(tokens))) - marks)


@dataclass(frozen=True)
class Speech:
    """A quotation, with the tokens of its sentence before and behind it."""

    quote: Quotation
    before: list[Token]
    behind: list[Token]


def speeches(passage: Passage) -> list[Speech]:
    """The quotations that are speech; a scare quote (a few words inside a clause) is none."""
    found, text, every = [], passage.text, passage.quotations
    words = [t for t in passage.tokens if not t.is_space] if every else []
    starts, ends = [t.idx for t in words], [t.idx + len(t) for t in words]
    for k, quote in enumerate(every):
        start = every[k - 1].after if k else 0
        stop = every[k + 1].before if k + 1 < len(every) else len(text)
        before = words[bisect_left(starts, start) : bisect_right(ends, quote.before)]
        behind = words[bisect_left(starts, quote.after) : bisect_right(ends, stop)]
        speech = Speech(quote, _last_sentence(before), _first_sentence(text, quote, behind))
        if _spoken(text, speech):
            found.append(speech)
    return found


def cue_behind(speech: Speech) -> Token | None:
    """The verb that says after the quotation who spoke: "...," she said."""
    return next((t for t in speech.behind[:_REACH] if quotes(t)), None)


def cue_before(speech: Speech) -> Token | None:
    """The verb that announces the quotation: She said: "..."."""
    near = speech.before[-_REACH:]
    return next((t for t in reversed(near) if quotes(t)), None)


def quotes(token: Token) -> bool:
    """Whether the word may carry a quotation."""
    return token.pos_ in {"VERB", "AUX"} and lemma_of(token) in QUOTING


def draft_of(passage: Passage, verb: Token) -> Draft:
    """A new attribution for quotations to come."""
    return Draft(
        at=verb.idx,
        construction="direct",
        source=speaker_of(passage, verb),
        cue=joined(cue_of(verb)),
    )


def speaker_of(passage: Passage, verb: Token) -> list[Range]:
    """Who speaks, never from inside a quotation: the subject, else the noun beside the verb."""
    allowed = passage.outside
    found = [s for s in source_of(verb) if s[0].i in allowed]
    if found:
        return [tokens_range(_within(s, allowed)) for s in found]
    # Of its sentence: a noun further off is none beside the verb.
    chunks = [c for c in verb.sent.noun_chunks if c.root.i in allowed]
    behind = [c for c in chunks if c.start == verb.i + 1]
    before = [c for c in chunks if c.end <= verb.i]
    if behind:
        return [tokens_range(_within(noun_phrase(behind[0].root), allowed))]
    return [tokens_range(before[-1])] if before else []


def _within(phrase: TokenSpan, allowed: frozenset[int]) -> TokenSpan:
    """The phrase up to where a quotation begins."""
    end = phrase.start
    while end < phrase.end and end in allowed:
        end += 1
    while end > phrase.start + 1 and phrase.doc[end - 1].is_punct:
        end -= 1
    return phrase.doc[phrase.start : max(end, phrase.start + 1)]


def _last_sentence(tokens: list[Token]) -> list[Token]:
    if tokens and tokens[-1].text.endswith("."):  # also an abbreviation: "... in the U.S."
        return []
    ends = [k for k, t in enumerate(tokens) if t.text in _SENTENCE_END]
    return tokens[ends[-1] + 1 :] if ends else tokens


def _first_sentence(text: str, quote: Quotation, tokens: list[Token]) -> list[Token]:
    """What belongs to the quotation behind it: nothing when the quotation ended the sentence."""
    if not tokens or not quote.closed:
        return []
    full_stop = text[quote.end - 1 : quote.end] == "."
    if full_stop and not (tokens[0].text[0].islower() or tokens[0].text in GOES_ON):
        return []
    end = next((k for k, t in enumerate(tokens) if t.text in _SENTENCE_END), len(tokens))
    return tokens[:end]


def _spoken(text: str, speech: Speech) -> bool:
    """Whether the quotation is speech by itself: set off by a comma, a colon or as a sentence."""
    quote = speech.quote
    said = text[quote.start : quote.end]
    words = len(_WORD.findall(said))
    if not words:
        return False
    if _title(said):
        return False
    opened = not speech.before or speech.before[-1].text in {",", ":"} or quotes(speech.before[-1])
    ended = said.rstrip()[-1:] in set(",.?!—") or not quote.closed
    if speech.before and speech.before[-1].text == ":":
        return True
    return opened and (ended or words > _FEW) and (words > 1 or ended)


def _title(said: str) -> bool:
    """A few capitalised words name a book or a show."""
    words = [w for w in _WORD.findall(said) if len(w) > _FEW]
    return 1 < len(words) <= 2 * _FEW and all(w[0].isupper() for w in words)
