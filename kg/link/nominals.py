"""Nouns as speakers: a title ("the former head of the Norr Bank"), a body ("the ministry"), a
group ("analysts"), a paper ("the report").

Comes in: a noun phrase in a Scene. Goes out: a Resolution. Called by `coreference`.
"""

import re
from collections.abc import Sequence

from kg.extract.offices_passage import Word
from kg.extract.offices_titles import Title
from kg.link.bodies import Bodies
from kg.link.cast import Member
from kg.link.scene import UNKNOWN, Held, Resolution, Scene
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_OFFICE_BEFORE, _OFFICE_LATER, _LAST_SPEAKER = 0.9, 0.7, 0.75
_SPOKESPERSON, _BODY = 0.7, 0.7
_COMPANY_BEFORE = 0.6
_COMPANY = frozenset({"company", "firm", "startup", "start-up", "maker", "giant", "lab"})
_PUBLIC = re.compile(
    r"\b(?:Ministry|Congress|Senate|Assembly|Committee|Commission|Parliament|Government|Office|"
    r"Agency|Council|Court|Department|House|Union|Federation|China|States|Kingdom)\b"
)
_SPEAKS_FOR = frozenset({"spokesperson", "spokesman", "spokeswoman", "representative"})
# Titles that describe whoever has just spoken; "the minister" may be anybody's.
_DESCRIBING = frozenset(
    {"lawmaker", "legislator", "senator", "congressman", "congresswoman", "researcher",
     "economist", "analyst", "professor", "author", "lawyer", "scientist", "actor", "actress",
     "expert", "executive", "entrepreneur", "diplomat", "spokesperson", "spokesman",
     "spokeswoman", "politician", "engineer", "cryptographer", "physicist", "journalist"}
)  # fmt: skip
_MODIFYING = frozenset({"vice", "deputy", "assistant", "associate", "prime"})


def resolve_title(
    scene: Scene, bodies: Bodies, span: Span, title: Title, *, definite: bool
) -> Resolution:
    """Whom a title without a name means; "a spokesperson for X" speaks for X."""
    organization = bodies.member(title.organization) if title.organization else None
    if title.head in _SPEAKS_FOR and organization is not None and not definite:
        return Resolution(organization, _SPOKESPERSON)
    if not definite:
        return UNKNOWN
    holder = _holder(scene, span, title, organization)
    if holder.member is not None:
        return holder
    speaker = _only_speaker(scene, span)
    if speaker is not None and (organization or title.head in _DESCRIBING):
        if organization is not None:
            scene.held.append(
                Held(speaker, title.title, title.head, organization, title.status, span)
            )
        return Resolution(speaker, _LAST_SPEAKER)
    if title.head in _SPEAKS_FOR and organization is not None:
        return Resolution(organization, _SPOKESPERSON)
    return UNKNOWN


def _holder(scene: Scene, span: Span, title: Title, organization: Member | None) -> Resolution:
    fitting = [h for h in scene.held if _is_called(h, title, organization)]
    before = [h for h in fitting if h.span.start < span.start]
    if before:
        nearest = max(before, key=lambda h: h.span).holder
        # "President Norr" of whom no full name is known may be the president that is meant.
        if organization is None and scene.stranger_nearer(span.start, nearest):
            return UNKNOWN
        return Resolution(nearest, _OFFICE_BEFORE)
    if len({id(h.holder) for h in fitting}) == 1:
        return Resolution(fitting[0].holder, _OFFICE_LATER)
    return UNKNOWN


def _is_called(held: Held, title: Title, organization: Member | None) -> bool:
    """Whether "the minister" can mean a Foreign Minister; "the president" is no vice president."""
    if organization is not None and held.organization is not organization:
        return False
    asked, known = (set(normalise_name(t).split()) for t in (title.title, held.title))
    return title.head == held.head and asked <= known and not _MODIFYING & (known - asked)


def _only_speaker(scene: Scene, span: Span) -> Member | None:
    """The person who alone has spoken last, in this paragraph or the one before."""
    for back in (0, 1):
        block = scene.block_at(span.start, back=back)
        spoken = scene.speakers(block, before=span.start) if block else []
        if spoken:
            one = len({id(m) for m in spoken}) == 1 and spoken[0].kind is ActorKind.PERSON
            return spoken[0] if one else None
    return None


def resolve_body(scene: Scene, bodies: Bodies, span: Span, noun: str) -> Resolution:
    """Which organisation "the ministry" means: the last one before with that word in its name,
    else the one that the headline or the outlet names."""
    named = [
        (s, m)
        for s, m in scene.cast.at.items()
        if m.kind is ActorKind.ORGANIZATION
        and s.end <= span.start
        and any(noun in normalise_name(f).split() for f in m.forms)
    ]
    if named:
        return Resolution(max(named, key=lambda p: p[0])[1], _BODY)
    if noun in _COMPANY:
        return _last_company(scene, span)
    outside = bodies.around(scene.document, noun)
    return Resolution(outside, _BODY) if outside else UNKNOWN


def _last_company(scene: Scene, span: Span) -> Resolution:
    """The organisation named last, here or one paragraph before, unless it is a public body."""
    for back in (0, 1):
        block = scene.block_at(span.start, back=back)
        before = Span(block.start, min(block.end, span.start)) if block else Span(0, 0)
        named = scene.cast.mentioned(ActorKind.ORGANIZATION, before)
        companies = [m for _, m in named if not _PUBLIC.search(m.name)]
        if companies:
            return Resolution(companies[-1], _COMPANY_BEFORE)
    return UNKNOWN


def noun_of(words: Sequence[Word]) -> str:
    """The last common noun of a short phrase ("the finance ministry" -> "ministry")."""
    for k, word in enumerate(words):
        if word.sign or word.lower in {"of", "in", "for", "on", "that", "which", "at", "from"}:
            return words[k - 1].lower if k else ""
    return words[-1].lower if words else ""
