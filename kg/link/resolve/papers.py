"""Papers as speakers: "the report", "a Norr Institute poll", "the statement".

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None when the phrase is no paper. A
name of its own makes a paper; a mere kind points to the last one of that kind; what has no title by
nature (a statement, a letter) is called by its phrase.
"""

from collections.abc import Iterator

from kg.english.words import listed
from kg.link.cast.bodies import is_generic
from kg.link.cast.members import Member
from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.resolve.paper_names import FAR, alike, named_after, title_of_work
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_KINDS = listed("papers", "titled") | listed("papers", "untitled")
_UNTITLED = listed("papers", "untitled")
# What may speak without a name of its own; laws, plans and orders have one.
_NO_LAWS = listed("papers", "no laws")
# "Religious figures" are people, "official figures" are none.
_NUMERIC = listed("papers", "of numbers")
# What somebody tells, not a paper: "Ada Norr's account" is Ada Norr's.
_TOLD = listed("papers", "told by people")
_ANY = frozenset({"national", "nationwide", "fresh", "just", "released", "recent", "latest", "new"})
_AHEAD = 2  # paragraphs
_COPIES = frozenset({"copy", "draft", "version"})
_MADE = listed("papers", "made")


def resolve_paper(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """Which paper a phrase means; None when its head is no kind of paper."""
    if phrase.noun in _COPIES and phrase.of is not None:
        return resolve_paper(scene, phrase.of)
    if not _is_paper(scene, phrase):
        return None
    if name := _own_name(scene, phrase):
        return new(Evidence.PAPER_NAMED_SO, ActorKind.DOCUMENT, name)
    known = _known(scene, phrase)
    if known is not None:
        return known
    told_apart = phrase.noun in _NO_LAWS and not phrase.is_bare
    author = _author(scene, phrase)
    if phrase.noun in _UNTITLED or told_apart or author:
        name = scene.words(phrase.whole)
        if author and not name.endswith(author):
            name = f"{scene.words(phrase.core)} {author}"
        return new(Evidence.PAPER_UNTITLED, ActorKind.DOCUMENT, name)
    return UNKNOWN


def named_papers(scene: Scene, phrases: Iterator[NounPhrase]) -> Iterator[tuple[Span, str]]:
    """The papers that some phrases name, so that a headline's "poll" can mean one further down."""
    for phrase in phrases:
        name = _own_name(scene, phrase) if _is_paper(scene, phrase) else ""
        if name:
            yield phrase.span, name


def _core(scene: Scene, phrase: NounPhrase) -> str:
    return scene.words(phrase.core)


def _is_paper(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the head is a kind of paper, and no surname or people ("Ada Law", "key figures")."""
    if phrase.noun not in _KINDS or scene.person(phrase) is not None:
        return False
    if phrase.noun == "figures" and phrase.modifiers:
        return phrase.modifiers[-1].lower in _NUMERIC
    social = any(t.lower in {"twitter", "facebook", "instagram"} for t in phrase.modifiers)
    return not (phrase.noun in _TOLD and (phrase.is_definite or social))


def _own_name(scene: Scene, phrase: NounPhrase) -> str:
    """The name of the paper, where the phrase has one; else empty."""
    name = _core(scene, phrase)
    if is_generic(name) or phrase.is_bare or all(t.lower in _ANY for t in phrase.modifiers):
        of_a_name = phrase.of is not None and phrase.of.is_name and phrase.head.text[0].isupper()
        return name if of_a_name and phrase.modifiers and not is_generic(name) else ""
    if phrase.core[-1] is phrase.head:
        return name
    return name if phrase.modifiers and phrase.core[0].text[0].isupper() else ""


def _known(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The last paper of this kind; in the first lines, for want of one, the first that follows."""
    if phrase.is_indefinite or (phrase.is_plural and not phrase.is_definite):
        return _named_ahead(scene, phrase)
    at = phrase.span
    every = scene.cast.mentioned(ActorKind.DOCUMENT, Span(0, len(scene.document.text)))
    papers = [(s, m) for s, m in every if _is_a(scene, s, m, phrase.noun)]
    before = [p for p in papers if p[0].end <= at.start]
    pointed = phrase.is_bare and phrase.is_definite and not phrase.is_plural
    if not before and pointed:
        before = [(s, m) for s, m in every if s.end <= at.start and _is_alike(m, phrase.noun)]
    if before:
        # "The new poll" is what the article is about; others are brought in behind it.
        newest = any(t.lower in {"new", "latest"} for t in phrase.head.children)
        return Proposal(
            Evidence.PAPER_POINTED, (min if newest else max)(before, key=lambda p: p[0])[1]
        )
    if pointed and (name := _unspoken(scene, phrase)):
        return new(Evidence.PAPER_POINTED, ActorKind.DOCUMENT, name)
    first = scene.block_at(0)
    behind = [p for p in papers if p[0].start >= at.end]
    if behind and not phrase.is_definite and first is not None and at.end <= first.end:
        return Proposal(Evidence.PAPER_POINTED, min(behind, key=lambda p: p[0])[1])
    return _named_ahead(scene, phrase)


def _is_alike(member: Member, noun: str) -> bool:
    """Whether papers call it by this noun as well ("the survey")."""
    last = normalise_name(member.name).split()[-1:]
    return bool(last) and last[0] in alike(noun) and not is_generic(member.name)


def _unspoken(scene: Scene, phrase: NounPhrase) -> str:
    """The last paper before a phrase that has a name and has not spoken itself ("in a Norr
    Institute poll, 52 percent ...", "her documentary “Norr.”"); empty when there is none."""
    start = phrase.span.start
    found = named_after(scene, phrase.noun, Span(max(0, start - FAR), start), last=True)
    return found or title_of_work(scene.document.text, phrase.noun, start)


def _named_ahead(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """The paper that a kind without a name is told to be right behind ("A new poll shows that ...
    In the Norr Institute poll, ...")."""
    if phrase.is_definite or any(t.lower not in _ANY for t in phrase.modifiers):
        return None
    at = phrase.span
    blocks = (scene.block_at(at.start, back=-k) for k in range(_AHEAD + 1))
    end = max((b.end for b in blocks if b is not None), default=at.end)
    name = named_after(scene, phrase.noun, Span(at.end, max(at.end, end)), last=False)
    return new(Evidence.PAPER_POINTED, ActorKind.DOCUMENT, name) if name else None


def _is_a(scene: Scene, at: Span, member: Member, noun: str) -> bool:
    """Whether a paper has the noun in its name, or right before it ("the report, *Norr*")."""
    phrase = scene.phrase(at)
    heads = {phrase.noun, phrase.core[-1].lower} if phrase else set()
    if noun in heads or noun == member.name.split()[-1].lower():
        return True
    before = phrase.head.head if phrase and phrase.head.relation in {"appos", "oprd"} else None
    return before is not None and before.lower == noun


def _author(scene: Scene, phrase: NounPhrase) -> str:
    """The words that tell by whom a paper is, or of what ("by the Norr Institute", "released by the
    Norr Institute", "of farmers"); empty when the phrase does not say."""
    makers = [*phrase.behind("by", "from")]
    if phrase.clause is not None and phrase.clause.lower in _MADE:
        makers += NounPhrase(phrase.clause).behind("by")
    for maker in makers:
        if scene.cast.mentioned(ActorKind.ORGANIZATION, maker.span):
            start = phrase.head.i + 1
            return scene.words(phrase.head.row[start : maker.whole[-1].i + 1])
    return f"of {scene.words(phrase.of.core)}" if phrase.of and phrase.is_indefinite else ""
