"""Bodies by a name of their own that no recogniser found: "the Norlander government", "the Blaze",
"the newspaper Haaretz", "Norr Rising, a political action committee,".

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None. A lone word without an article
names nobody: it may be a surname.
"""

import re

from kg.english.offices import is_head, word_set
from kg.link.cast.bodies import Bodies
from kg.link.resolve.descriptions import is_person_noun
from kg.link.resolve.phrases import read_phrase
from kg.link.scene import Resolution, Scene
from schema.entity import ActorKind
from schema.span import Span

_BY_KIND, _BY_ARTICLE = 0.7, 0.6
_WORD = r"[A-Z0-9][\w&.’'-]*"
_NAME = rf"{_WORD}(?:\s+(?:of|for|and|the|de|at|on|&|{_WORD})){{0,5}}?"
_KIND = (
    r"(?:newspaper|tabloid|magazine|website|news\s+site|site|blog|network|broadcaster|publication"
    r"|agency|company|firm|startup|start-up|group|organization|organisation|nonprofit|charity"
    r"|committee|union|party|think\s+tank|institute|university|lab|laboratory|foundation|PAC"
    r"|association|coalition|consultancy|publisher|[a-z]*maker|giant|bank|retailer|outlet|platform"
    r"|manufacturer|producer|supplier|provider|developer|operator|conglomerate|subsidiary|insurer"
    r"|chain|brand|tool|app|utility|carrier|airline|marketplace|body|lobby|watchdog"
    r"|regulator|partner|party|employer|companies|federation)"
)
_BEHIND_KIND = re.compile(
    rf"\b{_KIND}\s+(?:(?:called|named)\s+)?[“\"]?({_NAME})[”\"]?(?:,\s(?:which|that|an?|the)\s.*|[,.])?$"
)
_BEFORE_KIND = re.compile(
    rf"^(?:[Tt]he\s+)?({_NAME}),\s+(?:an?|the|one\s+of)\s[^,]*?\b{_KIND}(?:s|es)?\b"
)
_APPOSED = re.compile(
    rf"^(?:(?:An?|The|Another|One|Its|His|Her|Their|[A-Z][\w-]+['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_KIND}"
    rf"|One\s+of\s+(?:the|its)\s+[^,]*?{_KIND}(?:s|es)),\s+(?:the\s+)?({_NAME})"
    rf"(?:\s+of\s+[A-Z]\w+)?,?$"
)
# "SK hynix"
_CAPITALS_AND_WORD = re.compile(r"[A-Z]{2,4}\s[a-z]\w+")
# "OpenAI", "CrowdTangle": a capital within, but in no name like "McNorr".
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z])[A-Z][a-z]+[A-Z]\w*(?=$|,)")
_WITH_ARTICLE = re.compile(r"^[Tt]he\s+([A-Z][\w&.’'-]*(?:\s+(?!And\b)[A-Z][\w&.’'-]*){0,3})$")
# What belongs to the land or town that is named before it.
_PUBLIC = word_set(
    "government parliament legislature military army navy police embassy regime senate cabinet "
    "delegation judiciary presidency authorities consulate leadership chancellery"
)
_OWNED_BODY = re.compile(
    r"((?:[A-Z][\w.-]*\s+){0,2}[A-Z][\w.-]*['’]s?\s+(?:[a-z]+\s+){0,2}(?:ministry|parliament|government"
    r"|army|military|police|embassy|cabinet|senate|legislature|supreme court|central bank))"
    r"(?=$|,|\s+(?:in|on|of|for|which|that|itself)\b)"
)
_PAPERS = word_set(
    "order act report pledge plan bill law strategy framework statement letter treaty agreement "
    "memorandum declaration resolution directive constitution amendment guideline proposal budget"
)
_NATIONAL = re.compile(r"(?:ican|ians?|crats?|ese|ists?|ers|s|-old)$")


def resolve_apposed(scene: Scene, bodies: Bodies, span: Span) -> Resolution | None:
    """The body that a phrase names behind its kind and a comma ("the maker, Norrlys of Solby")."""
    text = " ".join(span.of(scene.document.text).split())
    named = _APPOSED.match(text)
    if named is None or scene.cast.mentioned(ActorKind.PERSON, span):
        return None
    return Resolution(bodies.member(named[1].rstrip(".,")), _BY_KIND)


def resolve_proper(scene: Scene, bodies: Bodies, span: Span) -> Resolution | None:
    """The body that a phrase names by capitals and a word for its kind, or by an article."""
    text = " ".join(span.of(scene.document.text).split())
    named = _BEHIND_KIND.search(text) or _BEFORE_KIND.match(text) or _APPOSED.match(text)
    name = named[1].rstrip(".,") if named else ""
    name = name or (text if _CAPITALS_AND_WORD.fullmatch(text) else "")
    if name and not scene.bearers.named(name):
        return Resolution(bodies.member(name), _BY_KIND)
    nobody = not scene.cast.mentioned(ActorKind.PERSON, span)
    owned = _OWNED_BODY.match(text)
    if owned is not None and nobody:
        return Resolution(bodies.member(owned[1]), _BY_KIND)
    phrase = read_phrase(text)
    words = phrase.core.split()
    if (
        phrase.head in _PUBLIC
        and len(words) > 1
        and words[0][0].isupper()
        and " of " not in phrase.core
    ):
        return Resolution(bodies.member(phrase.core), _BY_KIND)
    camel = _CAMEL.match(text)
    if camel is not None and nobody:
        return Resolution(bodies.member(camel.group()), _BY_ARTICLE)
    alone = _WITH_ARTICLE.match(text)
    if alone is None or not _may_be_a_body(alone[1].split()[-1]):
        return None
    return Resolution(bodies.member(alone[1]), _BY_ARTICLE)


def _may_be_a_body(last: str) -> bool:
    """Not people ("the Norlanders", "the Ohio Republican") and no office ("the President")."""
    lower = last.lower()
    if lower in _PAPERS:
        return False
    return not (is_head(lower) or is_person_noun(lower) or _NATIONAL.search(lower))
