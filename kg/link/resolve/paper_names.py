"""What papers are called: after who made them ("a Norr Institute poll"), or by a title behind their
kind ("her documentary “Norr.”").

Comes in: a text and the noun for a kind of paper. Goes out: a name.
"""

import re

from kg.english.offices import word_set
from kg.link.cast.bodies import is_generic
from kg.link.resolve.phrases import read_phrase

# Words that papers use for one another when they come back to one.
_ALIKE = (
    word_set("poll survey polling polls"),
    word_set("report study paper analysis review document findings assessment audit"),
    word_set("article story column editorial op-ed essay piece profile post"),
    word_set("letter note message email e-mail memo memorandum"),
    word_set("bill law act legislation measure proposal regulation"),
    word_set("complaint lawsuit suit filing petition indictment"),
    word_set("film movie documentary"),
    word_set("book memoir memoirs manifesto textbook"),
)
# The name of whoever made it before its kind, with an adjective between at most.
_NAMED_AFTER = (
    r"(?<![\w.])(?:(?:[A-Z]\.)*[A-Z][\w&/’'-]*\s+){1,6}"
    r"(?:(?:national|nationwide|statewide|state|exit|tracking|opinion|online|annual|joint|internal)\s+)?"
)
# Kinds that are named after who made them; anybody's statement is called a statement.
_NAMED_KINDS = word_set(
    "poll survey polling report study analysis review editorial article assessment audit index"
)
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


def named_after(text: str, head: str, start: int, end: int, *, last: bool) -> str:
    """The first or last name of a paper of a kind, or alike, that is named after somebody in a
    passage; empty when there is none."""
    if head not in _NAMED_KINDS:
        return ""
    nouns = "|".join(sorted(alike(head) & _NAMED_KINDS))
    named = re.compile(rf"{_NAMED_AFTER}(?:{nouns})\b")
    found = [m.group() for m in named.finditer(text, start, end)]
    name = read_phrase(found[-1 if last else 0]).core if found else ""
    return name if name and not is_generic(name) and name[0].isupper() else ""


def title_of_work(text: str, head: str, end: int) -> str:
    """The title that was told last before a place, right behind the kind of work ("her documentary
    “Norr.” The film"); empty when there is none."""
    kind = rf"\b(?:{'|'.join(sorted(alike(head)))})\b"
    told = rf"{kind}(?:{_QUOTED_TITLE}|{_TITLE_BEHIND_COMMA}|{_ENTITLED})"
    found = list(re.compile(told, re.IGNORECASE).finditer(text, max(0, end - FAR), end))
    title = next((g for g in found[-1].groups() if g), "") if found else ""
    return title.rstrip(",.")
