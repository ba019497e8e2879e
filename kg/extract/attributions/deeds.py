"""Deeds that are no speech, though their words also report: an order directs, a host welcomes.

The words alone show it, so that every extractor leaves the same things out.
"""

import re
from collections.abc import Iterator, Sequence

from kg.english.cues import ACT_OF_VERB, LEMMA_OF
from kg.english.words import listed
from kg.extract.attributions.turns import is_of_a_person
from kg.extract.candidate import Candidate
from kg.read.reading import Reading
from schema.span import joined

_WORD = re.compile(r"[^\W\d_]+")
# What has force by itself: it does what it directs. A report or a plan only says so.
_INSTRUMENTS = listed("papers", "in force")
_EFFECT = re.compile(
    r"(?:direct|instruct|order|support|requir|defin|establish|authori[sz])(?:e|es|ed|s|ing)?"
)
# "welcomed Ada Roe of Norrland to the White House"
_RECEIVED = re.compile(r"(?!the\b)(?:[A-Z][\w.'’-]*\s+(?:of\s+)?){1,8}to\s+(?:the\s+)?[A-Z]")

# "Asked not to be named": how a source is quoted.
_UNNAMED = re.compile(r"(?:not\s+to\s+be\s+(?:named|identified|quoted)|anonymity)\b", re.IGNORECASE)
# "focused on": where the attention goes, not what is said of it.
_ATTENDING = frozenset({"focus", "focuses", "focused", "focusing", "focussed", "focussing"})


def without_deeds(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those in which something was said, not only done."""
    return (c for c in candidates if not is_deed(reading.text, c))


def is_deed(text: str, one: Candidate) -> bool:
    """Whether something was done, not said, or is a newsletter's item behind its label ("FTC:
    ...")."""
    content, source = joined(text, one.content), joined(text, one.source)
    if _UNNAMED.match(content):
        return True
    if source.isupper() and [s.of(text) for s in one.cue] == [":"]:
        return not is_of_a_person(text, source)
    cue = [w.lower() for w in _WORD.findall(joined(text, one.cue))]
    verbs = {LEMMA_OF.get(w, w) for w in cue}
    if "welcome" in verbs:
        return _RECEIVED.match(content) is not None
    if _ATTENDING & set(cue):  # not: said it would focus on X
        return not any(v in ACT_OF_VERB for v in verbs)
    if {"sign", "signs", "signed", "signing"} & set(cue):  # not: signed a letter urging X
        return not any(v in ACT_OF_VERB and not _EFFECT.fullmatch(v) for v in verbs)
    return any(map(_EFFECT.fullmatch, cue)) and _is_instrument(source)


def _is_instrument(source: str) -> bool:
    """Whether the source's head is a legal text: "The Order", "the Liability Bill of 2024"."""
    head = re.split(r"\s(?:of|by|from|on|in|for|that|which)\b|,", source)[0]
    named = [w.lower() for w in _WORD.findall(head)]
    return len(named) > 1 and named[-1] in _INSTRUMENTS
