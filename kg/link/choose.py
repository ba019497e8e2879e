"""Who speaks: from the words of an attribution's source to a member of the cast.

Comes in: an attribution in a Scene. Goes out: a Resolution. The
head of the phrase decides: "Ada Norr's spokesman" is not Ada Norr, "the head of the bank, Ada Norr"
is.
"""

import re
from collections.abc import Sequence

from kg.english.offices import DETERMINERS, HONORIFICS, is_head
from kg.extract.offices.passage import Name, Word, read_words
from kg.extract.offices.titles import Title, read_title
from kg.link.cast.bodies import Bodies, plain_name
from kg.link.resolve.bodies import resolve_body, resolve_own_spokesperson
from kg.link.resolve.descriptions import resolve_description
from kg.link.resolve.epithets import resolve_epithet
from kg.link.resolve.groups import resolve_group
from kg.link.resolve.heads import leads_to_name, modifies
from kg.link.resolve.labels import is_label, resolve_label
from kg.link.resolve.narrator import resolve_narrator
from kg.link.resolve.owned import resolve_campaign, resolve_told
from kg.link.resolve.pairs import resolve_both, resolve_pair, resolve_together
from kg.link.resolve.papers import resolve_paper
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.resolve.proper import resolve_apposed, resolve_proper
from kg.link.resolve.relatives import RELATIVE, resolve_relative
from kg.link.resolve.titles import SPEAKS_FOR, resolve_title
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.attribution import Attribution
from schema.entity import ActorKind
from schema.span import Span
from schema.span_index import SpanIndex

_FULL_NAME, _SURNAME, _BODY, _PAPER, _SPOKEN_FOR = 0.98, 0.95, 0.95, 0.9, 0.6
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_POSSESSIVES = {
    "his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we",
    "him": "he", "himself": "he", "herself": "she", "them": "they", "themselves": "they",
    "itself": "it", "hers": "she", "theirs": "they", "myself": "i", "ourselves": "we",
}  # fmt: skip
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_NAME_OF = {
    ActorKind.PERSON: Name.PERSON,
    ActorKind.ORGANIZATION: Name.ORGANIZATION,
    ActorKind.DOCUMENT: Name.ORGANIZATION,
}
_INDEFINITE = frozenset({"a", "an", "one", "another", "some"})


