"""What resolvers propose: whom a source may mean, and on what evidence.

A resolver changes nothing: it names a member of the cast, or somebody new by kind and name, and
`choose` takes the proposal on. How sure each kind of evidence is stands here, and only here.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.offices.titles import Title
from kg.link.cast.members import Member
from schema.entity import ActorKind


class Evidence(StrEnum):
    """Why somebody is proposed."""

    NOTHING = "nothing"
    FULL_NAME = "full name"
    SURNAME = "surname"
    BODY_NAME = "body name"
    PAPER_NAME = "paper name"
    LABEL_NAME = "label name"
    LABEL_OFFICE = "label office"
    OWN_WORDS = "own words"  # "her words"
    RELATIVE_NAME = "relative name"
    RELATIVE_APPOSITION = "relative apposition"
    PRONOUN = "pronoun"  # less with what the candidate costs
    PRONOUN_OF_THINGS = "pronoun of things"
    SIGNATURE = "signature"
    ONLY_AUTHOR = "only author"
    OFFICE_BEFORE = "office before"
    OFFICE_LATER = "office later"
    OFFICE_OF_LAST_SPEAKER = "office of last speaker"
    SPOKESPERSON = "spokesperson"
    SPOKEN_FOR = "spoken for"
    DESCRIBED_BEFORE = "described before"
    DESCRIBED_LATER = "described later"
    EPITHET = "epithet"
    PAIR = "pair"
    GROUP = "group"
    PAPER_NAMED_SO = "paper named so"
    PAPER_POINTED = "paper pointed"
    PAPER_UNTITLED = "paper untitled"
    BODY_BY_NOUN = "body by noun"
    BODY_BY_CLASS = "body by class"
    BODY_LATER = "body later"
    BODY_OF_OUTLET = "body of outlet"
    COMPANY_BEFORE = "company before"
    BODY_BY_KIND = "body by kind"
    BODY_BY_ARTICLE = "body by article"


SURE: dict[Evidence, float] = {
    Evidence.NOTHING: 0.0,
    Evidence.FULL_NAME: 0.98,
    Evidence.SURNAME: 0.95,
    Evidence.BODY_NAME: 0.95,
    Evidence.PAPER_NAME: 0.9,
    Evidence.LABEL_NAME: 0.95,
    Evidence.LABEL_OFFICE: 0.85,
    Evidence.OWN_WORDS: 0.95,
    Evidence.RELATIVE_NAME: 0.9,
    Evidence.RELATIVE_APPOSITION: 0.85,
    Evidence.PRONOUN: 0.9,
    Evidence.PRONOUN_OF_THINGS: 0.7,
    Evidence.SIGNATURE: 0.85,
    Evidence.ONLY_AUTHOR: 0.8,
    Evidence.OFFICE_BEFORE: 0.9,
    Evidence.OFFICE_LATER: 0.7,
    Evidence.OFFICE_OF_LAST_SPEAKER: 0.75,
    Evidence.SPOKESPERSON: 0.7,
    Evidence.SPOKEN_FOR: 0.6,
    Evidence.DESCRIBED_BEFORE: 0.75,
    Evidence.DESCRIBED_LATER: 0.6,
    Evidence.EPITHET: 0.6,
    Evidence.PAIR: 0.8,
    Evidence.GROUP: 0.9,
    Evidence.PAPER_NAMED_SO: 0.85,
    Evidence.PAPER_POINTED: 0.8,
    Evidence.PAPER_UNTITLED: 0.6,
    Evidence.BODY_BY_NOUN: 0.7,
    Evidence.BODY_BY_CLASS: 0.6,
    Evidence.BODY_LATER: 0.6,
    Evidence.BODY_OF_OUTLET: 0.7,
    Evidence.COMPANY_BEFORE: 0.6,
    Evidence.BODY_BY_KIND: 0.7,
    Evidence.BODY_BY_ARTICLE: 0.6,
}
"""How sure each is, in [0, 1]: set by hand so far."""


@dataclass(frozen=True)
class Proposal:
    """A member of the cast, or somebody new by kind and name; nobody when it cannot be told.

    `cost` makes it less sure. `office`: that the member holds, by what is proposed. `full`: a
    longer name for it. `gender`: the pronoun that the source tells.
    """

    evidence: Evidence
    member: Member | None = None
    kind: ActorKind | None = None
    name: str = ""
    cost: float = 0.0
    office: Title | None = None
    full: str = ""
    gender: str | None = None

    @property
    def somebody(self) -> bool:
        """Whether it names somebody."""
        return self.member is not None or self.kind is not None

    @property
    def called(self) -> str:
        """The name of whom it proposes."""
        return self.member.name if self.member else self.name

    @property
    def is_person(self) -> bool:
        """Whether it proposes a person."""
        kind = self.member.kind if self.member else self.kind
        return kind is ActorKind.PERSON


UNKNOWN = Proposal(Evidence.NOTHING)


def new(evidence: Evidence, kind: ActorKind, name: str) -> Proposal:
    """Somebody who need not be in the cast yet."""
    return Proposal(evidence, kind=kind, name=name)
