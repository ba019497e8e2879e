"""The words that attribute: which act each names, and what each may govern.

Comes in: nothing, these are tables. Goes out: look-ups by lemma. Called by `acts` (any extractor's
cue) and by `attributions` (the rules). A verb is listed under a frame when more than about half of
its uses in that frame, outside quotation marks, were attributions in annotated news.
"""

from schema.attribution import Act


def words(text: str) -> frozenset[str]:
    """A list of words as a set."""
    return frozenset(text.split())


_VERBS: dict[Act, str] = {
    Act.SAID: (
        "say tell add write argue explain state claim continue declare insist stress assert"
        " maintain suggest tweet reply respond answer conclude predict recall remark remind comment"
        " describe discuss mention cite talk speak refer concede admit acknowledge joke boast post"
        " reiterate repeat echo elaborate quip allege clarify confirm reveal disclose contend"
        " testify imply signal recount boast read shout chant yell interject begin email text blog"
        " assure agree reflect express voice outline detail address charge portray compare name"
        " call dub interrupt counter retort muse opine quote put rant"
        " convey hint inform reaffirm forecast rule apologize remember liken reference"
    ),
    Act.ANNOUNCED: "announce unveil proclaim",
    Act.CALLED_FOR: (
        "urge advocate demand encourage exhort implore press appeal plead order instruct advise"
        " direct"
    ),
    Act.PROPOSED: "propose recommend float",
    Act.PLEDGED: "pledge vow promise commit undertake swear guarantee",
    Act.DENOUNCED: (
        "denounce condemn criticize criticise attack blast slam decry deplore mock accuse blame"
        " challenge deride bemoan assail lambast lambaste chide rebuke ridicule rail bash scold"
        " savage berate fault complain lament"
    ),
    Act.OPPOSED: "oppose reject object dismiss disagree protest resist",
    Act.SUPPORTED: (
        "support endorse back praise applaud welcome commend defend favor favour hail tout laud"
        " champion salute celebrate thank congratulate credit"
    ),
    Act.DENIED: "deny refute dispute rebut",
    Act.WARNED: "warn caution threaten",
    Act.ASKED: "ask inquire question wonder request",
    Act.REPORTED: "report show find estimate indicate demonstrate",
    Act.NOTED: (
        "note observe emphasize emphasise highlight underscore underline recognize recognise"
    ),
    Act.DECLINED: "decline refuse",
    Act.BELIEVED: "believe think feel fear expect consider view worry doubt regard assume suspect",
    Act.WANTED: "want hope wish like prefer",
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
    ("rule", "out"): Act.DENIED,
    ("point", "out"): Act.NOTED,
    ("point", "to"): Act.NOTED,
    ("put", "forward"): Act.PROPOSED,
    ("push", "back"): Act.OPPOSED,
    ("lash", "out"): Act.DENOUNCED,
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
    "belief": Act.BELIEVED,
}

# These leave it to the noun behind them to name the act: presented a suggestion, voiced support.
LIGHT = words(
    "present submit table put introduce file make offer raise issue give voice express reiterate"
    " repeat renew draft tender deliver lodge signal reaffirm"
)
TENDERING = words("present submit table introduce file make offer raise draft tender lodge put")
TENDERED = frozenset(n for n, act in ACT_OF_NOUN.items() if act is Act.PROPOSED)

# Who is one of these "of X" takes a side without saying so.
STANDING = words("opponent critic supporter backer proponent advocate")

# --- what a verb may govern (frames of `clauses`) --------------------------------------------
CLAUSE = words(
    "say tell add write argue explain state claim declare insist stress assert maintain suggest"
    " tweet reply respond conclude predict recall remark remind mention concede admit acknowledge"
    " joke boast post reiterate repeat allege clarify confirm reveal disclose contend testify imply"
    " signal assure agree complain quip announce proclaim recommend propose pledge vow promise urge"
    " demand deny warn caution ask wonder question report show find estimate indicate note observe"
    " emphasize emphasise highlight underscore underline believe think fear hope expect doubt"
    " worry lament muse opine charge swear guarantee feel counter retort suspect quote"
    " continue answer reaffirm hint point read demonstrate recognize inform forecast rule describe"
    " instruct order conclude"
)
INFINITIVE = words(
    "vow pledge promise refuse decline threaten plan intend offer agree commit ask swear propose"
    " demand undertake want hope call"
)
CHARGE = words("urge ask encourage want implore exhort press order instruct advise direct expect")
OBJECT = words(
    "support endorse back announce criticize criticise express propose oppose mention cite defend"
    " praise blast reject mock denounce dismiss tout favor favour emphasize highlight advocate"
    " condemn decry slam applaud deny suggest note demand pledge promise recommend urge"
    " reiterate stress acknowledge recognize lament voice outline unveil deplore welcome"
    " commend hail attack accuse blame question recall prefer echo portray describe"
    " request confirm reaffirm underscore underline warn threaten ridicule ask assail chide fault"
    " savage laud champion tweet challenge repeat credit remind reference congratulate liken"
    " compare predict bemoan declare deride explain point quote recount signal rebuke lambast"
    " dispute refute resist"
)
# In front of a clause these need a source that can speak: "the tour will show how ...".
SHOWING = words(
    "show demonstrate indicate suggest find confirm reveal highlight underscore underline mean"
    " imply emphasize recognize guarantee promise demand point signal answer address read threaten"
)
# The same for the other frames: "the road supports trade", "the crisis calls for action".
ACTING = SHOWING | words(
    "support back champion defend favor favour welcome challenge request portray echo plan intend"
    " aim want call refer respond outline compare commit agree offer ask announce unveil advocate"
    " push direct instruct order encourage express refuse decline press appeal prefer cite mention"
)
NAMING = words("call brand label dub term deem describe proclaim declare")
PREPOSITION: dict[str, frozenset[str]] = {
    "call": words("for on upon"),
    "talk": words("about of"),
    "speak": words("about of against"),
    "refer": words("to"),
    "ask": words("about for"),
    "respond": words("to"),
    "comment": words("on"),
    "push": words("for"),
    "advocate": words("for"),
    "agree": words("with on to"),
    "vote": words("against"),
    "rail": words("against"),
    "warn": words("of against about"),
    "point": words("to"),
    "hint": words("at"),
    "boast": words("of about"),
    "joke": words("about"),
    "write": words("about of"),
    "disagree": words("with"),
    "object": words("to"),
    "oppose": words("to"),
    "appeal": words("for to"),
    "press": words("for"),
    "lobby": words("for against"),
    "argue": words("for against"),
    "campaign": words("for against"),
    "vouch": words("for"),
    "complain": words("about of"),
    "commit": words("to"),
    "hope": words("for"),
    "elaborate": words("on"),
    "lash": words("out"),
    "disapprove": words("of"),
    "approve": words("of"),
    "plead": words("for"),
    "apologize": words("for"),
    "caution": words("against about"),
    "believe": words("in"),
    "side": words("with"),
    "wonder": words("about"),
    "worry": words("about"),
}
# Besides the verbs above, these may carry a quotation and nothing else.
QUOTING = CLAUSE | words(
    "call begin shout chant yell interject email text blog read interrupt rant put describe"
    " conclude praise thank express speak elaborate declare begin go"
)

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
