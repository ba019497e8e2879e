"""What each verb that attributes may govern: the frames of `clauses`.

Comes in: nothing, these are tables. Goes out: sets of lemmas by frame. Called by the rules. A verb
is listed under a frame when more than about half of its uses in that frame, outside quotation
marks, were attributions in annotated news or in government texts.
"""

from kg.extract.cues import words

CLAUSE = words(
    "say tell add write argue explain state claim declare insist stress assert maintain suggest"
    " tweet reply respond conclude predict recall remark remind mention concede admit acknowledge"
    " joke boast post reiterate repeat allege clarify confirm reveal disclose contend testify imply"
    " signal assure agree complain quip announce proclaim recommend propose pledge vow promise urge"
    " demand deny warn caution ask wonder question report show find estimate indicate note observe"
    " emphasize emphasise highlight underscore underline believe think fear hope expect doubt"
    " worry lament muse opine charge swear guarantee feel counter retort suspect quote"
    " affirm speculate resolve determine discuss outline answer reaffirm hint point read"
    " demonstrate recognize inform forecast rule describe"
    " instruct order conclude"
)
INFINITIVE = words(
    "vow pledge promise refuse decline threaten plan intend offer agree commit ask swear propose"
    " demand undertake want hope call seek resolve claim"
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
    " dispute refute resist discuss affirm reinforce thank embrace characterize seek want encourage"
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
    " seek discuss affirm reinforce thank embrace cast share claim"
)
NAMING = words("call brand label dub term deem describe proclaim declare")
PREPOSITION: dict[str, frozenset[str]] = {
    "call": words("for on upon"),
    "accuse": words("of"),
    "consult": words("on about"),
    "talk": words("about of"),
    "speak": words("about of against"),
    "ask": words("about for"),
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
    " continue conclude praise thank express speak elaborate declare begin go"
)
