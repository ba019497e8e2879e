"""The words that attribute, and which act each names.

Comes in: nothing, these are tables. Goes out: look-ups by lemma.
"""

import re

from schema.attribution import Act

_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> frozenset[str]:
    """A list of words as a set."""
    return frozenset(text.split())


_VERBS: dict[Act, str] = {
    Act.SAID: (
        "say tell add write argue explain state claim continue declare insist stress assert"
        " maintain suggest tweet reply respond answer conclude predict recall remark remind comment"
        " describe discuss mention talk speak refer concede admit acknowledge joke boast post"
        " reiterate repeat echo elaborate quip allege clarify confirm reveal disclose contend"
        " testify imply signal recount boast read shout chant yell interject begin email text blog"
        " assure agree reflect express voice outline detail address charge portray compare name"
        " call dub interrupt counter retort muse opine quote put rant"
        " convey hint inform reaffirm forecast rule apologize remember liken reference affirm"
        " consult exchange share determine cast characterize characterise speculate reinforce"
        " emphasize emphasise underscore underline label brand"
    ),
    Act.ANNOUNCED: "announce unveil proclaim",
    Act.CALLED_FOR: (
        "urge advocate demand encourage exhort implore press appeal plead order instruct advise"
        " direct"
    ),
    Act.PROPOSED: "propose recommend float",
    Act.PLEDGED: "pledge vow promise commit undertake swear guarantee resolve",
    Act.DENOUNCED: (
        "denounce condemn criticize criticise attack blast slam decry deplore mock accuse blame"
        " challenge deride bemoan assail lambast lambaste chide rebuke ridicule rail bash scold"
        " savage berate fault complain lament"
    ),
    Act.OPPOSED: "oppose reject object dismiss disagree protest resist veto",
    Act.SUPPORTED: (
        "support endorse back praise applaud welcome commend defend favor favour hail tout laud"
        " champion salute celebrate thank congratulate credit embrace cheer"
    ),
    Act.DENIED: "deny refute dispute rebut",
    Act.WARNED: "warn caution threaten",
    Act.ASKED: "ask inquire question wonder request",
    Act.REPORTED: "report show find estimate indicate demonstrate",
    Act.NOTED: "note observe highlight recognize recognise cite",
    Act.DECLINED: "decline refuse",
    Act.BELIEVED: "believe think feel fear expect consider view worry doubt regard assume suspect",
    Act.WANTED: "want hope wish like prefer seek",
    Act.PLANNED: "plan intend aim",
}
ACT_OF_VERB: dict[str, Act] = {v: act for act, listed in _VERBS.items() for v in listed.split()}

# A verb and the word behind it that changes what it means.
ACT_OF_PHRASE: dict[tuple[str, str], Act] = {
    ("call", "for"): Act.CALLED_FOR,
    ("call", "on"): Act.CALLED_FOR,
    ("call", "upon"): Act.CALLED_FOR,
    ("push", "for"): Act.CALLED_FOR,
    ("ask", "for"): Act.CALLED_FOR,
    ("insist", "on"): Act.CALLED_FOR,
    ("lobby", "for"): Act.CALLED_FOR,
    ("lobby", "against"): Act.OPPOSED,
    ("press", "for"): Act.CALLED_FOR,
    ("campaign", "for"): Act.SUPPORTED,
    ("campaign", "against"): Act.OPPOSED,
    ("vote", "for"): Act.SUPPORTED,
    ("vote", "against"): Act.OPPOSED,
    ("speak", "against"): Act.OPPOSED,
    ("argue", "against"): Act.OPPOSED,
    ("argue", "for"): Act.SUPPORTED,
    ("agree", "with"): Act.SUPPORTED,
    ("agree", "to"): Act.PLEDGED,
    ("call", "to"): Act.CALLED_FOR,
    ("side", "with"): Act.SUPPORTED,
    ("concur", "with"): Act.SUPPORTED,
    ("rule", "out"): Act.DENIED,
    ("point", "out"): Act.NOTED,
    ("point", "to"): Act.NOTED,
    ("put", "forward"): Act.PROPOSED,
    ("push", "back"): Act.OPPOSED,
    ("lash", "out"): Act.DENOUNCED,
    ("hit", "out"): Act.DENOUNCED,
    ("call", "out"): Act.DENOUNCED,
    ("look", "forward"): Act.WANTED,
    ("hit", "back"): Act.DENOUNCED,
    ("fire", "back"): Act.SAID,
    ("shoot", "back"): Act.SAID,
    ("clap", "back"): Act.SAID,
    ("disapprove", "of"): Act.OPPOSED,
    ("approve", "of"): Act.SUPPORTED,
    ("believe", "in"): Act.BELIEVED,
    ("stand", "by"): Act.SUPPORTED,
    ("vouch", "for"): Act.SUPPORTED,
}

