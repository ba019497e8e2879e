"""The act that a cue's own words name, read from tables of verbs, phrases and nouns.

Comes in: words in lower case. Goes out: acts.
"""

import re

from kg.english.cues import (
    ACT_OF_NOUN,
    ACT_OF_PHRASE,
    ACT_OF_VERB,
    GOING_ON,
    LEMMA_OF,
    LIGHT,
    TENDERING,
)
from kg.english.words import listed
from schema.attribution import Act

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]\w+)?")
_FUTURE = frozenset({Act.PLANNED, Act.WANTED})
NEAR = 6  # words within which a noun still belongs to its verb
# Words of a cue that do not keep its verb from what the content begins with.
_LEADING = listed("verbs", "leading on")
_TENDERED = listed("nouns", Act.PROPOSED)
# "testified in support of", "came out against": the cue's verb only says that words were used.
_SIDES: tuple[tuple[Act, re.Pattern[str]], ...] = tuple(
    (act, re.compile(rf"\b(?:{wording})\b", re.IGNORECASE))
    for act, wording in (
        (Act.DENOUNCED, r"(?:is|was|are|were|been|be)\s+(?:\w+\s+)?critical\s+of"),
        (
            Act.OPPOSED,
            r"against|in\s+opposition\s+to|opposed\s+to|took\s+issue\s+with|no\s+to"
            r"|distanc\w+\s+\w+\s+from",
        ),
        (
            Act.SUPPORTED,
            r"in\s+(?:favou?r|support|defen[cs]e|praise)\s+of|(?:weight|st[oa]\w+|rall\w+)\s+behind"
            r"|the\s+case\s+for|tribute\s+to|grateful\s+(?:to|for)",
        ),
    )
)


def first_act(cues: list[str], after: list[str]) -> Act:
    """The act of the first verb that names one, else of the first noun; else said."""
    for i, word in enumerate(cues):
        rest = cues[i + 1 :]
        # "raised concerns over" / "the bill": the noun of the cue comes before the content's.
        own = any(not _leads_on(w) for w in rest)
        behind = rest if own else [*rest, *after]
        found = verb_act(word, behind)
        if found is not None:
            return found
    nouns = (ACT_OF_NOUN.get(_singular(word)) for word in cues)
    return next((noun for noun in nouns if noun is not None), Act.SAID)


def _leads_on(word: str) -> bool:
    return word in _LEADING or word.endswith("ly") or LEMMA_OF.get(word) in LIGHT


def side_of(cue: str) -> tuple[Act, str] | None:
    """The side that a cue takes where its verb takes none, and the rest of the cue."""
    found = ((act, wording.search(cue)) for act, wording in _SIDES)
    return next(((act, cue[: m.start()] + cue[m.end() :]) for act, m in found if m), None)


def verb_act(word: str, behind: list[str]) -> Act | None:
    """The act of a verb's form with the words behind it, the noun that it leaves it to included."""
    verb = LEMMA_OF.get(word)
    if verb is None or (verb in GOING_ON and behind[:1] == ["to"] and len(behind) > 1):
        return None
    if _will_tender(verb, behind):
        return Act.PROPOSED
    phrase = next((a for w in behind[:2] if (a := ACT_OF_PHRASE.get(f"{verb} {w}"))), None)
    if phrase is not None:
        return phrase
    if verb in LIGHT and (noun := _noun_act(behind)):
        return noun
    return ACT_OF_VERB.get(verb)


def _will_tender(verb: str, behind: list[str]) -> bool:
    """Plans to submit a proposal, will table a motion."""
    near = behind[:NEAR]
    future = ACT_OF_VERB.get(verb) in _FUTURE and any(LEMMA_OF.get(w) in TENDERING for w in near)
    return future and any(_singular(w) in _TENDERED for w in near)


def _noun_act(behind: list[str]) -> Act | None:
    return next((a for w in behind[:NEAR] if (a := ACT_OF_NOUN.get(_singular(w)))), None)


def _singular(word: str) -> str:
    return word if word in ACT_OF_NOUN else word.removesuffix("s")
