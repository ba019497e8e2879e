"""Bodies by their common noun: "the ministry", "the bank", "a federal appeals court".

Comes in: a noun phrase in a Scene. Goes out: a Resolution. The last body
with the noun in its name is meant, then one of the same class, then the headline's or the outlet's;
"a court" in the first lines is the one that is named further down.
"""

import re
from collections.abc import Iterable

from kg.english.offices import word_set
from kg.link.cast.bodies import Bodies
from kg.link.cast.members import Member
from kg.link.cast.names import surname
from kg.link.resolve.descriptions import is_person_noun
from kg.link.resolve.phrases import Phrase, read_phrase
from kg.link.resolve.pronouns import OBLIQUE, resolve_pronoun
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_BY_NOUN, _BY_CLASS, _LATER, _OUTSIDE, _COMPANY_BEFORE = 0.7, 0.6, 0.6, 0.7, 0.6
_CLASSES = (
    word_set("agency department administration bureau office service authority ministry fbi cia "
             "nsa irs epa fda ftc fcc sec cdc nasa tsa pentagon nist nsf darpa fdic dhs doj doe"),
    word_set("union association federation brotherhood guild"),
    word_set("committee subcommittee panel commission board council"),
    word_set("group organization organisation association coalition council center foundation "
             "alliance league society federation institute fund union"),
    word_set("university college school institute"),
    word_set("newspaper paper daily publication outlet times post journal tribune herald news "
             "gazette courier sentinel globe star chronicle register observer guardian examiner "
             "inquirer dispatch telegraph sun politico reuters bloomberg dealer leader"),
    word_set("magazine publication outlet weekly time newsweek atlantic yorker forbes fortune "
             "wired economist rolling nature science"),
    word_set("website site blog publication outlet politico axios buzzfeed vox slate breitbart "
             "huffpost verge techcrunch"),
    word_set("network broadcaster channel station outlet cnn nbc abc cbs msnbc fox pbs npr bbc "
             "cnbc"),
    word_set("think-tank institute center centre foundation"),
    word_set("court tribunal"),
    word_set("campaign"),
    word_set("administration"),
)  # fmt: skip
_COMPANY = word_set("company firm startup start-up maker giant lab bank retailer lender insurer "
                    "automaker carrier airline publisher manufacturer")  # fmt: skip
