"""Descriptions of somebody named elsewhere: "the judge", "his ex-wife", "Retired General".

Comes in: a noun phrase in a Scene. Goes out: a Resolution.
Whoever has the noun right before the name, or in an apposition behind it, may be meant: the last
one before; in headline and lead, where names follow, the only one of the text.
"""

import re
from collections.abc import Iterator

from kg.english.offices import is_head, word_set
from kg.link.cast.members import Member
from kg.link.resolve.phrases import read_phrase
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_BEFORE, _LATER = 0.75, 0.6
# Short and long forms, and words that papers use for one another.
_SAME = {
    "gen": "general", "sen": "senator", "gov": "governor", "rep": "representative",
    "del": "delegate",
    "congressman": "representative", "congresswoman": "representative", "justice": "judge",
    "attorney": "lawyer", "ex-wife": "wife", "ex-husband": "husband", "prof": "professor",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "aide": "adviser",
    "advisor": "adviser", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant",
}  # fmt: skip
# Who a person is by other nouns than offices: by kinship, or by what the noun ends in.
_KIN = word_set(
    "wife husband father mother son daughter brother sister widow widower uncle aunt nephew niece "
    "cousin boyfriend girlfriend fiance fiancee donor veteran "
    "native man woman boy girl mom dad guy star magnate tycoon billionaire millionaire retiree "
    "republican democrat conservative liberal socialist libertarian incumbent challenger "
    "surgeon neurosurgeon novice front-runner frontrunner contender hopeful student detective "
    "mayor priest monk dissident agent colleague"
)
_PERSON_ENDING = re.compile(
    r"(?:[a-z]{2}(?:[eo]r|ist|ian|man|woman|eer|ster|crat|ee|ant|mate|ologue))$"
)
_NO_PERSON = word_set(
    "number paper letter newspaper chapter center matter member order offer power water weather "
    "summer winter computer server error mirror color labor factor sector tower border career "
    "other another after over under former later however whether either rather never ever per "
    "her together newsletter corner dinner quarter semester monster filter register disaster "
    "poor senior junior minor major superior prior twitter peer deer cheer career layer "
    "committee restaurant grant plant want constant important relevant warrant covenant woman "
)
_NOUN_BEFORE = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]+(?:-[a-z]+)?)\.?,?\s+$")
_NOUN_BEHIND = re.compile(
    r",\s+(?:(?:an?|the|his|her|its|their|whose|[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}['’]s)\s+)?"
    r"((?:[\w’'-]+\s+){0,5}?[a-z-]+)(?=,|\s+(?:of|for|at|in|who|and|to|from|on|with)\b|[.;)])"
)
_LEAD_BLOCKS = 2


def resolve_description(scene: Scene, span: Span) -> Resolution:
    """Who is described by a phrase whose head is no office of the cast."""
    phrase = read_phrase(span.of(scene.document.text))
    lead = scene.block_at(span.start, back=_LEAD_BLOCKS) is None
    noun = _describing_noun(phrase.core.lower(), phrase.head)
    capital = phrase.core.split(" of ")[0].split()[-1:]
    if capital and capital[0][0].isupper() and not is_head(noun):
        return UNKNOWN  # "some on Twitter"
    if (
        " of " in phrase.core
        or not (phrase.definite or lead)
        or not is_person_noun(noun.split()[-1] if noun else "")
    ):
        return UNKNOWN
    bearers = [(s, m) for s, beside, m in nouns_beside_names(scene) if beside == noun]
    before = [(s, m) for s, m in bearers if s.end <= span.start]
    if before and phrase.definite:
        return Resolution(scene.foremost((m for _, m in before), span.start), _BEFORE)
    only = {id(m): m for _, m in bearers}
    told = phrase.whole.endswith(phrase.core) or before  # "chief in Norrby" says more
    if len(only) == 1 and (lead or before) and told:
        return Resolution(next(iter(only.values())), _LATER)
    return UNKNOWN


def is_person_noun(noun: str) -> bool:
    """Whether a noun says who a person is, by office, kinship or what the noun ends in."""
    if noun in _NO_PERSON:
        return noun in {"woman", "member"}
    return is_head(noun) or noun in _KIN or _PERSON_ENDING.search(noun) is not None


def _describing_noun(core: str, head: str) -> str:
    """The noun of a phrase, with the word before it where "general" is no rank."""
    of_office = re.search(
        r"\b(attorney|inspector|solicitor|surgeon|secretary|director)s?[\s-]general$", core
    )
    return of_office[0] if of_office else plain_noun(head)


def plain_noun(noun: str) -> str:
    """The long or common form of a noun ("gen" is "general")."""
    return _SAME.get(noun, noun)


def nouns_beside_names(scene: Scene) -> Iterator[tuple[Span, str, Member]]:
    """The nouns beside each personal name, in text order."""
    text = scene.document.text
    for span, member in scene.cast.mentioned(ActorKind.PERSON, Span(0, len(text))):
        before = _NOUN_BEFORE.search(text, max(0, span.start - 30), span.start)
        if before:
            yield span, plain_noun(before[1].lower()), member
        behind = _NOUN_BEHIND.match(text, span.end, span.end + 90)
        if behind:
            yield span, plain_noun(behind[1].split()[-1].lower()), member
