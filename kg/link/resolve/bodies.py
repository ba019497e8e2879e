"""Bodies by their common noun: "the ministry", "the bank", "a federal appeals court".

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None when none is found. The last body
with the noun in its name is meant, then one of the same class, then the headline's or the outlet's;
"a court" in the first lines is the one that is named further down.
"""

import re
from collections.abc import Iterable

from kg.english.words import listed, phrases
from kg.extract.names.organizations import TELLING
from kg.link.cast.bodies import plain_name
from kg.link.cast.members import Member
from kg.link.cast.names import surname
from kg.link.proposals import UNKNOWN, Evidence, Proposal
from kg.link.resolve.pronouns import resolve_pronoun
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_CLASSES = tuple(frozenset(line.split()) for line in phrases("bodies", "alike"))
_COMPANY = listed("bodies", "companies")
# What a body is, and seldom part of its name ("the Norr Times tabloid").
_NO_PART_OF_NAMES = _COMPANY | listed("bodies", "no part of names")
# "The group" may be any body: every land has its own.
_ANY_BODY = listed("bodies", "any body")
# Another agency's name does not tell which one is meant.
_ONLY_BY_NAME = listed("bodies", "only by name")
_PUBLIC = listed("bodies", "public")
_PARTS = listed("bodies", "parts of parliaments")
_PARLIAMENT = re.compile(
    r"^(?:the\s+)?[A-Z].*(?:Assembly|Parliament|Congress|Senate|Diet|Bundestag)$"
)
# Not the one of the text's own time.
_OF_ANOTHER_TIME = frozenset({"prior", "previous", "preceding", "next", "incoming"})
_SPOKESPEOPLE = listed("people", "spokespeople")
_PRONOUN_OF = {"his": "he", "her": "she"}
_LEAD_BLOCKS = 3


