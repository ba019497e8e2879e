"""What a statement does by its words, where the cue is as good as any.

Comes in: the act that the cue names, its verbs, and the content as plain text. Goes out: the act.

"""

import re

from kg.english.cues import GUESSING, LEMMA_OF
from kg.english.words import any_of, either
from kg.extract.meaning.acts_cue import WORD, verb_act
from kg.extract.meaning.stance.lexicon import CALLED
from schema.attribution import Act

_OPENING = 2  # sentences of a speech in which it shows what the speech does
# "said she now supports X", "I oppose a ban", "We call on parliament to act", "I will table an
# amendment": done in the speaker's own words, by himself or by what is his own.
_DOING = re.compile(
    r"(?:I|we|he|she|they|it|(?:my|our)\s+\w+)(?:['’](?:m|re|ll)|\s+(?:am|are|is|will|would|now"
    r"|also"
    r"|still|do|does|strongly|fully|firmly|therefore|today))*\s+"
    rf"((?:{either('verbs', 'done by saying so')})(?:es|e|ting|ing|s)?)\b(.{{0,60}})",
    re.IGNORECASE,
)
# "I will not vote for": what somebody will not do is what he opposes.
_REFUSING = re.compile(
    r"(?:I|we|he|she|they|it)\s+(?:(?:will|would|could|can)\s+(?:not|never)|cannot|won['’]t)\s+"
    r"(?:vote\s+for|support|back|endorse|accept)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"(?:I|we|my|our)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[\s\"”’]+")
# "said it would take part", "said the office will open": what a speaker's own body is to do.
_TO_DO = re.compile(
    r"(?:that\s+)?(?:it|he|she|they|(?:the|its|his|her|their|\w+['’]s)\s+(?:\w+\s+){0,3}?"
    rf"(?:{either('bodies', 'kinds')}|state|province|city|country))\s+(?:will|would)\s+"
    rf"(?!(?:{any_of('verbs', 'nothing to be done')})\b|be\s(?!\w+ing\b))\w+",
    re.IGNORECASE,
)
# "said talks would start in May": what is on a calendar.
_TO_HAPPEN = re.compile(
    r"(?:that\s+)?(?:[\w’'-]+\s+){1,8}?(?:will|would)\s+(?:start|begin|open|launch|take\s+place|resume"
    r"|be\s+(?:held|published|presented|opened|launched|released|signed|set\s+up))\b"
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:in|on|by|next|this|from|at|before|within)\b",
    re.IGNORECASE,
)
_NAMING = frozenset(
    {"call", "describe", "dub", "label", "brand", "characterize", "characterise", "portray"}
)
_ARTICLES = frozenset({"a", "an", "the", "another"})
# "suggested that X be paid", "suggested X should pay": a suggestion, not a guess.
_SHOULD = re.compile(
    r"(?!.*\b(?:would|could|may|might|can|to)\s+be\b).*\b(?:should|be\s+\w+ed)\b", re.I
)
_REQUEST = re.compile(
    r"(?!(?:how|what|when|where|whether|which|who|why|if)\b).{1,80}?\bto\s\w", re.I
)
# What is rejected is an accusation: that denies it.
_CHARGE = re.compile(
    r"(?:(?:the|any|all|these|those|such|his|her|its|their|\w+['’]s)\s+)?(?:\w+\s+){0,2}?"
    rf"(?:{any_of('nouns', 'accusations')})\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"to\s+[\"“']?[a-z]", re.IGNORECASE)
_WHETHER = re.compile(r"(?:.{1,40}\s)?(?:on|about|over)?\s*(?:whether|how|why|what|when|who)\b")
_GERUND = re.compile(r"\w+ing\s", re.IGNORECASE)


def by_content(act: Act, verbs: set[str], content: str, *, quoted: bool = False) -> Act:
    """Where the cue is as good as any, the words say what was done by them.

    `quoted`: they stand in quotation marks, so that "it", "she" and "the council" are others.
    """
    if "suggest" in verbs and (_GERUND.match(content) or _SHOULD.match(content)):
        return Act.PROPOSED
    if act is Act.SAID and "tell" in verbs and _INFINITIVE.match(content):
        return Act.CALLED_FOR
    if act is Act.SAID and not verbs & GUESSING:
        named = _name_given(content) if verbs & _NAMING else None
        to_do = not quoted and (_TO_DO.match(content) or _TO_HAPPEN.match(content))
        done = named or _own_doing(content, quoted=quoted)
        return done or (Act.ANNOUNCED if to_do else act)
    if act is Act.OPPOSED and verbs & {"reject", "dismiss"} and _CHARGE.match(content):
        return Act.DENIED
    if act is Act.CALLED_FOR and "press" in verbs and _WHETHER.match(content):
        return Act.ASKED
    if act is Act.OPPOSED and "dismiss" in verbs and re.search(r"\sas\s", content):
        return Act.DENOUNCED
    return _requested(act, verbs, content) if _REQUEST.match(content) else act


def _requested(act: Act, verbs: set[str], content: str) -> Act:
    """Asked, wanted or challenged somebody to do something."""
    asked = act is Act.ASKED and verbs & {"ask", "request"} and not content.endswith("?")
    wanted = act is Act.WANTED and "want" in verbs and not content.startswith("to ")
    challenged = act is Act.DENOUNCED and "challenge" in verbs
    return Act.CALLED_FOR if asked or wanted or challenged else act


def _name_given(content: str) -> Act | None:
    """Who calls a thing a mistake denounces it, who calls it unnecessary opposes it."""
    called = CALLED.search(content)
    if called is None:
        return None
    if called["plus"]:
        return Act.SUPPORTED
    return Act.DENOUNCED if called["minus"].split()[0] in _ARTICLES else Act.OPPOSED


def _own_doing(content: str, *, quoted: bool) -> Act | None:
    """What the first sentences of the content do by saying so; None when they do nothing."""
    for whole in _SENTENCE.split(content)[:_OPENING]:
        sentence = re.sub(r"^(?:Then|So|Today|And|But|Therefore),?\s+", "", whole)
        if quoted and not _FIRST_PERSON.match(sentence):
            continue
        if _REFUSING.match(sentence):
            return Act.OPPOSED
        if done := _DOING.match(sentence):
            verb = LEMMA_OF.get(done[1].lower())
            behind = [w.lower() for w in WORD.findall(done[2])]
            found = verb and verb_act(done[1].lower(), behind)
            if found and found is not Act.SAID:
                return found
    return None
