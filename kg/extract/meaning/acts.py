"""What a speaker did by speaking, read from the cue.

Comes in: the cue's words, with those of source and content where they are known; plain text, so
that the cues of any extractor fit. Goes out: the act, and whether it is negated.
"""

import re

from kg.english.cues import LEMMA_OF
from kg.english.words import listed
from kg.extract.meaning.acts_content import by_content
from kg.extract.meaning.acts_cue import NEAR, WORD, first_act, side_of
from schema.attribution import Act

_NEGATIONS = frozenset(
    [
        "not",
        "never",
        "no",
        "without",
        "nor",
        "neither",
        "cannot",
        "fail",
        "fails",
        "failed",
        "failing",
    ]
)
_PAPERS = listed("papers", "reporting")
_NOBODY = re.compile(r"(?:neither|none|nobody|no\s+one|no)\b", re.IGNORECASE)

# "Would not say", "did not immediately respond": nothing was said.
_REFUSED = re.compile(
    r"\b(?:would\s+not|wouldn['’]t|refused\s+to)\s+(?:say|confirm|comment|discuss|answer|name|elaborate)\b"
    r"|\b(?:did\s+not|didn['’]t|has\s+not|have\s+not)\s+(?:immediately\s+|yet\s+)?"
    r"(?:respond|reply|returned?\s+calls|responded|replied)\b",
    re.IGNORECASE,
)
_WONDERED = re.compile(r"\bwant(?:s|ed)?\s+to\s+know\b|\bwonder(?:s|ed)?\b", re.IGNORECASE)
# "stopped short of endorsing"
_SHORT_OF = re.compile(r"\b(?:(?:stop|fall|fell)\w*\s+short\s+of|refrain\w*\s+from)\b", re.I)
# "We need them to talk. Right?" asks nothing.
_TAG = re.compile(r"[.!…—,-]\s*(?:right|okay|ok|yeah|huh|correct|you know)\?$", re.IGNORECASE)


def act_of(
    cue: str, *, source: str = "", content: str = "", quoted: bool = False
) -> tuple[Act, bool]:
    """The act that the cue names, and whether it is denied ("did not say").

    An unknown cue is `said`. `source` tells a document, which reports, from a person, who says;
    `content` may hold the noun that names the act ("plans" / "to submit a proposal");
    `quoted` ones are the speaker's own only in the first person.
    """
    cues = [w.lower().replace("’", "'") for w in WORD.findall(cue)]
    after = [w.lower() for w in WORD.findall(content)[:NEAR]]
    if cues == ["q"]:  # a reporter's turn in a transcript
        return Act.ASKED, False
    if _REFUSED.search(cue):
        return Act.DECLINED, False
    act = Act.ASKED if _WONDERED.search(cue) else first_act(cues, after)
    if act is Act.SAID and (side := side_of(cue)):
        act, cue = side
    negated = _is_negated(cue) or _NOBODY.match(source) is not None
    if act is Act.SAID and _is_document(source, cue):
        act = Act.REPORTED
    if cue.strip() == ":" and _asks(content.strip()):
        return Act.ASKED, negated
    if "according" in cues:
        return act, negated
    verbs = {LEMMA_OF.get(w, "") for w in cues}
    return by_content(act, verbs, content.strip(), quoted=quoted), negated


def _asks(words: str) -> bool:
    return words.endswith("?") and _TAG.search(words) is None


def _is_negated(cue: str) -> bool:
    if _SHORT_OF.search(cue):
        return True
    said = (w.lower().replace("’", "'") for w in WORD.findall(cue))
    return any(w in _NEGATIONS or w.endswith("n't") for w in said)


def _is_document(source: str, cue: str) -> bool:
    if not source:
        return "according" in cue.lower()
    head = re.split(r"\s(?:of|by|from|on|in|for|that|which|\w+(?:ed|ing))\b|,", source)[0]
    named = [w.lower() for w in WORD.findall(head)]
    # "Bill" alone is a man; "polls" alone are documents.
    return bool(named) and named[-1] in _PAPERS and (len(named) > 1 or named[0].endswith("s"))
