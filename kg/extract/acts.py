"""What a speaker did by speaking, read from the cue.

Comes in: the cue's words, with those of source and content where they are known; plain text, so
that the cues of any extractor fit. Goes out: the act, and whether it is negated. Called by `rules`.
"""

import re

from kg.extract.cues import (
    ACT_OF_NOUN,
    ACT_OF_PHRASE,
    ACT_OF_VERB,
    DOCUMENTS,
    GOING_ON,
    GUESSING,
    LEMMA_OF,
    LIGHT,
    TENDERED,
    TENDERING,
    words,
)
from schema.attribution import Act

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]\w+)?")
_NEGATIONS = words("not never no without nor neither cannot fail fails failed failing")
# "said she now supports X", "I oppose a ban", "We call on parliament to act", "I will table an
# amendment": done in the speaker's own words, by himself or by what is his own.
_DOING = re.compile(
    r"(?:I|we|he|she|they|it|(?:my|our)\s+\w+)(?:['’](?:m|re|ll)|\s+(?:am|are|is|will|would|now"
    r"|also"
    r"|still|do|does|strongly|fully|firmly|therefore|today))*\s+"
    r"((?:support|oppos|welcom|reject|condemn|denounc|endors|call|urg|demand|propos|recommend|pledg"
    r"|promis|tabl|introduc|submit|announc|vot)(?:es|e|ting|ing|s)?)\b(.{0,60})",
    re.IGNORECASE,
)
# "I will not vote for": what somebody will not do is what he opposes.
_REFUSING = re.compile(
    r"(?:I|we|he|she|they|it)\s+(?:(?:will|would|could|can)\s+(?:not|never)|cannot|won['’]t)\s+"
    r"(?:vote\s+for|support|back|endorse|accept)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\s\"”’]+")
# "said it would take part", "said the office will open": what a speaker's own body is to do.
_TO_DO = re.compile(
    r"(?:that\s+)?(?:it|he|she|they|(?:the|its|his|her|their"
    r"|\w+['’]s)\s+(?:\w+\s+){0,3}?(?:government"
    r"|ministry|office|agency|company|firm|council|committee|commission|legislature|parliament"
    r"|bureau"
    r"|department|authority|party|union|institute|university|administration|group|state|province"
    r"|city|country))\s+(?:will|would)\s+(?!not\b|never\b|be\s(?!\w+ing\b)|have\b|like\b|need\b"
    r"|mean\b|make\s+it\b|help\b|hurt\b|harm\b|cost\b|take\s+(?:time|years|months)\b|lead\b"
    r"|cause\b|become\b|seem\b|prefer\b|rather\b|depend\b|turn\b)\w+",
    re.IGNORECASE,
)
# "suggested that X be paid", "suggested X should pay": a suggestion, not a guess.
_SHOULD = re.compile(
    r"(?!.*\b(?:would|could|may|might|can|to)\s+be\b).*\b(?:should|be\s+\w+ed)\b", re.I
)
_REQUEST = re.compile(
    r"(?!(?:how|what|when|where|whether|which|who|why|if)\b).{1,80}?\bto\s\w", re.I
)
_GERUND = re.compile(r"\w+ing\s", re.IGNORECASE)
_FUTURE = frozenset({Act.PLANNED, Act.WANTED, Act.PLEDGED})
_NEAR = 6  # words within which a noun still belongs to its verb
_OPENING = 2  # sentences of a speech in which it shows what the speech does


def act_of(cue: str, *, source: str = "", content: str = "") -> tuple[Act, bool]:
    """The act that the cue names, and whether it is denied ("did not say").

    An unknown cue is `said`. `source` tells a document, which reports, from a person, who says;
    `content` may hold the noun that names the act ("plans" / "to submit a proposal").
    """
    cues = [w.lower().replace("’", "'") for w in _WORD.findall(cue)]
    after = [w.lower() for w in _WORD.findall(content)[:_NEAR]]
    if cues == ["q"]:  # a reporter's turn in a transcript
        return Act.ASKED, False
    act = _first_act(cues, after)
    negated = any(w in _NEGATIONS or w.endswith("n't") for w in cues)
    if act is Act.SAID and _is_document(source, cue):
        act = Act.REPORTED
    if cue.strip() == ":" and content.strip().endswith("?"):
        return Act.ASKED, negated
    return _by_content(act, {LEMMA_OF.get(w, "") for w in cues}, content.strip()), negated