ACT_OF_NOUN: dict[str, Act] = {
    "call": Act.CALLED_FOR,
    "demand": Act.CALLED_FOR,
    "proposal": Act.PROPOSED,
    "suggestion": Act.PROPOSED,
    "recommendation": Act.PROPOSED,
    "motion": Act.PROPOSED,
    "bill": Act.PROPOSED,
    "amendment": Act.PROPOSED,
    "view": Act.SAID,
    "perspective": Act.SAID,
    "discussion": Act.SAID,
    "alarm": Act.WARNED,
    "pledge": Act.PLEDGED,
    "promise": Act.PLEDGED,
    "commitment": Act.PLEDGED,
    "criticism": Act.DENOUNCED,
    "condemnation": Act.DENOUNCED,
    "opposition": Act.OPPOSED,
    "objection": Act.OPPOSED,
    "support": Act.SUPPORTED,
    "praise": Act.SUPPORTED,
    "endorsement": Act.SUPPORTED,
    "denial": Act.DENIED,
    "warning": Act.WARNED,
    "concern": Act.WARNED,
    "question": Act.ASKED,
    "request": Act.ASKED,
    "announcement": Act.ANNOUNCED,
    "plan": Act.ANNOUNCED,
    "opponent": Act.OPPOSED,
    "critic": Act.DENOUNCED,
    "supporter": Act.SUPPORTED,
    "backer": Act.SUPPORTED,
    "proponent": Act.SUPPORTED,
    "advocate": Act.SUPPORTED,
    "hope": Act.WANTED,
    "desire": Act.WANTED,
    "belief": Act.BELIEVED,
    "doubt": Act.BELIEVED,
    "threat": Act.WARNED,
    "appeal": Act.CALLED_FOR,
    "backing": Act.SUPPORTED,
    "approval": Act.SUPPORTED,
    "gratitude": Act.SUPPORTED,
    "appreciation": Act.SUPPORTED,
    "pride": Act.SUPPORTED,
    "rejection": Act.OPPOSED,
    "disapproval": Act.OPPOSED,
    "outrage": Act.DENOUNCED,
}

# These leave it to the noun behind them to name the act: presented a suggestion, voiced support.
LIGHT = words(
    "present submit table put introduce file make offer raise issue give voice express reiterate"
    " repeat renew draft tender deliver lodge signal reaffirm exchange share"
)
TENDERING = words("present submit table introduce file make offer raise draft tender lodge put")
TENDERED = frozenset(n for n, act in ACT_OF_NOUN.items() if act is Act.PROPOSED)

# Who is one of these "of X" takes a side without saying so.
STANDING = words("opponent critic supporter backer proponent advocate")

GOING_ON = words("continue begin go")  # "continues to support": the next verb names the act

# "predicted it would": what comes is a guess and no plan of the speaker.
GUESSING = words("predict forecast imply hint suggest signal allege joke quip muse recall")

DOCUMENTS = words(
    "report reports poll polls survey surveys study studies paper document documents data"
    " statistics figures analysis law bill act order plan strategy memo memorandum filing filings"
    " index review audit assessment census database records census article editorial release"
    " transcript website blueprint guideline guidelines framework communique estimates"
    " projections"
)


def _inflected(verb: str) -> set[str]:
    """The regular forms, and a doubled consonant ("planned")."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = verb + verb[-1]
    return {verb, verb + plural, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"}


_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "spoke": "speak",
    "spoken": "speak",
    "thought": "think",
    "felt": "feel",
    "found": "find",
    "shown": "show",
    "began": "begin",
    "begun": "begin",
    "put": "put",
    "made": "make",
    "gave": "give",
    "given": "give",
    "swore": "swear",
    "sworn": "swear",
    "went": "go",
    "reiterated": "reiterate",
    "undertook": "undertake",
    "stood": "stand",
    "shot": "shoot",
    "hop": "hope",  # what the lemmatizer makes of "hoping"
    "pled": "plead",
    "pleaded": "plead",
}
LEMMA_OF: dict[str, str] = {
    **{
        form: verb
        for verb in sorted({*ACT_OF_VERB, *LIGHT, *(v for v, _ in ACT_OF_PHRASE)})
        for form in _inflected(verb)
    },
    **_IRREGULAR,
}


def names_act(cue: str) -> bool:
    """Whether a word of the cue names an act; a mark ("Roe: ...") and "according to" do, too."""
    found = [w.lower() for w in _WORD.findall(cue)]
    verbs = (LEMMA_OF.get(w, w) in ACT_OF_VERB for w in found)
    nouns = (w in ACT_OF_NOUN or w.removesuffix("s") in ACT_OF_NOUN for w in found)
    return not found or ":" in cue or "according" in found or any(verbs) or any(nouns)