# What a body is, and seldom part of its name ("the Norr Times tabloid").
_NO_PART_OF_NAMES = _COMPANY | word_set(
    "newspaper tabloid magazine website site blog network nonprofit charity pac chain broadcaster"
)
# Every land has its own: another agency's name does not tell which one is meant.
_ANY_BODY = word_set("group organization organisation")
_ONLY_BY_NAME = word_set("administration campaign office service authority court party")
_OWN_SPOKESPERSON = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne)\s+([a-z]+)\s+(?:spokes(?:man|woman|person)|representative)\b"
)
_OWN_OFFICE = re.compile(r"(?:his|her|their)\s+office\b", re.IGNORECASE)
_OWN_CAMPAIGN = re.compile(r"(his|her)\s+(?:[a-z]+\s+)?(campaign|administration)\b", re.IGNORECASE)
# Not the one of the text's own time.
_OF_ANOTHER_TIME = re.compile(
    r"(?:the\s+)?(?:prior|previous|preceding|next|incoming)\s", re.IGNORECASE
)
_OWNER = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w.]*)['’]s?\s")
_PUBLIC = re.compile(
    r"\b(?:Ministry|Congress|Senate|Assembly|Committee|Commission|Parliament|Government|Office|"
    r"Agency|Council|Court|Department|House|Union|Federation|China|States|Kingdom|Administration|"
    r"Bureau|Authority|campaign|administration)\b"
)
_LEAD_BLOCKS = 3


def resolve_body(scene: Scene, bodies: Bodies, span: Span) -> Resolution | None:
    """Which organisation a common noun means; None when none is found."""
    text = span.of(scene.document.text)
    phrase = read_phrase(text)
    noun = phrase.head
    if _OF_ANOTHER_TIME.match(text) or _OWN_OFFICE.match(text):
        return UNKNOWN
    owner = _OWN_CAMPAIGN.match(text)
    if owner is not None:
        return _own_campaign(scene, span, owner)
    known = noun in _COMPANY or any(noun in c for c in _CLASSES)
    within = _named_within(scene, span, phrase)
    if within is not None:
        return within
    if phrase.definite and not phrase.owned:
        found = _before(scene, bodies, span, phrase)
        if found is not None:
            return found
    if (
        known
        and not phrase.owned
        and (phrase.indefinite or phrase.definite or _in_lead(scene, span))
    ):
        ahead = _ahead(scene, span) if _in_lead(scene, span) else None
        return Resolution(ahead, _LATER) if ahead else None
    return None


def resolve_own_spokesperson(scene: Scene, span: Span) -> Resolution | None:
    """ "A ministry spokesperson" speaks for the last ministry named."""
    of = _OWN_SPOKESPERSON.match(span.of(scene.document.text))
    if of is None:
        return None
    named = (m for m in scene.cast.of(ActorKind.ORGANIZATION) if of[1] in _heads(m))
    found = _last(named, span)
    return Resolution(found, _BY_CLASS) if found else None


def _own_campaign(scene: Scene, span: Span, owned: re.Match[str]) -> Resolution | None:
    """ "His campaign" is that of whom "he" means, and nobody else's."""
    pronoun = {"his": "he", "her": "she"}[owned[1].lower()]
    owner = resolve_pronoun(scene, span, pronoun).member
    own = campaign_of(scene, owner, owned[2]) if owner else None
    return Resolution(own, _BY_NOUN) if own else None


def campaign_of(scene: Scene, owner: Member, noun: str) -> Member | None:
    """The campaign or administration that is named after somebody."""
    asked = {surname(owner.name), noun}
    own = [m for m in scene.cast.of(ActorKind.ORGANIZATION) if asked <= _words(m)]
    return own[0] if own else None


def _named_within(scene: Scene, span: Span, phrase: Phrase) -> Resolution | None:
    """The body that the phrase names beside its noun ("the Norr Times tabloid", "the newspaper
    Norr Times"), or by owner and noun ("Norr's central bank": the Bank of Norr)."""
    text = span.of(scene.document.text)
    if phrase.head not in _NO_PART_OF_NAMES:
        return None
    inside = scene.cast.mentioned(ActorKind.ORGANIZATION, span)
    for at, member in inside:
        behind = scene.document.text[at.end : span.end]
        if re.match(rf"\s+{re.escape(phrase.head)}(?!['’\w])", behind, re.IGNORECASE):
            return Resolution(member, _BY_NOUN)
    owner = _OWNER.match(text)
    if owner is None or inside:
        return None
    asked = {normalise_name(owner[1]), phrase.head}
    owned = [m for m in scene.cast.of(ActorKind.ORGANIZATION) if asked <= _words(m)]
    return Resolution(owned[0], _BY_NOUN) if len(owned) == 1 else None


def _before(scene: Scene, bodies: Bodies, span: Span, phrase: Phrase) -> Resolution | None:
    noun = phrase.head
    if is_person_noun(noun) and noun not in _COMPANY and not any(noun in c for c in _CLASSES):
        return None
    named = [m for m in scene.cast.of(ActorKind.ORGANIZATION) if noun in _heads(m)]
    asked = set(normalise_name(phrase.core).split())
    fitting = [m for m in named if asked <= _words(m)]
    # "The presidential office" is none of another name.
    exact = _last(fitting or ([] if noun in _ONLY_BY_NAME and not phrase.bare else named), span)
    if exact is not None and noun in _ANY_BODY and _another_since(scene, exact, span):
        return None
    if exact is not None:
        return Resolution(exact, _BY_NOUN)
    if noun == "campaign" and phrase.bare and len(named) == 1:
        return Resolution(named[0], _LATER)
    outside = bodies.around(scene.document, noun)
    if outside is not None:
        return Resolution(outside, _OUTSIDE)
    if noun in _COMPANY:
        return _last_company(scene, span)
    if noun in _ONLY_BY_NAME:
        return None
    alike = _last((m for m in scene.cast.of(ActorKind.ORGANIZATION) if _of_class(m, noun)), span)
    # "The group" may be any body: it is the one that was named last, or none can be told.
    if (
        alike is None
        or not phrase.bare
        or (noun in _ANY_BODY and _another_since(scene, alike, span))
    ):
        return None
    return Resolution(alike, _BY_CLASS)


def _another_since(scene: Scene, member: Member, span: Span) -> bool:
    """Whether another body was named after the last passage of this one, which spoke before."""
    spoken = (m for m in reversed(scene.spoken.members) if m.kind is ActorKind.ORGANIZATION)
    if next(spoken, None) is member:
        return False
    last = member.named_until(span.start)
    since = scene.cast.mentioned(ActorKind.ORGANIZATION, Span(last, span.start))
    return any(m is not member for _, m in since)


def _words(member: Member) -> set[str]:
    return {w for f in member.forms for w in normalise_name(f).split()}


def _heads(member: Member) -> set[str]:
    """The nouns that say what a body is: the last words of its names, also before "of"."""
    parts = (p for f in member.forms for p in (f, *re.split(r"\s+(?:of|for|on|at|in)\s+", f)))
    return {w for p in parts for w in normalise_name(p).split()[-1:]}


def _of_class(member: Member, noun: str) -> bool:
    return any(noun in c and c & _heads(member) for c in _CLASSES)


def _last(members: Iterable[Member], span: Span) -> Member | None:
    """The one named last before a passage."""
    places = [(s, m) for m in members if (s := m.last_before(span.start)) is not None]
    return max(places, key=lambda p: p[0])[1] if places else None


def _last_company(scene: Scene, span: Span) -> Resolution | None:
    """The organisation named last, here or two paragraphs before, unless it is a public body."""
    for back in (0, 1, 2):
        block = scene.block_at(span.start, back=back)
        before = Span(block.start, min(block.end, span.start)) if block else Span(0, 0)
        named = scene.cast.mentioned(ActorKind.ORGANIZATION, before)
        companies = [(s, m) for s, m in named if not _PUBLIC.search(m.name)]
        # "Alphabet, the parent of Google, rose. The company": not the one behind "of".
        text = scene.document.text
        direct = (
            [c for c in companies if not OBLIQUE.search(text, block.start, c[0].start)]
            if block
            else []
        )
        if companies:
            return Resolution((direct or companies)[-1][1], _COMPANY_BEFORE)
    return None


def _in_lead(scene: Scene, span: Span) -> bool:
    return scene.block_at(span.start, back=_LEAD_BLOCKS) is None


def _ahead(scene: Scene, span: Span) -> Member | None:
    """The body named further down that shares most words with the phrase, and its class."""
    text = span.of(scene.document.text)
    noun = read_phrase(text).head
    asked = set(normalise_name(text).split()) - {"the", "a", "an", "of", "for"}
    fitting = [
        (len(asked & _words(m)), -min(s.start for s in m.mentions), m)
        for m in scene.cast.of(ActorKind.ORGANIZATION)
        if m.mentions and (noun in _words(m) or _of_class(m, noun))
    ]
    best = max(fitting, key=lambda f: f[:2], default=None)
    return best[2] if best and best[0] > 0 else None
