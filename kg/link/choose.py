"""Who speaks: from the words of an attribution's source to a member of the cast.

Comes in: attributions in a Scene, in text order. Goes out: a Resolution each. Resolvers propose, in
a fixed order, and this is the only place that takes a proposal on: it adds to the cast, notes who
has spoken, and says how sure that is. The head of the phrase decides: "Ada Norr's spokesman" is not
Ada Norr, "the head of the bank, Ada Norr" is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.english.offices import DETERMINERS, HONORIFICS
from kg.english.words import pairs
from kg.extract.offices.passage import Name, Word, read_words
from kg.extract.offices.titles import Title, read_title
from kg.link.cast.members import Member
from kg.link.proposals import SURE, UNKNOWN, Evidence, Proposal
from kg.link.resolve.bodies import resolve_body, resolve_own_spokesperson
from kg.link.resolve.descriptions import resolve_description
from kg.link.resolve.groups import resolve_group
from kg.link.resolve.labels import is_label, resolve_label
from kg.link.resolve.names import resolve_body_name, resolve_called, resolve_person_name
from kg.link.resolve.narrator import resolve_narrator
from kg.link.resolve.owned import resolve_owned
from kg.link.resolve.pairs import both, resolve_pair
from kg.link.resolve.papers import resolve_paper
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.resolve.proper import resolve_apposed, resolve_proper
from kg.link.resolve.relatives import RELATIVES, resolve_relative
from kg.link.resolve.titles import SPEAKS_FOR, resolve_title
from kg.link.scene import Held, Scene
from kg.read.phrases import NounPhrase
from schema.attribution import Attribution
from schema.entity import ActorKind
from schema.span import Span
from schema.span_index import SpanIndex

_LEAST, _PER_COST = 0.5, 0.1  # what a cost takes from how sure a proposal is, and how far down
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_PERSONAL = pairs("people", "pronouns")
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some"})
_NAME_OF = {
    ActorKind.PERSON: Name.PERSON,
    ActorKind.ORGANIZATION: Name.ORGANIZATION,
    ActorKind.DOCUMENT: Name.ORGANIZATION,
}


@dataclass(frozen=True)
class Resolution:
    """Who is meant, and how sure that is; nobody when it cannot be told."""

    member: Member | None = None
    confidence: float = 0.0


class Speakers:
    """Resolves the sources of one document, in text order."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self._scene = scene
        self._attributions = attributions
        self._contents = SpanIndex((c, k) for k, a in enumerate(attributions) for c in a.content)
        self._text = scene.document.text
        self._resolved: dict[int, Resolution] = {}

    def waits(self, at: int) -> bool:
        """Whether a source is known only when all others are: the "I" of somebody's words."""
        source = self._attributions[at].source
        return bool(source) and source[0].of(self._text).lower() in {*_FIRST_PERSON, "my", "our"}

    def resolve(self, at: int) -> Resolution:
        """The speaker of attribution number `at`; what it finds later ones may refer to."""
        attribution = self._attributions[at]
        source = attribution.source[0] if attribution.source else None
        found = self._taken_on(source, self._proposal(at, source)) if source else Resolution()
        self._resolved[at] = found
        if source and found.member is not None:
            self._scene.spoken.add(source, found.member)
            if not self._scene.cast.mentioned(found.member.kind, source):
                self._scene.cast.refer(source, found.member)
        elif source:
            self._scene.strangers.add(source)
        return found

    def _taken_on(self, source: Span, proposal: Proposal) -> Resolution:
        """What becomes of a proposal: the cast has whom it names, with all that it tells."""
        if not proposal.somebody:
            return Resolution()
        cast, member = self._scene.cast, proposal.member
        if member is None and proposal.kind is ActorKind.ORGANIZATION:
            member = self._scene.bodies.member(proposal.name)
        elif member is None and proposal.kind is not None:
            member = cast.add(proposal.kind, proposal.name)
        assert member is not None  # noqa: S101 - `somebody` says so
        if proposal.full:
            member.name = proposal.full
            cast.also(member, member.name)
        member.gender = proposal.gender or member.gender
        if (title := proposal.office) is not None and title.organization:
            body = self._scene.bodies.member(title.organization)
            held = Held(member, title.title, title.head, body, title.status, source)
            self._scene.held.append(held)
        sure = SURE[proposal.evidence]
        less = max(_LEAST, sure - _PER_COST * proposal.cost) if proposal.cost else sure
        return Resolution(member, less)

    def _proposal(self, at: int, source: Span) -> Proposal:
        words = source.of(self._text).strip(" \"“”'\n").lower()
        words = _PERSONAL.get(words, words)
        if is_label(self._text, *source):
            return resolve_label(self._scene, source.of(self._text))
        if words in _FIRST_PERSON:
            inside = self._first_person(at, source)
            singular = words in {"i", "me"} and inside.member is None
            told = Proposal(Evidence.SIGNATURE, inside.member)
            return resolve_narrator(self._scene, source) if singular else told
        if words in _PRONOUNS:
            return resolve_pronoun(self._scene, source, words)
        phrase = self._scene.phrase(source)
        tokens = self._scene.reading.tokens_in(source)
        if tokens and tokens[-1].lower in RELATIVES and len(tokens) <= 4:
            return resolve_relative(self._scene, tokens[-1])
        return self._of_phrase(source, phrase) if phrase else UNKNOWN

    def _first_person(self, at: int, source: Span) -> Resolution:
        """ "I" inside a quote is its speaker."""
        around = (k for k in self._contents.holding(source) if k != at)
        known = [self._resolved[k] for k in around if k in self._resolved]
        return known[-1] if known else Resolution()

    def _of_phrase(self, source: Span, phrase: NounPhrase) -> Proposal:
        """What the first resolver says that takes the phrase for one of its own."""
        scene = self._scene
        resolvers: tuple[Callable[[], Proposal | None], ...] = (
            lambda: resolve_owned(scene, phrase),
            lambda: resolve_called(scene, phrase, source),
            lambda: self._beside(source, phrase),
            lambda: resolve_pair(scene, phrase),
            lambda: resolve_person_name(scene, phrase),
            lambda: resolve_apposed(scene, phrase),
            lambda: self._title(source, phrase),
            lambda: resolve_body_name(scene, phrase),
            lambda: resolve_paper(scene, phrase),
            lambda: resolve_group(scene, phrase),
            lambda: resolve_body(scene, phrase),
            lambda: self._described(phrase),
            lambda: resolve_proper(scene, phrase),
        )
        return next((found for resolve in resolvers if (found := resolve()) is not None), UNKNOWN)

    def _beside(self, source: Span, phrase: NounPhrase) -> Proposal | None:
        """ "He and Ada Norr", "she and other voters"."""
        if phrase.noun not in {"he", "she"} or not phrase.joined:
            return None
        one = resolve_pronoun(self._scene, source, phrase.noun)
        other = resolve_person_name(self._scene, phrase.joined[0])
        return both(one, other) if other is not None else one

    def _title(self, source: Span, phrase: NounPhrase) -> Proposal | None:
        words = read_words(self._text, source, name_at=self._name_at(source))
        while words and (words[0].sign or words[0].lower in HONORIFICS):
            words = words[1:]
        title = read_title(self._text, words, 0) if words else None
        if title is None or self._ends_in_a_field(source, words):
            return None
        if not _is_whole(words, title):
            return self._spoken_for(phrase) if title.head in SPEAKS_FOR else None
        first = words[0]
        definite = first.text.lower() not in _INDEFINITE and (
            first.text.lower() in DETERMINERS or first.possessive or title.organization is not None
        )
        found = resolve_title(self._scene, phrase, source, title, definite=definite)
        if not found.somebody and title.head in SPEAKS_FOR:
            return self._spoken_for(phrase) or found
        return found if found.somebody else self._described(phrase) or UNKNOWN

    def _ends_in_a_field(self, source: Span, words: Sequence[Word]) -> bool:
        """Whether it is the name of a body that ends in a title ("Department of Justice")."""
        start = next((w.start for w in words if w.text.lower() not in DETERMINERS), source.end)
        bodies = self._scene.cast.mentioned(ActorKind.ORGANIZATION, source)
        whole = (s for s, _ in bodies if s.start <= start and s.end >= source.end - 1)
        return any(" of " in s.of(self._text) or " for " in s.of(self._text) for s in whole)

    def _spoken_for(self, phrase: NounPhrase) -> Proposal | None:
        """ "A spokesman for Norr" speaks for Ada Norr, one for "Norr's 2016 campaign" for that."""
        whom = next(phrase.behind("for"), None)
        if whom is None:
            return resolve_own_spokesperson(self._scene, phrase)
        found = self._of_phrase(whom.span, whom)
        return (
            Proposal(Evidence.SPOKEN_FOR, found.member, found.kind, found.name)
            if found.somebody
            else None
        )

    def _described(self, phrase: NounPhrase) -> Proposal | None:
        found = resolve_description(self._scene, phrase)
        return found if found.somebody else None

    def _name_at(self, source: Span) -> Callable[[int], Name]:
        """What kind of name covers an offset of a source."""
        kinds = {
            k: name
            for kind, name in _NAME_OF.items()
            for span, _ in self._scene.cast.mentioned(kind, source)
            for k in range(*span)
        }
        return lambda at: kinds.get(at, Name.NONE)


def _is_whole(words: Sequence[Word], title: Title) -> bool:
    """Whether the title is the head of the phrase, not the first word of a longer one."""
    if title.end >= len(words):
        return True
    following = words[title.end]
    return following.sign or following.lower in {"who", "in", "from", "that"}
