"""Papers as speakers: "the report", "a Norr Institute poll", "the statement".

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None when the phrase is no paper.
 A name of its own makes a paper; a mere kind points to the last one of that
kind; what has no title by nature (a statement, a letter) is called by its phrase.
"""

import re
from collections.abc import Iterable

from kg.english.offices import word_set
from kg.link.cast.bodies import is_generic
from kg.link.cast.members import Member
from kg.link.resolve.paper_names import FAR, alike, named_after, title_of_work
from kg.link.resolve.phrases import Phrase, read_phrase
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
    "summary correspondence briefing minutes "
    "batch disclosure disclosures readout tally quiz constitution documentary chart questionnaire "
    "census index newsletter press-release audit profile "
    "obituary caption headline headlines studies reports surveys letters statements articles "
    "documents editorials papers average polling reporting coverage footnote account accounts "
    "estimate estimates projection projections commentary interview textbook manifesto "
    "memoir memoirs playbook photograph photographs photo photos booklet booklets pamphlet leaflet "
    "dossier affidavit testimonial communique billboard slogan inscription memos rulings "
)
# "Religious figures" are people, "official figures" are none.
_NUMERIC = word_set("official government new latest census sales budget these those the its")
# What may speak without a name of its own; laws, plans and orders have one.
_NO_LAWS = word_set(
    "report study survey paper draft document documents memorandum roadmap blueprint"
)
# What somebody tells, not a paper: "Ada Norr's account" is Ada Norr's.
_TOLD = word_set("account accounts reporting coverage commentary interview testimony estimate")
_NO_TELLING = re.compile(r"\d|\b(?:Twitter|Facebook|Instagram)\b")
# Words that do not tell one paper of a kind from another.
_ANY = re.compile(
    r"(?:(?:new|just-released|nationwide|national|latest|recent|fresh)\s+)+[a-z]+", re.IGNORECASE
)
_AHEAD = 2  # paragraphs
_COPY = re.compile(r"(?:an?|the)\s+(?:[a-z]+\s+)?(?:copy|draft|version)\s+of\s+", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|latest)\b", re.IGNORECASE)
# The noun before these says what kind a paper is ("average of polls").
_BEHIND_KIND = re.compile(r"\s(?:of|by|from|in|for|on|about|that|to|with)\s")
_AUTHOR = re.compile(
    r"(?:\s+(?:issued|released|published|written|prepared|compiled|produced|commissioned|carried\s+out))?"
    r"(?:\s+(?:last|this|earlier|on)\s+\w+)?\s+(?:by|from|of)\s+(?:the\s+)?"
)


def resolve_paper(scene: Scene, span: Span) -> Resolution | None:
    """Which paper a phrase means; None when its head is no kind of paper."""
    copy = _COPY.match(scene.document.text, *span)
    if copy is not None:
        return resolve_paper(scene, Span(copy.end(), span.end))
    text = span.of(scene.document.text)
    phrase = read_phrase(text)
    if not _is_paper(scene, span, phrase):
        return None
    if _has_a_name(phrase):
        return Resolution(scene.cast.add(ActorKind.DOCUMENT, phrase.core), _NAMED)
    known = _known(scene, span, phrase) or _named_ahead(scene, span, phrase)
    if known is not None:
        return Resolution(known, _POINTED)
    author = _author(scene, span, phrase)
    told_apart = phrase.head in _NO_LAWS and not phrase.bare
    if phrase.head in _UNTITLED_KINDS or told_apart or author is not None:
        told = author is None or _AUTHOR.search(phrase.whole)
        name = phrase.whole if told else f"{phrase.core} by {author}"
        return Resolution(scene.cast.add(ActorKind.DOCUMENT, name), _UNTITLED)
    return UNKNOWN


def introduce_papers(scene: Scene, spans: Iterable[Span]) -> None:
    """Add the papers that sources name, so that a headline's "poll" can mean one further down."""
    for span in spans:
        text = span.of(scene.document.text)
        phrase = read_phrase(text)
        if _has_a_name(phrase) and _is_paper(scene, span, phrase):
            scene.cast.refer(span, scene.cast.add(ActorKind.DOCUMENT, phrase.core))


def _is_paper(scene: Scene, span: Span, phrase: Phrase) -> bool:
    """Whether the head is a kind of paper, and no surname or people ("Ada Law", "key figures")."""
    if phrase.head not in _TITLED_KINDS | _UNTITLED_KINDS:
        return False
    text = span.of(scene.document.text)
    words = re.split(r"\s+of\s+", phrase.core)[0].split()
    if phrase.head == "figures" and len(words) > 1 and words[-2].lower() not in _NUMERIC:
        return False
    if phrase.head in _TOLD and (phrase.definite or _NO_TELLING.search(phrase.core)):
        return False
    head = span.start + max(text.lower().find(phrase.head), 0)
    people = scene.cast.mentioned(ActorKind.PERSON, span)
    return not any(s.start <= head < s.end for s, _ in people) and not _somebody_else(text, phrase)


