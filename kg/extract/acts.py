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
    LEMMA_OF,
    LIGHT,
    TENDERED,
    TENDERING,
    words,
)
from schema.attribution import Act

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]\w+)?")
_NEGATIONS = words("not never no without nor neither cannot fail fails failed failing")
# "said she now supports X", "I oppose a ban": the speaker's own side, in his own words.
_STAND = re.compile(
    r"(?:I|we|he|she|they|it)\s+(?:(?:now|also|still|do|does|\w+ly)\s+)*"
    r"((?:support|oppos|welcom|reject|condemn|denounc|endors)(?:es|e|s)?)\s",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?!(?:how|what|when|where|whether|which|who|why|if)\b).{1,80}?\bto\s\w", re.I
)
_GERUND = re.compile(r"\w+ing\s", re.IGNORECASE)
_FUTURE = frozenset({Act.PLANNED, Act.WANTED, Act.PLEDGED})
_NEAR = 6  # words within which a noun still belongs to its verb


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
    return _by_content(act, cue.strip(), content.strip()), negated


def _by_content(act: Act, cue: str, content: str) -> Act:
    """Where the cue is as good as any, the words say what was done by them."""
    if act is Act.SAID and cue == ":" and content.endswith("?"):
        return Act.ASKED
    if act is Act.SAID and (stand := _STAND.match(content)):
        return ACT_OF_VERB[LEMMA_OF[stand[1].lower()]]
    if act is Act.ASKED and _REQUEST.match(content) and not content.endswith("?"):
        return Act.CALLED_FOR
    if LEMMA_OF.get(cue.lower()) == "suggest" and _GERUND.match(content):
        return Act.PROPOSED
    return act


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
    if verb is None:
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
