"""The words that attribute, and which act each names: look-ups by lemma.

The lists are `data/verbs.txt`, `data/verb_phrases.txt` and `data/nouns.txt`.
"""

import re
from collections.abc import Callable, Iterable

from kg.english.words import listed, pairs, phrases, sections
from schema.attribution import Act

_WORD = re.compile(r"[^\W\d_]+")


def _by_act(subject: str, entries: Callable[[str, str], Iterable[str]]) -> dict[str, Act]:
    listed = [act for act in Act if act in sections(subject)]
    return {entry: act for act in listed for entry in entries(subject, act)}


ACT_OF_VERB, ACT_OF_NOUN = _by_act("verbs", listed), _by_act("nouns", listed)
ACT_OF_PHRASE = _by_act("verb_phrases", phrases)
LIGHT, TENDERING = listed("verbs", "light"), listed("verbs", "tendering")
GOING_ON, GUESSING = listed("verbs", "going on"), listed("verbs", "guessing")


def _inflected(verb: str) -> set[str]:
    """The regular forms, and a doubled consonant ("planned")."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = verb + verb[-1]
    return {verb, verb + plural, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"}


LEMMA_OF: dict[str, str] = {
    form: verb
    for verb in sorted({*ACT_OF_VERB, *LIGHT, *(phrase.split()[0] for phrase in ACT_OF_PHRASE)})
    for form in _inflected(verb)
} | pairs("verbs", "forms")


def names_act(cue: str) -> bool:
    """Whether a word of the cue names an act; a mark ("Roe: ...") and "according to" do, too."""
    found = [w.lower() for w in _WORD.findall(cue)]
    verbs = (LEMMA_OF.get(w, w) in ACT_OF_VERB for w in found)
    nouns = (w in ACT_OF_NOUN or w.removesuffix("s") in ACT_OF_NOUN for w in found)
    return not found or ":" in cue or "according" in found or any(verbs) or any(nouns)
