"""What a resolver may look at: the document, its cast, the offices, and who has spoken so far.

Comes in: `linker`. Goes out: answers to "who spoke last", "which paragraph is this".
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.english.quotes import quotations
from kg.link.cast.bearers import Bearers
from kg.link.cast.bodies import Bodies
from kg.link.cast.members import Cast, Member
from kg.read.phrases import NounPhrase, words
from kg.read.reading import Reading
from kg.read.tree import Token
from schema.attribution import Role
from schema.document import Document
from schema.entity import ActorKind, TenureStatus
from schema.span import Span
from schema.span_index import SpanIndex

PRONOUN = re.compile(r"(?:I|We|You|He|She|It|They|Who|Some|Many|One|Nobody|Others?|Both)\b.*")


@dataclass(frozen=True)
class Held:
    """An office of somebody in the cast; `head` is the last word of the bare title."""

    holder: Member
    title: str
    head: str
    organization: Member | None
    status: TenureStatus
    span: Span


class Spoken:
    """Who has spoken so far, by the passages of the sources."""

    def __init__(self) -> None:
        self.places: SpanIndex[tuple[Span, Member]] = SpanIndex()
        self.members: list[Member] = []

    def add(self, span: Span, member: Member) -> None:
        """Note one who has spoken."""
        self.places.add(span, (span, member))
        self.members.append(member)


class Strangers:
    """Passages of people, or of speakers, whom nobody could name."""

    def __init__(self) -> None:
        self.places: SpanIndex[Span] = SpanIndex()
        self._by_end: list[tuple[int, Span]] = []

    def add(self, span: Span) -> None:
        """Note one more."""
        self.places.add(span, span)
        insort(self._by_end, (span.end, span))

    def any_between(self, last: int, at: int, *, text: str | None = None) -> bool:
        """Whether one ends behind `last` and not behind `at`; with a text only names count."""
        first = bisect_left(self._by_end, (last + 1,))
        behind = bisect_left(self._by_end, (at + 1,))
        if text is None:
            return first < behind
        found = (s for _, s in self._by_end[first:behind])
        return any(
            text[s.start].isupper() and s.of(text).istitle() and not PRONOUN.fullmatch(s.of(text))
            for s in found
        )


@dataclass
class Scene:
    """The state of linking; attributions are resolved in the order of the text.

    `strangers` are the passages of people, or of speakers, whom nobody could name; `roles` say what
    a name is in its sentence, by where the name ends.
    """

    reading: Reading
    cast: Cast
    bearers: Bearers
    bodies: Bodies
    held: list[Held] = field(default_factory=list)
    spoken: "Spoken" = field(default_factory=lambda: Spoken())
    strangers: "Strangers" = field(default_factory=lambda: Strangers())
    roles: Mapping[int, Role] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The document that is linked."""
        return self.reading.document

    def __post_init__(self) -> None:
        self._blocks = [b.span for b in self.document.content()]
        self._starts = [b.start for b in self._blocks]
        self._quoted = bytearray(len(self.document.text))
        for quotation in quotations(self.document.text):
            length = quotation.end - quotation.start
            self._quoted[quotation.start : quotation.end] = b"\1" * length
        self._sentences = sorted({*self._starts, *self._sentence_starts()})

    def _sentence_starts(self) -> Iterator[int]:
        """Where sentences begin; those inside a quotation are part of the sentence around it."""
        for paragraph in self.reading.content():
            for before, token in pairwise(paragraph.tokens):
                inside = self.quoted(before.start) and self.quoted(token.start)
                if token.root is not before.root and not inside:
                    yield token.start

    def quoted(self, at: int) -> bool:
        """Whether a place lies between quotation marks."""
        return at < len(self._quoted) and bool(self._quoted[at])

    def sentence_at(self, at: int) -> Span:
        """The sentence of the narrator around a place, to the end of its block."""
        index = bisect_right(self._sentences, at) - 1
        start = self._sentences[index] if index >= 0 else 0
        after = index + 1
        end = self._sentences[after] if after < len(self._sentences) else len(self.document.text)
        return Span(start, end)

    def sentence_start(self, at: int, *, back: int) -> int:
        """Where the sentence begins that is `back` sentences before the one around a place."""
        index = bisect_right(self._sentences, at) - 1 - back
        return self._sentences[index] if index >= 0 else 0

    def sentences_between(self, before: int, behind: int) -> int:
        """How many sentences of the narrator begin behind one place and not behind the other."""
        return bisect_right(self._sentences, behind) - bisect_right(self._sentences, before)

    def block_at(self, at: int, *, back: int = 0) -> Span | None:
        """The content block around a place, or the one `back` blocks before it."""
        index = bisect_right(self._starts, at) - 1 - back
        return self._blocks[index] if 0 <= index < len(self._blocks) else None

    def speakers(self, within: Span, *, before: int | None = None) -> list[Member]:
        """Who has spoken inside a passage, in text order."""
        end = within.end if before is None else min(before, within.end)
        return [m for _, m in self.spoken.places.inside(Span(within.start, end))]

    def foremost(self, members: Iterable[Member], at: int) -> Member:
        """Of several people the one the text is about right before a place: who spoke last in this
        paragraph or the one before, else who was named last."""
        block = self.block_at(at, back=1) or self.block_at(at)
        start = block.start if block else 0
        among = {id(m): m for m in members}
        near = self.spoken.places.meeting(Span(start, at))
        spoken = [m for s, m in near if start <= s.start and id(m) in among]
        if spoken:
            return spoken[-1]
        return max(among.values(), key=lambda m: m.last_before(at) or Span(0, 0))

    def named_stranger_nearer(self, at: int, member: Member) -> bool:
        """Whether a name that is nobody's was written between a member's last passage and here."""
        return self.strangers.any_between(member.named_until(at), at, text=self.document.text)

    def stranger_nearer(self, at: int, member: Member) -> bool:
        """Whether somebody unknown was named or spoke between a member's last passage and here."""
        return self.strangers.any_between(member.named_until(at), at)

    def phrase(self, span: Span) -> NounPhrase | None:
        """The noun phrase that a passage is."""
        return self.reading.phrase(span)

    def words(self, tokens: Sequence[Token]) -> str:
        """The exact words of neighbouring tokens, white space folded."""
        return words(tokens, self.document.text)

    def person(self, phrase: NounPhrase) -> Member | None:
        """The person whose name the head of a phrase is part of."""
        return self.cast.covering(ActorKind.PERSON, phrase.head.span)

    def is_full(self, phrase: NounPhrase) -> bool:
        """Whether the personal name that the head is part of has several words here."""
        name = self.cast.passage(ActorKind.PERSON, phrase.head.span)
        return name is not None and " " in name.of(self.document.text)

    def body(self, phrase: NounPhrase) -> Member | None:
        """The organisation whose name the head of a phrase is part of."""
        return self.cast.covering(ActorKind.ORGANIZATION, phrase.head.span)

    def paper(self, phrase: NounPhrase) -> Member | None:
        """The paper whose name the head of a phrase is part of."""
        return self.cast.covering(ActorKind.DOCUMENT, phrase.head.span)

    def group(self, phrase: NounPhrase) -> Member | None:
        """The group that has been called by the phrase."""
        return self.cast.covering(ActorKind.GROUP, phrase.head.span)

    def people(self, within: Span) -> list[Member]:
        """The people referred to inside a passage, in text order."""
        return [m for _, m in self.cast.mentioned(ActorKind.PERSON, within)]
