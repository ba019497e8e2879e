"""What a resolver may look at: the document, its cast, the offices, and who has spoken so far.

Comes in: `linker`. Goes out: answers to "who spoke last", "which paragraph is this". Called by the
resolvers: `pronouns`, `nominals`, `turns`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from kg.link.cast import Cast, Member
from schema.document import Document
from schema.entity import ActorKind, TenureStatus
from schema.span import Span


@dataclass(frozen=True)
class Held:
    """An office of somebody in the cast; `head` is the last word of the bare title."""

    holder: Member
    title: str
    head: str
    organization: Member | None
    status: TenureStatus
    span: Span


@dataclass(frozen=True)
class Resolution:
    """Who is meant, and how sure that is; nobody when it cannot be told."""

    member: Member | None = None
    confidence: float = 0.0


UNKNOWN = Resolution()


@dataclass
class Scene:
    """The state of linking; attributions are resolved in the order of the text.

    `strangers` are the passages of people, or of speakers, whom nobody could name.
    """

    document: Document
    cast: Cast
    held: list[Held] = field(default_factory=list)
    spoken: list[tuple[Span, Member]] = field(default_factory=list)
    strangers: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._blocks = [b.span for b in self.document.content()]
        self._starts = [b.start for b in self._blocks]

    def block_at(self, at: int, *, back: int = 0) -> Span | None:
        """The content block around a place, or the one `back` blocks before it."""
        index = bisect_right(self._starts, at) - 1 - back
        return self._blocks[index] if index >= 0 else None

    def speakers(self, within: Span, *, before: int | None = None) -> list[Member]:
        """Who has spoken inside a passage, in text order."""
        end = within.end if before is None else min(before, within.end)
        return [m for s, m in self.spoken if within.start <= s.start and s.end <= end]

    def stranger_nearer(self, at: int, member: Member) -> bool:
        """Whether somebody unknown was named or spoke between a member's last passage and here."""
        last = max((s.end for s in member.mentions if s.end <= at), default=0)
        return any(last < s.end <= at for s in self.strangers)

    def people(self, within: Span) -> list[Member]:
        """The people referred to inside a passage, in text order."""
        return [m for _, m in self.cast.mentioned(ActorKind.PERSON, within)]