def resolve_body(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """Which organisation a common noun means; None when none is found."""
    noun, at = phrase.noun, phrase.span
    if phrase.modifiers and phrase.modifiers[0].lower in _OF_ANOTHER_TIME:
        return UNKNOWN
    if phrase.determiner in _PRONOUN_OF and noun in {"campaign", "administration"}:
        return _own_campaign(scene, phrase)
    if noun == "office" and phrase.determiner in {*_PRONOUN_OF, "their"}:
        return UNKNOWN
    within = _named_within(scene, phrase)
    if within is not None:
        return Proposal(Evidence.BODY_BY_NOUN, within)
    if phrase.is_definite and not phrase.owner:
        found = _before(scene, phrase)
        if found is not None:
            return found
    known = noun in _COMPANY or any(noun in c for c in _CLASSES)
    in_lead = scene.block_at(at.start, back=_LEAD_BLOCKS) is None
    named = phrase.owner is not None and phrase.owner.is_name
    ahead = _ahead(scene, phrase) if known and in_lead and not named else None
    return Proposal(Evidence.BODY_LATER, ahead) if ahead else None


def resolve_own_spokesperson(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """ "A ministry spokesperson" speaks for the last ministry named."""
    if phrase.noun not in _SPOKESPEOPLE or not phrase.modifiers:
        return None
    noun = phrase.modifiers[-1].lower
    named = (m for m in scene.cast.of(ActorKind.ORGANIZATION) if noun in _heads(m))
    found = _last(named, phrase.span)
    return Proposal(Evidence.BODY_BY_CLASS, found) if found else None


def campaign_of(scene: Scene, owner: Member, noun: str) -> Member | None:
    """The campaign or administration that is named after somebody."""
    asked = {surname(owner.name), noun}
    return next((m for m in scene.cast.of(ActorKind.ORGANIZATION) if asked <= _words(m)), None)


def _own_campaign(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """ "His campaign" is that of whom "he" means, and nobody else's."""
    owner = resolve_pronoun(scene, phrase.span, _PRONOUN_OF[phrase.determiner]).member
    own = campaign_of(scene, owner, phrase.noun) if owner else None
    return Proposal(Evidence.BODY_BY_NOUN, own) if own else None


def _named_within(scene: Scene, phrase: NounPhrase) -> Member | None:
    """The body that the phrase names beside its noun ("the Norr Times tabloid"), or by owner and
    noun ("Norr's central bank": the Bank of Norr)."""
    if phrase.noun not in _NO_PART_OF_NAMES:
        return None
    if phrase.modifiers:
        named = scene.body(NounPhrase(phrase.modifiers[-1]))
        if named is not None:
            return named
    if phrase.owner is None or scene.body(phrase.owner):
        return None
    asked = {normalise_name(phrase.owner.head.text), phrase.noun}
    owned = [m for m in scene.cast.of(ActorKind.ORGANIZATION) if asked <= _words(m)]
    return owned[0] if len(owned) == 1 else None


def _before(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    noun, at = phrase.noun, phrase.span
    named = [m for m in scene.cast.of(ActorKind.ORGANIZATION) if noun in _heads(m)]
    asked = {normalise_name(t.text) for t in phrase.core if t.pos != "ADP"} - {""}
    fitting = [m for m in named if asked <= _words(m)]
    # "The presidential office" is none of another name.
    by_name = noun in _ONLY_BY_NAME and not phrase.is_bare
    exact = _last(fitting or ([] if by_name else named), at)
    if exact is not None and noun in _ANY_BODY and _another_since(scene, exact, at):
        return None
    if exact is not None:
        return Proposal(Evidence.BODY_BY_NOUN, exact)
    if noun == "campaign" and phrase.is_bare and len(named) == 1:
        return Proposal(Evidence.BODY_LATER, named[0])
    outside = _of_the_outlet(scene, noun)
    if outside is not None:
        return outside
    if noun in _COMPANY:
        company = _last_company(scene, at)
        return Proposal(Evidence.COMPANY_BEFORE, company) if company else None
    if noun in _ONLY_BY_NAME or not phrase.is_bare:
        return None
    alike = _last((m for m in scene.cast.of(ActorKind.ORGANIZATION) if _is_of_class(m, noun)), at)
    if alike is None or (noun in _ANY_BODY and _another_since(scene, alike, at)):
        return None
    return Proposal(Evidence.BODY_BY_CLASS, alike)


def _of_the_outlet(scene: Scene, noun: str) -> Proposal | None:
    """The one organisation in headline, outlet and agency that has the noun in its name."""
    document = scene.document
    found = {
        plain_name(m.group())
        for place in (document.headline, document.outlet, document.agency)
        for m in TELLING.finditer(place or "")
        if noun in normalise_name(m.group()).split()
    }
    if len(found) != 1:
        return None
    name = full = found.pop()
    part = noun in _PARTS and " of " not in name
    if part and document.outlet and _PARLIAMENT.search(document.outlet):
        # A parliament's paper calls its own committees by their short names.
        full = f"{name} of the {plain_name(document.outlet)}"
    return Proposal(Evidence.BODY_OF_OUTLET, kind=ActorKind.ORGANIZATION, name=name, full=full)


def _another_since(scene: Scene, member: Member, at: Span) -> bool:
    """Whether another body was named after the last passage of this one, which spoke before."""
    spoken = (m for m in reversed(scene.spoken.members) if m.kind is ActorKind.ORGANIZATION)
    if next(spoken, None) is member:
        return False
    last = member.named_until(at.start)
    since = scene.cast.mentioned(ActorKind.ORGANIZATION, Span(last, at.start))
    return any(m is not member for _, m in since)


def _words(member: Member) -> set[str]:
    return {w for f in member.forms for w in normalise_name(f).split()}


def _heads(member: Member) -> set[str]:
    """The nouns that say what a body is: the last words of its names, also before "of"."""
    parts = (p for f in member.forms for p in (f, *re.split(r"\s+(?:of|for|on|at|in)\s+", f)))
    return {w for p in parts for w in normalise_name(p).split()[-1:]}


def _is_of_class(member: Member, noun: str) -> bool:
    return any(noun in c and c & _heads(member) for c in _CLASSES)


def _last(members: Iterable[Member], at: Span) -> Member | None:
    """The one named last before a passage."""
    places = [(s, m) for m in members if (s := m.last_before(at.start)) is not None]
    return max(places, key=lambda p: p[0])[1] if places else None


def _last_company(scene: Scene, at: Span) -> Member | None:
    """The organisation named last, here or two paragraphs before, unless it is a public body."""
    for back in (0, 1, 2):
        block = scene.block_at(at.start, back=back)
        before = Span(block.start, min(block.end, at.start)) if block else Span(0, 0)
        named = scene.cast.mentioned(ActorKind.ORGANIZATION, before)
        companies = [(s, m) for s, m in named if not _words(m) & _PUBLIC]
        # "Alphabet, the parent of Google, rose. The company": not the one behind "of".
        phrases = ((scene.phrase(s), m) for s, m in companies)
        direct = [m for p, m in phrases if p is not None and p.head.relation != "pobj"]
        if companies:
            return direct[-1] if direct else companies[-1][1]
    return None


def _ahead(scene: Scene, phrase: NounPhrase) -> Member | None:
    """The body named further down that shares most words with the phrase, and its class."""
    row = phrase.head.row[phrase.head.first : phrase.head.last + 1]
    asked = {normalise_name(t.text) for t in row if t.pos not in {"ADP", "DET", "PUNCT", "PART"}}
    fitting = [
        (len(asked & _words(m)), -min(s.start for s in m.mentions), m)
        for m in scene.cast.of(ActorKind.ORGANIZATION)
        if m.mentions and (phrase.noun in _words(m) or _is_of_class(m, phrase.noun))
    ]
    best = max(fitting, key=lambda f: f[:2], default=None)
    return best[2] if best and best[0] > 0 else None
