"""What papers are called: after who made them ("a Norr Institute poll"), or by a title behind their
kind ("her documentary “Norr.”").

Comes in: a Scene and the noun for a kind of paper. Goes out: a name, empty when there is none.
"""

import re

from kg.english.words import listed, phrases
from kg.link.cast.bodies import is_generic
from kg.link.scene import Scene
from schema.span import Span

# Nouns that papers use for one another when they come back to one.
_ALIKE = tuple(frozenset(line.split()) for line in phrases("papers", "alike"))
# Kinds that are named after who made them; anybody's statement is called a statement.
_NAMED_KINDS = listed("papers", "named after their makers")
_TITLE_WORD = r"(?-i:[A-Z0-9][\w’'-]*|of|the|and|for|a|in|to|on|with)"
_TITLE = rf"(?-i:[A-Z0-9])[\w’'-]*(?::?\s{_TITLE_WORD})*"
_QUOTED_TITLE = r",?\s+[“\"‘]((?-i:[A-Z0-9])[^“”\"’\n]{1,70})[”\"’]"
_TITLE_BEHIND_COMMA = rf",\s({_TITLE}),"
_ENTITLED = rf"[^.;\n]{{0,60}}?\s(?:called|titled|entitled)\s+[“\"‘*]?({_TITLE})"
# Characters before a paper that is pointed to. Not from the beginning of a book: each "report" in
# it would read all before it once more.
FAR = 20_000


def alike(noun: str) -> frozenset[str]:
    """The nouns that papers of one kind are called by, this one among them."""
    return frozenset({noun}).union(*(kind for kind in _ALIKE if noun in kind))


def named_after(scene: Scene, noun: str, within: Span, *, last: bool) -> str:
    """The first or last name of a paper of a kind, or alike, that is named after somebody."""
    if noun not in _NAMED_KINDS:
        return ""
    nouns = alike(noun) & _NAMED_KINDS
    found = (
        p for p in scene.reading.phrases(nouns, within) if p.modifiers and p.core[-1] is p.head
    )
    names = (scene.words(p.core) for p in found if any(t.pos == "PROPN" for t in p.modifiers))
    named = [n for n in names if n[0].isupper() and not is_generic(n)]
    return named[-1 if last else 0] if named else ""


def title_of_work(text: str, noun: str, end: int) -> str:
    """The title that was told last before a place, right behind the kind of work ("her documentary
    “Norr.” The film")."""
    kind = rf"\b(?:{'|'.join(sorted(alike(noun)))})\b"
    told = rf"{kind}(?:{_QUOTED_TITLE}|{_TITLE_BEHIND_COMMA}|{_ENTITLED})"
    found = list(re.compile(told, re.IGNORECASE).finditer(text, max(0, end - FAR), end))
    title = next((g for g in found[-1].groups() if g), "") if found else ""
    return title.rstrip(",.")
