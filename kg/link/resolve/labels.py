"""Speaker labels of transcripts: "MR. SULLIVAN:", "CHAIR NORR:", "THE PRESIDENT:".

Comes in: a label's words in a Scene. Goes out: a Proposal.
"""

import re
from dataclasses import replace

from kg.english.offices import HONORIFICS, is_head
from kg.link.cast.names import until_no_name
from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.scene import Scene
from schema.entity import ActorKind
from schema.ids import normalise_name

_TITLE_WORDS = frozenset(
    {"the", "prime", "vice", "first", "acting", "press", "foreign", "hon", "of"}
)
_INDENT = " \t\r\u00a0*_"  # what may stand before a label in its line
_MALE, _FEMALE = frozenset({"mr", "sir", "lord"}), frozenset({"ms", "mrs", "miss", "dame"})


def is_label(text: str, start: int, end: int) -> bool:
    """Whether a passage is a speaker label: in capitals at the start of a line, before a colon."""
    label = text[start:end]
    capitals = label.upper() == label and any(c.isalpha() for c in label)
    behind = re.match(r"[\s*_]*:", text[end : end + 6]) or label.endswith(":")
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return capitals and bool(behind) and not before.strip(_INDENT)


def resolve_label(scene: Scene, label: str) -> Proposal:
    """Who speaks under a label; unknown when the text gives no full name for it."""
    words = re.findall(r"[\w'’-]+", label)
    title = [w.lower() for w in words if _is_title(w)]
    name = " ".join(w for w in words if not _is_title(w))
    if name:
        return _by_name(scene, name, title)
    return _by_office(scene, " ".join(t for t in title if t != "the"))


def _is_title(word: str) -> bool:
    return word.lower() in HONORIFICS | _TITLE_WORDS or is_head(word)


def _by_name(scene: Scene, name: str, title: list[str]) -> Proposal:
    people = list(scene.cast.of(ActorKind.PERSON))
    exact = [m for m in people if normalise_name(m.name) == normalise_name(name)]
    found = exact or [m for m in people if normalise_name(m.name).split()[-1:] == [_key(name)]]
    called = scene.bearers.titled(" ".join(title), name) or scene.bearers.only(name)
    if len(found) != 1 and called is not None:
        found = [called]
    gender = "he" if _MALE & set(title) else "she" if _FEMALE & set(title) else None
    if not found and len(name.split()) > 1:
        # A label may be the only place that spells the name ("ADA NORR:", later "NORR:").
        spelt = new(Evidence.LABEL_NAME, ActorKind.PERSON, name.title())
        return replace(spelt, gender=gender)
    if len(found) != 1:
        return UNKNOWN
    return Proposal(Evidence.LABEL_NAME, found[0], gender=gender)


def _key(name: str) -> str:
    return normalise_name(name).split()[-1] if normalise_name(name) else ""


def _by_office(scene: Scene, title: str) -> Proposal:
    """The one person who bears this title ("THE VICE PRESIDENT"): in the headline, or in all the
    text when the headline names none. A bearer known by surname only makes it unknown."""
    if not title:
        return UNKNOWN
    for text in (scene.document.headline or "", scene.document.text):
        bearers = _bearers(text, title)
        if bearers:
            known = [scene.bearers.titled(title, b) or scene.bearers.only(b) for b in bearers]
            found = {id(m): m for m in known if m is not None}
            if len(found) == 1 and None not in known:
                return Proposal(Evidence.LABEL_OFFICE, next(iter(found.values())))
            return UNKNOWN
    return UNKNOWN


def _bearers(text: str, title: str) -> set[str]:
    """The last words of the names behind a title in mixed case ("President Ada Norr")."""
    spelt = r"\s+".join(w.capitalize() for w in title.split())
    name = re.compile(rf"(?<!Vice\s)\b{spelt}((?:\s+[A-Z][\w'-]*\.?)+)")
    names = (re.sub(r"['’]s$", "", m[1]).split() for m in name.finditer(text))
    ended = (until_no_name(n) for n in names)
    return {n[-1] for n in ended if n and len(n[-1]) > 1 and not _is_title(n[-1])}
