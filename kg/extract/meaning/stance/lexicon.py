"""The words that take sides, compiled from `kg/english/data/stances.txt`.

Comes in: the sections of that file. Goes out: expressions for the verbs and nouns that keep or turn
the side of what follows them, and for what is said of a subject.
"""

import re

from kg.english.words import any_of, either, phrases

_DOUBLING = frozenset({"ban", "curb", "stop", "scrap", "drop", "cap", "cut", "step", "begin"})


def _phrases(section: str) -> str:
    return any_of("stances", section)


def _verbs(section: str) -> str:
    """The finite forms, participle and gerund of regular verbs."""
    return "|".join(_forms(verb) for verb in phrases("stances", section))


def _forms(verb: str) -> str:
    stem, _, rest = verb.partition(" ")
    tail = r"\s+" + rest.replace(" ", r"\s+") if rest else ""
    if stem.endswith("e"):
        return rf"{stem[:-1]}(?:e|es|ed|ing){tail}"
    if re.search(r"[^aeiou]y$", stem):
        return rf"{stem[:-1]}(?:y|ies|ied|ying){tail}"
    if stem in _DOUBLING:
        return rf"{stem}(?:s|{stem[-1]}?ed|{stem[-1]}?ing)?{tail}"
    return rf"{stem}(?:s|es|ed|ing)?{tail}"


def _participles(section: str) -> str:
    """What has been done by the regular verbs of one word: "banned"."""
    verbs = (v for v in phrases("stances", section) if " " not in v and v.isalpha())
    return "|".join(_participle(verb) for verb in verbs)


def _participle(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb in _DOUBLING:
        return rf"{verb}{verb[-1]}ed"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_GUARDING = (
    r"(?:fight|protect|guard|defend|campaign|legislat|safeguard)\w*(?:\s+[\w’'-]+){0,3}?\s+against"
)
OPERATOR = _any_case(
    rf"(?<![\w-])(?:(?P<guard>{_GUARDING})"
    rf"|(?P<plus>(?P<build>{_verbs('verbs of building')})"
    rf"|{_phrases('nouns for')}|{_verbs('verbs for')})"
    rf"|(?P<minus>{_phrases('nouns against')}|{_verbs('verbs against')})"
    rf"|(?P<care>{_verbs('verbs of care')}))(?![\w-])"
)
_PLAIN_OPERATOR = re.sub(r"\?P<\w+>", "?:", OPERATOR.pattern)
_AUXILIARY = r"(?:(?:will|would|is\s+to|are\s+to)(?:\s+(?:also|now|soon|only|\w+ly))*)"
# Whose doings are the speaker's own: a body that the text knows by its kind alone, "its office".
_OWNERS = r"(?:the|this|our|my|its|their|his|her|\w+['’]s)"
_A_BODY = rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{either('bodies', 'kinds')})"
OWN_BODY = _OWNERS + _A_BODY
# "wants to ban X", "announced a ban on X", "said the office will begin X".
OPENING = _any_case(
    rf"(?:that\s+)?(?:(?:it|he|she|they|we|I|{OWN_BODY})\s+{_AUXILIARY}\s+)?"
    rf"(?:(?:to|a|an|the|its|new|more|further|full|strong)\s+)*(?:{_PLAIN_OPERATOR})"
)
_NO_FUTURE = "".join(rf"(?<!\b{m}\s)" for m in ("can", "may", "will", "would", "could", "might"))
_MUST = r"(?:must|should|shall|ought\s+to|needs?\s+to|has\s+to|have\s+to)"
# "X must be banned", "X should be made law", "urged that X be banned", "wants X to be banned".
PASSIVE = _any_case(
    rf"\b(?:(?P<must>{_MUST}\s+(?:(?:not|never|also|now)\s+)*(?:be|remain|stay|become))"
    rf"|{_NO_FUTURE}(?:not\s+)?(?:to\s+)?be|(?:is|are)(?=\s+exempt))\s+(?:\w+ly\s+)?(?:"
    rf"(?P<rule>{_phrases('bounded')})"
    rf"|(?P<minus>{_phrases('undone')}|{_participles('verbs against')})"
    rf"|(?P<plus>{_phrases('done')}))\b"
)
_BE = r"(?:is|are|was|were|remains?|would\s+be|will\s+be|to\s+be|be|as|it['’]s|that['’]s)"
_ADVERBS = r"(?:(?:also|clearly|absolutely|very|now|simply|just|still|so|both|only|\w+ly)\s+)*"
_BAD, _GOOD = _phrases("judged bad"), _phrases("judged good")
JUDGED = _any_case(
    rf"\b{_BE}\s+[\"“‘']?{_ADVERBS}(?:(?P<minus>{_BAD})|(?P<plus>{_GOOD}))\b"
    rf"|\b(?P<fails>{_phrases('fails')})\b"
)
# What one is called ("called the bill a mistake"); adjectives alone could be said of anything.
CALLED = _any_case(rf"(?:\bas\s+)?[\"“‘]?\b(?:(?P<minus>{_BAD})|(?P<plus>{_GOOD}))\b")
NAMING = _any_case(r"\b(?:call|describ|dub|brand|label|characteri[sz]|dismiss|portray)(?:e[sd]?|ed"
                   r"|l?l?ing|l?led|s|ing)?\b")  # fmt: skip