def _by_content(act: Act, verbs: set[str], content: str) -> Act:
    """Where the cue is as good as any, the words say what was done by them."""
    if "suggest" in verbs and (_GERUND.match(content) or _SHOULD.match(content)):
        return Act.PROPOSED
    if act is Act.SAID and not verbs & GUESSING:
        return _own_doing(content) or (Act.ANNOUNCED if _TO_DO.match(content) else act)
    if act is Act.ASKED and _REQUEST.match(content) and not content.endswith("?"):
        return Act.CALLED_FOR
    if act is Act.WANTED and "want" in verbs and _REQUEST.match(content):
        return Act.CALLED_FOR if not content.startswith("to ") else act
    if act is Act.OPPOSED and "dismiss" in verbs and re.search(r"\sas\s", content):
        return Act.DENOUNCED
    return act


def _own_doing(content: str) -> Act | None:
    """What the first sentences of the content do by saying so; None when they do nothing."""
    for sentence in _SENTENCE.split(content)[:_OPENING]:
        if _REFUSING.match(sentence):
            return Act.OPPOSED
        if done := _DOING.match(re.sub(r"^(?:Then|So|Today|And|But|Therefore),?\s+", "", sentence)):
            verb = LEMMA_OF.get(done[1].lower())
            behind = [w.lower() for w in _WORD.findall(done[2])]
            found = verb and _verb_act(done[1].lower(), behind)
            if found and found is not Act.SAID:
                return found
    return None


def _first_act(cues: list[str], after: list[str]) -> Act:
    """The act of the first verb that names one, else of the first noun; else said."""
    for i, word in enumerate(cues):
        behind = [*cues[i + 1 :], *after]
        found = _verb_act(word, behind)
        if found is not None:
            return found
    nouns = (ACT_OF_NOUN.get(_singular(word)) for word in cues)
    return next((noun for noun in nouns if noun is not None), Act.SAID)


def _verb_act(word: str, behind: list[str]) -> Act | None:
    verb = LEMMA_OF.get(word)
    if verb is None or (verb in GOING_ON and behind[:1] == ["to"] and len(behind) > 1):
        return None
    if _tenders(verb, behind):
        return Act.PROPOSED
    phrase = next((a for w in behind[:2] if (a := ACT_OF_PHRASE.get((verb, w)))), None)
    if phrase is not None:
        return phrase
    if verb in LIGHT and (noun := _noun_act(behind)):
        return noun
    return ACT_OF_VERB.get(verb)


def _tenders(verb: str, behind: list[str]) -> bool:
    """Presents a suggestion, plans to submit a proposal, will table a motion."""
    near = behind[:_NEAR]
    future = ACT_OF_VERB.get(verb) in _FUTURE and any(LEMMA_OF.get(w) in TENDERING for w in near)
    return (verb in TENDERING or future) and any(_singular(w) in TENDERED for w in near)


def _noun_act(behind: list[str]) -> Act | None:
    return next((a for w in behind[:_NEAR] if (a := ACT_OF_NOUN.get(_singular(w)))), None)


def _singular(word: str) -> str:
    return word if word in ACT_OF_NOUN else word.removesuffix("s")


def _is_document(source: str, cue: str) -> bool:
    if not source:
        return "according" in cue.lower()
    head = re.split(r"\s(?:of|by|from|on|in|for|that|which|\w+(?:ed|ing))\b|,", source)[0]
    named = [w.lower() for w in _WORD.findall(head)]
    # "Bill" alone is a man; "polls" alone are documents.
    return bool(named) and named[-1] in DOCUMENTS and (len(named) > 1 or named[0].endswith("s"))
