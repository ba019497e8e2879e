"""Papers as speakers: "the report", "a Norr Institute poll", "the statement".

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None when the phrase is no paper.
Called by `coreference`. A name of its own makes a paper; a mere kind points to the last one of that
kind; what has no title by nature (a statement, a letter) is called by its phrase.
"""

import re
from collections.abc import Iterable

from kg.extract.offices_words import word_set
from kg.link.bodies import is_generic
from kg.link.cast import Member
from kg.link.phrases import Phrase, read_phrase
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind
from schema.ids import normalise_name
from schema.span import Span

_NAMED, _POINTED, _UNTITLED = 0.85, 0.8, 0.6
_TITLED_KINDS = word_set(
    "report study survey bill law act plan strategy draft guideline guidelines directive treaty "
    "blueprint roadmap proposal regulation resolution order charter memorandum communiqué agenda "
    "document documents paper framework"
)
_UNTITLED_KINDS = word_set(
    "statement letter review film movie book article editorial column essay op-ed ruling "
    "opinion verdict data poll polls memo release filing lawsuit suit complaint petition "
    "indictment submission brief motion analysis assessment research findings figures "
    "statistics transcript video footage recording tape ad advertisement post tweet tweets "
    "message email emails e-mail e-mails note testimony story records notice posting ballot "
    "documentary chart questionnaire census index newsletter press-release audit profile "
    "obituary caption headline headlines studies reports surveys letters statements articles "
    "documents editorials papers "
)
_AUTHOR = re.compile(r"\s+(?:by|from|of)\s+(?:the\s+)?")


def resolve_paper(scene: Scene, span: Span) -> Resolution | None:
    """Which paper a phrase means; None when its head is no kind of paper."""
    text = span.of(scene.document.text)
    phrase = read_phrase(text)
    if phrase.head not in _TITLED_KINDS | _UNTITLED_KINDS or _somebody_else(text, phrase):
        return None
    if _has_a_name(phrase):
        return Resolution(scene.cast.add(ActorKind.DOCUMENT, phrase.core), _NAMED)
    known = _known(scene, span, phrase)
    if known is not None:
        return Resolution(known, _POINTED)
    if phrase.head in _UNTITLED_KINDS or _by_somebody(scene, span, phrase):
        return Resolution(scene.cast.add(ActorKind.DOCUMENT, phrase.whole), _UNTITLED)
    return UNKNOWN


def introduce_papers(scene: Scene, spans: Iterable[Span]) -> None:
    """Add the papers that sources name, so that a headline's "poll" can mean one further down."""
    for span in spans:
        text = span.of(scene.document.text)
        phrase = read_phrase(text)
        kind = phrase.head in _TITLED_KINDS | _UNTITLED_KINDS and not _somebody_else(text, phrase)
        if kind and _has_a_name(phrase):
            scene.cast.refer(span, scene.cast.add(ActorKind.DOCUMENT, phrase.core))


def _has_a_name(phrase: Phrase) -> bool:
    return not is_generic(phrase.core) and not (phrase.bare or " of " in phrase.core)


def _somebody_else(text: str, phrase: Phrase) -> bool:
    """ "The report's author" is no report."""
    behind = text.lower().partition(phrase.head)[2]
    return re.match(r"['’]s?\s+\w", behind) is not None


def _known(scene: Scene, span: Span, phrase: Phrase) -> Member | None:
    """The last paper of this kind; in the first lines, for want of one, the first that follows."""
    if phrase.indefinite:
        return None
    papers = [
        (s, m)
        for s, m in scene.cast.at.items()
        if m.kind is ActorKind.DOCUMENT and _is_a(scene, s, m, phrase.head)
    ]
    before = [p for p in papers if p[0].end <= span.start]
    if before:
        return max(before, key=lambda p: p[0])[1]
    first = scene.block_at(0)
    headed = not phrase.definite and first is not None and span.end <= first.end
    behind = [p for p in papers if p[0].start >= span.end]
    return min(behind, key=lambda p: p[0])[1] if headed and behind else None


def _is_a(scene: Scene, at: Span, member: Member, head: str) -> bool:
    """Whether a paper has the noun in its name, or right before it ("the report, *Norr*")."""
    if head in normalise_name(member.name).split()[-1:] or head in member.name.lower().split():
        return True
    before = scene.document.text[max(0, at.start - 25) : at.start]
    return (
        re.search(rf"\b{re.escape(head)}\b\W*(?:titled|entitled|called)?\W*$", before) is not None
    )


def _by_somebody(scene: Scene, span: Span, phrase: Phrase) -> bool:
    """Whether the phrase says whose paper it is ("a study by the Norr Institute")."""
    text = span.of(scene.document.text)
    behind = _AUTHOR.match(text, text.lower().find(phrase.head) + len(phrase.head))
    if behind is None:
        return False
    bodies = scene.cast.mentioned(ActorKind.ORGANIZATION, span)
    return any(s.start == span.start + behind.end() for s, _ in bodies)