EFFECT = _any_case(
    r"\b(?:(?P<not>(?:will|would|could|does|do|can|may)\s*(?:not|never|n['’]t)|won['’]t|cannot)\s+"
    rf"|{_AUXILIARY}\s+|(?:could|can|may|might)\s+(?:only\s+)?)?"
    rf"(?:(?P<phrase>{_phrases('help phrases')})\b|(?:(?P<minus>{_verbs('harms')})"
    rf"|(?P<plus>{_verbs('helps')}))(?![\w-])"
    r"(?=\s+(?!(?:of|on|to|for|from|in|and|or|are|is|were|was|that)\b)[\w“\"]))"
)
# "rules on X", "limits to X": against X where X is a harm, for X where X is itself a protection.
REGULATING = _any_case(rf"\b(?:{_phrases('rules')})\s+(?:on|about|for|over|against|to|of)\b")
# "subsidies for firms that use X" take no side on X; "the growth of", "the use of", "an end to"
# and the words above lead on to what is meant.
NEUTRAL = _any_case(
    rf"\b(?!(?:{_phrases('leading on')})\b)[\w’'-]+\s+(?:on|about|for|from|with|by|in|at|to|"
    r"over|into|shared|collected|made|as)\b"
    rf"|\b(?!(?:{_phrases('leading on with of')})\b)[\w’'-]+\s+of\b"
)
# Where even a measure that is asked for is no longer what is asked for.
AWAY = _any_case(rf"\b(?:{_phrases('leading away')})\b")
NEGATION = _any_case(r"\b(?:not|never|no|cannot|without|nothing|little)\b|n['’]t\b")
CLAUSE_END = _any_case(
    r"[.;:!?—]|,?\s\b(?P<word>but|while|although|though|because|unless|which|who|that|if|whether|instead\s+of"
    r"|rather\s+than|before|until)\b"
)
# "essential that X be passed": the clause goes on.
GOING_ON = _any_case(
    rf"(?:{_GOOD}|{_BAD}|ensur\w+|demand\w*|insist\w*|urg\w+|propos\w+|recommend\w*|ask\w*)[\"”’']?$"
    r"|exempt\w*\s+(?:for\s+)?[\w-]+$"
)
HYPOTHETICAL = frozenset({"unless", "if", "whether"})
# "critics say that X": what follows is not the speaker's side.
OTHERS = _any_case(
    rf"\b(?:{_phrases('others')})\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_phrases('they say')})\b"
)
_OFTEN = rf"(?:{_phrases('before a verb')})"
_MEANING = (
    r"(?:(?:wants?|plans?|intends?|hopes?|needs?|pledges?|promises?|(?:is|are)\s+(?:ready|willing|prepared)"
    r"|am\s+ready|going|committed|determined|working|glad|proud)\s+to\s+)"
)
FIRST_PERSON = rf"(?:I|we|(?:my|our)\s+\w+|(?:this|our|my){_A_BODY})"
THIRD_PERSON = rf"(?:he|she|it|they|(?:its|his|her|their)\s+\w+|{OWN_BODY})"
_TO_VERB = rf"(?:['’](?:m|re|ll|ve))?\s+(?:{_OFTEN}\s+)*{_MEANING}?(?:{_OFTEN}\s+)*$"
# Who says it about himself, or what ought to be: the words before the verb of an "I support X".
COMMITTED = _any_case(
    rf"(?:\b(?P<first>{FIRST_PERSON}){_TO_VERB}"
    rf"|\b(?P<third>{THIRD_PERSON}){_TO_VERB}"
    rf"|\b(?P<must>{_MUST}|want\s+to|plan\s+to|let\s+us|let['’]s)\s+(?:(?:not|also|never)\s+)*$"
    rf"|\b(?P<name>[\w’'-]+){_TO_VERB})"
)
WANTED = _any_case(rf"\b(?:{_phrases('wanted')})\s")
DEVOTED = _any_case(
    rf"\b(?:(?P<first>{FIRST_PERSON})|(?P<third>{THIRD_PERSON}))"
    rf"(?:['’](?:m|re)|\s+(?:{_OFTEN}|be|been|fully|\w+ly)\b)*\s+(?:{_phrases('devoted')})\s"
)
# An object or subject that has its topic from what was said before: "opposes the plan", "to pass
# it", "the bill would ...".
_VAGUE = (
    r"(?:the|this|that|these|those|such|its|their|any|both|our)\s+(?:[\w’'-]+\s+)?"
    rf"(?:{_phrases('measures')})"
)
POINTING = _any_case(rf"\b(?:{_VAGUE}|it|this|against)[\"”’']*\s*$")
SUBJECT = _any_case(rf"[\s\"“‘]*(?:that\s+)?(?:{_VAGUE}|(?P<pronoun>it|this|that|these))(?=\s)")
# "demanded a treaty by the end of the year".
INDEFINITE = _any_case(
    rf"[\s\"“‘]*(?:(?:an?|any|new|more|clear|strict|stricter|strong|stronger|tough|tougher|binding)"
    rf"\s+)+(?:[\w’'-]+\s+)?(?:{_phrases('measures')})\b"
)
# "opposes the project".
PROJECT = _any_case(
    r"\b(?:the|this|that|such|its|their|any)\s+(?:(?:new|planned|proposed|whole|entire)\s+)?"
    rf"(?:{_phrases('projects')})\b(?!\s+(?:of|on|for)\b)"
)
JOINED = _any_case(
    r"\b(?:and|but)\s+(?:also\s+)?(?:(?P<plus>urged|called\s+(?:for|on)|demanded|proposed|backed"
    r"|supported|welcomed|endorsed|praised|defended)|(?P<minus>rejected|opposed|condemned"
    r"|denounced|criticis?z?ed|dismissed))\s"
)