class Speakers:
    """Resolves the sources of one document, in text order."""

    def __init__(self, scene: Scene, bodies: Bodies, attributions: Sequence[Attribution]) -> None:
        self._scene = scene
        self._bodies = bodies
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
        found = self._of(at, attribution)
        self._resolved[at] = found
        if found.member is not None and attribution.source:
            source = attribution.source[0]
            self._scene.spoken.add(source, found.member)
            if not self._scene.cast.mentioned(found.member.kind, source):
                self._scene.cast.refer(source, found.member)
        elif attribution.source:
            self._scene.strangers.add(attribution.source[0])
        return found

    def _of(self, at: int, attribution: Attribution) -> Resolution:
        if not attribution.source:
            return UNKNOWN
        source = attribution.source[0]
        words = source.of(self._text).strip(" \"“”'\n").lower()
        words = _POSSESSIVES.get(words, words)
        if is_label(self._text, *source):
            return resolve_label(self._scene, source.of(self._text))
        if words in _FIRST_PERSON:
            inside = self._first_person(at, source)
            singular = words in {"i", "me"} and inside.member is None
            return resolve_narrator(self._scene, source) if singular else inside
        if RELATIVE.fullmatch(words):
            return resolve_relative(self._scene, self._bodies, source)
        if words in _PRONOUNS:
            return resolve_pronoun(self._scene, source, words)
        return self._phrase(source)

    def _around(self, at: int, source: Span) -> list[int]:
        """The other attributions whose content holds this source."""
        return [k for k in self._contents.holding(source) if k != at]

    def _first_person(self, at: int, source: Span) -> Resolution:
        """ "I" inside a quote is its speaker."""
        known = [self._resolved[k] for k in self._around(at, source) if k in self._resolved]
        return known[-1] if known else UNKNOWN

    def _phrase(self, source: Span) -> Resolution:
        words = read_words(self._text, source, name_at=self._name_at(source))
        while words and (words[0].sign or words[0].lower in HONORIFICS):
            words = words[1:]
        if not words:
            return UNKNOWN
        for resolve in (
            self._told,
            self._called,
            self._campaign,
            self._pair,
            self._person,
            self._apposed,
            self._title,
            self._named,
            self._paper,
            self._group,
            self._body,
            self._description,
            self._proper,
        ):
            found = resolve(source, words)
            if found is not None:
                return found
        return UNKNOWN

    def _name_at(self, source: Span) -> "_NameAt":
        kinds = {
            k: _NAME_OF[kind]
            for kind in _NAME_OF
            for span, _ in self._scene.cast.mentioned(kind, source)
            for k in range(*span)
        }
        return _NameAt(kinds)

    def _person(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        """The name at the head: alone, behind its title, or behind a title and a comma; owners
        and modifiers are passed over ("Ada Norr's aide Bo Sol", "Norr voters")."""
        bodies = [s for s, _ in self._scene.cast.mentioned(ActorKind.ORGANIZATION, source)]
        for span, member in self._scene.cast.mentioned(ActorKind.PERSON, source):
            if any(b.contains(span) for b in bodies) or modifies(self._text, span, source):
                continue
            index = next((k for k, w in enumerate(words) if w.start >= span.start), len(words))
            if not leads_to_name(self._text, words, index):
                return None
            full = len(span.of(self._text).split()) > 1
            return Resolution(member, _FULL_NAME if full else _SURNAME)
        return None

    def _title(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        title = read_title(self._text, words, 0)
        if title is None or self._is_body(source, words):
            return None
        if not self._is_whole(words, title):
            return self._spoken_for(source) if title.head in SPEAKS_FOR else None
        first = words[0]
        definite = first.text.lower() not in _INDEFINITE and (
            first.text.lower() in DETERMINERS or first.possessive or title.organization is not None
        )
        found = resolve_title(self._scene, self._bodies, source, title, definite=definite)
        if found.member is None and title.head in SPEAKS_FOR:
            return self._spoken_for(source) or found
        return found if found.member is not None else self._described(source)

    def _is_body(self, source: Span, words: Sequence[Word]) -> bool:
        """Whether it is the name of a body that ends in a title ("Department of Justice")."""
        start = next((w.start for w in words if w.text.lower() not in DETERMINERS), source.end)
        bodies = self._scene.cast.mentioned(ActorKind.ORGANIZATION, source)
        whole = (s for s, _ in bodies if s.start <= start and s.end >= source.end - 1)
        return any(_OF_A_FIELD.search(s.of(self._text)) for s in whole)

    def _spoken_for(self, source: Span) -> Resolution | None:
        """ "A spokesman for Norr" speaks for Ada Norr, one for "Norr's 2016 campaign" for that."""
        whom = _SPEAKS_FOR_WHOM.fullmatch(self._text, *source)
        if whom is None:
            return resolve_own_spokesperson(self._scene, source)
        found = self._phrase(Span(*whom.span("whom")))
        return Resolution(found.member, _SPOKEN_FOR) if found.member else None

    def _is_whole(self, words: Sequence[Word], title: Title) -> bool:
        """Whether the title is the head of the phrase, not the first word of a longer one."""
        if title.end >= len(words):
            return True
        following = words[title.end]
        return following.sign or following.lower in {"who", "in", "from", "that"}

    def _named(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        together = resolve_together(self._scene, source)
        if together is not None:
            return together
        telling = (w for w in words if not w.sign and w.text.lower() not in DETERMINERS)
        start = next((w.start for w in telling), words[0].start)
        for kind, confidence in ((ActorKind.DOCUMENT, _PAPER), (ActorKind.ORGANIZATION, _BODY)):
            for span, member in self._scene.cast.mentioned(kind, source):
                behind = _BEHIND_BODY.match(self._text, span.end, source.end)
                of_another = behind is not None and behind[1] not in _POSTMODIFIERS
                of_another |= self._text.startswith("-", span.end)  # "Pro" of "Pro-Norr"
                # "Presidential candidate Ada Norr's campaign": the title is the owner's.
                before = self._text[start : span.start].split()
                titled = bool(before) and is_head(before[-1]) and _CAMPAIGN.search(member.name)
                if (span.start == start or titled) and not of_another:
                    return Resolution(member, confidence)
        name = plain_name(source.of(self._text)).strip("*_ ")
        if name.islower() and " " not in name:
            return None  # "the state" is not the State Department
        named = self._scene.cast.named(ActorKind.ORGANIZATION, name)
        return Resolution(named, _BODY) if named else None

    def _apposed(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_apposed(self._scene, self._bodies, source)

    def _told(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_told(self._scene, source)

    def _campaign(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_campaign(self._scene, source)

    def _pair(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        beside = _BESIDE.match(self._text, *source)
        if beside is None:
            return resolve_pair(self._scene, source)
        one = resolve_pronoun(self._scene, source, beside[1].lower())
        others = self._phrase(Span(beside.end(), source.end))
        named = others.member is not None and others.member.kind is ActorKind.PERSON
        return resolve_both(self._scene, one, others) if named else one

    def _paper(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_paper(self._scene, source)

    def _group(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_group(self._scene, source.of(self._text))

    def _body(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        return resolve_body(self._scene, self._bodies, source)

    def _description(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        found = self._described(source)
        return found if found.member is not None else None

    def _described(self, source: Span) -> Resolution:
        found = resolve_description(self._scene, source)
        return found if found.member is not None else resolve_epithet(self._scene, source)

    def _called(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        """A name that the recogniser missed, in a headline or as a place or a company."""
        named = self._scene.bearers.named(source.of(self._text).strip(' ,*_"“”'))
        if named is not None:
            return Resolution(named, _FULL_NAME)
        alone = len(words) == 1 or words[1].text == ","
        if not alone or not words[0].text[0].isupper():
            return None
        if self._scene.cast.mentioned(ActorKind.PERSON, source):
            return None
        found = self._scene.bearers.called(source, words[0].bare)
        lead = self._scene.block_at(source.start, back=1) is None
        introduced = found is not None and (
            lead or any(s.end <= source.start for s in found.mentions)
        )
        return Resolution(found, _SURNAME) if introduced else None

    def _proper(self, source: Span, words: Sequence[Word]) -> Resolution | None:
        if self._scene.cast.mentioned(ActorKind.PERSON, source):
            return None
        return resolve_proper(self._scene, self._bodies, source)


class _NameAt:
    """What kind of name covers an offset; a callable that `read_words` asks."""

    def __init__(self, kinds: dict[int, Name]) -> None:
        self._kinds = kinds

    def __call__(self, at: int) -> Name:
        return self._kinds.get(at, Name.NONE)


_SPEAKS_FOR_WHOM = re.compile(r"(?:[\w-]+\s+){1,3}?for\s+(?P<whom>(?:[A-Z]|the\s)[^,;]*)")
# "He and Ada Norr", "she and other voters".
_BESIDE = re.compile(r"([Hh]e|[Ss]he)\s+and\s+(?=\S)")
_OF_A_FIELD = re.compile(r"\s(?:of|for|on)\s")
_CAMPAIGN = re.compile(r"\b(?:campaign|administration)$")
# "CNN/WMUR poll", 'this CNN "reporter"'
_BEHIND_BODY = re.compile(r"(?:['’]s?)?(?:\s+[\"“']?|/)(\w+)")
# What may follow the name of a body that itself speaks ("the NPC in its report").
_POSTMODIFIERS = frozenset(
    {"of", "in", "at", "on", "for", "from", "which", "that", "who", "and", "or", "itself", "also"}
)
