"""The cast of one document: everybody and everything it names, each once, with all passages.

Comes in: the mentions of an extraction. Goes out: `Member`s, found by passage, name or surname,
and at the end `Actor`s.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.link.cast.names import fullness, proper_name
from schema.entity import Actor, ActorKind
from schema.ids import normalise_name
from schema.span import Span

_LONGEST_NAME = 100  # characters


@dataclass(eq=False)
class Member:
    """One actor under construction. `forms` are its names, short ones left out.

    `registered`: the full name comes from a registry, not from the document.
    """

    kind: ActorKind
    name: str
    forms: set[str] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)
    gender: str | None = None
    registered: bool = False
    _order: list[Span] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def mention(self, span: Span) -> None:
        """Note a passage that stands for it."""
        if span not in self.mentions:
            self.mentions.add(span)
            insort(self._order, span)
            insort(self._ends, span.end)

    def named_until(self, at: int) -> int:
        """Where its last passage before a place in the text ends; 0 when it has none."""
        count = bisect_right(self._ends, at)
        return self._ends[count - 1] if count else 0

    def last_before(self, at: int) -> Span | None:
        """Its last passage that ends at a place in the text or before; None when it has none."""
        before = range(bisect_left(self._order, Span(at, at)) - 1, -1, -1)
        return next((self._order[k] for k in before if self._order[k].end <= at), None)

    def is_named_in(self, start: int, end: int) -> bool:
        """Whether a passage of it begins at a place in the text or behind, and before another."""
        at = bisect_left(self._order, Span(start, start))
        return at < len(self._order) and self._order[at].start < end

    def actor(self) -> Actor:
        """The finished actor."""
        return Actor(
            name=self.name,
            kind=self.kind,
            alt_names=tuple(sorted(self.forms - {self.name})),
            mentions=tuple(sorted(self.mentions)),
        )


class Cast:
    """All members, and which passage stands for whom."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.forms: list[tuple[Member, str]] = []  # as they came in
        self.at: dict[Span, Member] = {}
        self._places: dict[int, int] = {}
        self._by_name: dict[tuple[ActorKind, str], Member] = {}
        self._order: dict[ActorKind, list[Span]] = {kind: [] for kind in ActorKind}

    def add(self, kind: ActorKind, name: str) -> Member:
        """The member of this kind and (normalised) name, made when it is not there yet."""
        found = self.named(kind, name)
        if found is None:
            found = Member(kind, name)
            self._places[id(found)] = len(self.members)
            self.members.append(found)
        self.also(found, name)
        return found

    def also(self, member: Member, form: str) -> None:
        """Note another form of a member's name; the first member to carry a form keeps it."""
        if form not in member.forms:
            member.forms.add(form)
            self.forms.append((member, form))
        self._by_name.setdefault((member.kind, normalise_name(form)), member)

    def named(self, kind: ActorKind, name: str) -> Member | None:
        """The member that goes by this name."""
        return self._by_name.get((kind, normalise_name(name)))

    def place(self, member: Member) -> int:
        """The how manyth it is to have come in."""
        return self._places[id(member)]

    def of(self, kind: ActorKind) -> Iterator[Member]:
        """The members of one kind, in the order in which they came in."""
        return (m for m in self.members if m.kind is kind)

    def refer(self, span: Span, member: Member) -> None:
        """Note that a passage stands for a member."""
        known = self.at.get(span)
        if known is None or known.kind is not member.kind:
            insort(self._order[member.kind], span)
        if known is not None and known.kind is not member.kind:
            self._order[known.kind].remove(span)
        self.at[span] = member
        member.mention(span)

    def mentioned(self, kind: ActorKind, within: Span) -> list[tuple[Span, Member]]:
        """Who of this kind is referred to inside a passage, in text order."""
        order = self._order[kind]
        first = bisect_left(order, Span(within.start, within.start))
        last = bisect_left(order, Span(within.end, within.end))
        return [(s, self.at[s]) for s in order[first:last] if s.end <= within.end]

    def covering(self, kind: ActorKind, place: Span) -> Member | None:
        """Who of this kind is referred to by a passage that holds a place."""
        passage = self.passage(kind, place)
        return self.at[passage] if passage else None

    def passage(self, kind: ActorKind, place: Span) -> Span | None:
        """The passage that holds a place and refers to somebody of this kind."""
        order = self._order[kind]
        # Passages of one kind hardly ever overlap: the nearest one that begins before is it.
        for k in range(bisect_right(order, Span(place.start, place.end)), -1, -1):
            if k < len(order) and order[k].contains(place):
                return order[k]
            if k < len(order) and order[k].start + _LONGEST_NAME < place.start:
                break
        return None


def fullest(names: set[str]) -> str:
    """The fullest of some spellings of a person's name, without honorifics."""
    return proper_name(max(names, key=fullness))