def _has_a_name(phrase: Phrase) -> bool:
    if is_generic(phrase.core) or phrase.bare or _ANY.fullmatch(phrase.core):
        return False
    made_of, of, _ = phrase.core.partition(" of ")
    if phrase.core.lower().endswith(phrase.head):
        return True
    return not of or (" " in made_of and made_of[0].isupper())


def _somebody_else(text: str, phrase: Phrase) -> bool:
    """ "The report's author" is no report."""
    behind = text.lower().partition(phrase.head)[2]
    return re.match(r"['’]s?\s+\w", behind) is not None


def _known(scene: Scene, span: Span, phrase: Phrase) -> Member | None:
    """The last paper of this kind; in the first lines, for want of one, the first that follows."""
    if phrase.indefinite or (phrase.head.endswith("s") and not phrase.definite):
        return None
    papers = [(s, m) for s, m in _named_papers(scene) if _is_a(scene, s, m, phrase.head)]
    before = [p for p in papers if p[0].end <= span.start]
    pointed = phrase.bare and phrase.definite and not phrase.head.endswith("s")
    before = before or (_alike_before(scene, span, phrase) if pointed else [])
    if before:
        # "The new poll" is what the article is about; others are brought in behind it.
        new = _NEW.search(span.of(scene.document.text)) is not None
        return (min if new else max)(before, key=lambda p: p[0])[1]
    first = scene.block_at(0)
    unspoken = _unspoken(scene, span, phrase) if pointed else None
    if unspoken is not None:
        return unspoken
    headed = not phrase.definite and first is not None and span.end <= first.end
    behind = [p for p in papers if p[0].start >= span.end]
    return min(behind, key=lambda p: p[0])[1] if headed and behind else None


def _named_papers(scene: Scene) -> list[tuple[Span, Member]]:
    return scene.cast.mentioned(ActorKind.DOCUMENT, Span(0, len(scene.document.text)))


def _alike_before(scene: Scene, span: Span, phrase: Phrase) -> list[tuple[Span, Member]]:
    """The named papers before a passage that papers call by this noun as well ("the survey")."""
    nouns = alike(phrase.head)
    return [
        (s, m)
        for s, m in _named_papers(scene)
        if s.end <= span.start
        and normalise_name(m.name).split()[-1:] != []
        and normalise_name(m.name).split()[-1] in nouns
        and not is_generic(m.name)
    ]


def _unspoken(scene: Scene, span: Span, phrase: Phrase) -> Member | None:
    """The last paper before a passage that has a name and has not spoken itself ("in a Norr
    Institute poll, 52 percent ...", "her documentary “Norr.”")."""
    text = scene.document.text
    start = max(0, span.start - FAR)
    name = named_after(text, phrase.head, start, span.start, last=True)
    name = name or title_of_work(text, phrase.head, span.start)
    return scene.cast.add(ActorKind.DOCUMENT, name) if name else None


def _named_ahead(scene: Scene, span: Span, phrase: Phrase) -> Member | None:
    """The paper that a kind without a name is told to be right behind ("A new poll shows that ...
    In the Norr Institute poll, ...")."""
    text = scene.document.text
    if phrase.definite or not (phrase.bare or _ANY.fullmatch(phrase.core)):
        return None
    blocks = (scene.block_at(span.start, back=-k) for k in range(_AHEAD + 1))
    end = max((b.end for b in blocks if b is not None), default=span.end)
    name = named_after(text, phrase.head, span.end, end, last=False)
    return scene.cast.add(ActorKind.DOCUMENT, name) if name else None


def _is_a(scene: Scene, at: Span, member: Member, head: str) -> bool:
    """Whether a paper has the noun in its name, or right before it ("the report, *Norr*")."""
    kind = _BEHIND_KIND.split(normalise_name(member.name))[0].split()
    last = member.name.split()[-1]
    # A title may end in its kind ("Freedom of Norr Act").
    if head in kind[-1:] or (last[0].isupper() and last.lower() == head):
        return True
    before = scene.document.text[max(0, at.start - 25) : at.start]
    return (
        re.search(rf"\b{re.escape(head)}\b\W*(?:titled|entitled|called)?\W*$", before) is not None
    )


def _author(scene: Scene, span: Span, phrase: Phrase) -> str | None:
    """Whose paper it is, or of what ("a study by the Norr Institute", "a survey of farmers"); None
    when the phrase does not say."""
    text = span.of(scene.document.text)
    behind = _AUTHOR.match(text, text.lower().find(phrase.head) + len(phrase.head))
    if behind is None:
        return None
    bodies = scene.cast.mentioned(ActorKind.ORGANIZATION, span)
    by_a_body = any(s.start >= span.start + behind.end() for s, _ in bodies)
    said = by_a_body or (" of " in phrase.core and phrase.indefinite)
    return " ".join(text[behind.end() :].split()).rstrip(" ,") if said else None
