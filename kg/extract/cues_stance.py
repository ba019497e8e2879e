"""The words that take sides: which keep and which turn the side of what follows them.

Comes in: nothing, these are expressions. Goes out: patterns. Called by `stance`.
"""

import re

_DOUBLING = frozenset({"ban", "curb", "stop", "scrap", "drop"})


def _forms(*verbs: str) -> str:
    """The finite forms, participle and gerund of regular verbs."""
    forms: list[str] = []
    for verb in verbs:
        stem, _, rest = verb.partition(" ")
        tail = rf"\s+{rest}" if rest else ""
        if stem.endswith("e"):
            forms.append(rf"{stem[:-1]}(?:e|es|ed|ing){tail}")
        elif re.search(r"[^aeiou]y$", stem):
            forms.append(rf"{stem[:-1]}(?:y|ies|ied|ying){tail}")
        elif stem in _DOUBLING:
            forms.append(rf"{stem}(?:s|{stem[-1]}?ed|{stem[-1]}?ing)?{tail}")
        else:
            forms.append(rf"{stem}(?:s|es|ed|ing)?{tail}")
    return "|".join(forms)


_FOR = _forms(
    "support", "back", "endorse", "welcome", "champion", "promote", "boost", "foster", "advance",
    "encourage", "accelerate", "embrace", "defend", "expand", "strengthen", "invest in", "adopt",
    "enact", "approve", "pass", "introduce", "establish", "protect", "fund", "vote for", "exempt",
)  # fmt: skip
_AGAINST = _forms(
    "oppose", "reject", "denounce", "condemn", "ban", "prohibit", "outlaw", "curb", "combat",
    "block", "halt", "stop", "prevent", "resist", "abolish", "scrap", "repeal", "crack down on",
    "criminalize", "criminalise", "forbid", "fight", "withdraw", "drop", "abandon", "suspend",
    "veto", "overturn", "weaken", "water down", "roll back", "revoke", "rescind", "rein in",
    "dismantle", "ease", "lift", "relax", "loosen", "punish", "tackle", "vote down", "vote against",
    "restrict", "eliminate", "object to",
)  # fmt: skip
OPERATOR = re.compile(
    r"\b(?:(?P<guard>(?:fight|protect|guard|defend|campaign|legislat|safeguard)\w*"
    r"(?:\s+[\w’'-]+){0,3}?\s+against)"
    rf"|(?P<plus>{_FOR}|(?:in\s+)?favou?r\s+of|(?:support|exemptions?)\s+for)"
    rf"|(?P<minus>{_AGAINST}|bans?(?:\s+on)?|prohibitions?\s+(?:on|of)|opposition\s+to|against"
    rf"|moratorium(?:\s+on)?|crackdown\s+on|repeal\s+of|withdrawal\s+of|(?:an?\s+)?end\s+to))\b",
    re.IGNORECASE,
)
_PLAIN_OPERATOR = re.sub(r"\?P<\w+>", "?:", OPERATOR.pattern)
# "wants to ban X", "announced a ban on X": the words begin with an operator.
OPENING = re.compile(
    rf"(?:(?:to|a|an|the|its|new|more|further|full|strong)\s+)*(?:{_PLAIN_OPERATOR})", re.IGNORECASE
)
# "X must be banned", "X should be made law".
PASSIVE = re.compile(
    r"\b(?:must|should|shall|ought\s+to|needs?\s+to|has\s+to|have\s+to)\s+(?:(?:not|never|also"
    r"|now)\s+)*"
    r"be\s+(?:\w+ly\s+)?(?:"
    r"(?P<minus>banned|prohibited|outlawed|stopped|halted|scrapped|abolished|repealed|withdrawn"
    r"|dropped|"
    r"rejected|abandoned|suspended|revoked|rescinded|forbidden|condemned|fought|resisted|blocked)"
    r"|(?P<rule>regulated|limited|restricted|controlled|supervised|curbed|labelled|labeled|marked|"
    r"punished|licensed|licenced|audited|tested)"
    r"|(?P<plus>passed|adopted|supported|promoted|protected|encouraged|strengthened|expanded|"
    r"introduced|enacted|mandatory|compulsory|made\s+(?:law|mandatory|compulsory)|welcomed"
    r"|approved))\b",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"\b(?:is|are|was|were|remains?|would\s+be|will\s+be)\s+(?:(?:also|clearly|absolutely|very"
    r"|now)\s+)*"
    r"(?:(?P<minus>(?:a|the)\s+(?:grave\s+|big\s+|serious\s+)?(?:mistake|error|bad\s+idea)|wrong|"
    r"unnecessary|premature|unworkable|excessive|unacceptable|disproportionate|"
    r"too\s+(?:strict|broad|costly|vague|far[\s-]reaching|weak))"
    r"|(?P<plus>necessary|essential|vital|overdue|long\s+overdue|indispensable"
    r"|urgently\s+needed|needed|"
    r"a\s+good\s+idea|a\s+step\s+in\s+the\s+right\s+direction|the\s+right\s+step|welcome))\b"
    r"|\b(?:go(?:es)?\s+too\s+far)\b",
    re.IGNORECASE,
)
# "rules on X", "limits to X": against X where X is a harm, for X where X is itself a protection.
REGULATING = re.compile(
    r"\b(?:rules?|regulations?|laws?|legislation|bill|act|treaty|limits?|restrictions?|controls?|"
    r"curbs|safeguards?|guardrails|protections?|penalt(?:y|ies)|fines|punishments?|sanctions|"
    r"oversight|action|measures|steps|standards?|labels?|labell?ing|marks?|warnings?|duties|duty|"
    r"bounds|supervision|licen[cs]es?|audits?|checks)\s+(?:on|about|for|over|against|to|of)\b",
    re.IGNORECASE,
)
# "subsidies for firms that use X" take no side on X; "the growth of", "the use of", "an end to"
# and the words above lead on to what is meant.
NEUTRAL = re.compile(
    r"\b(?!(?:support|exemptions?|favou?r|bans?|prohibitions?|opposition|moratorium|crackdown"
    r"|end|invest\w*|"
    r"crack\w*\s+down|down|repeal|withdrawal|back|rein\w*|roll\w*|vote\w*|voting|object\w*|"
    r"fight\w*|guard\w*|protect\w*|defend\w*)\b)[\w’'-]+\s+(?:on|about|for|from|with|by|in|at|to|"
    r"over|into|shared|collected|made|as)\b"
    r"|\b(?!(?:establishment|creation|construction|development|use|applications?|promotion|growth|"
    r"expansion|industry|adoption|deployment|introduction|abuse|misuse|spread|sale|export|kinds?|"
    r"forms?|types?|all|proliferation|advancement|prohibitions?|favou?r|pace|benefits?|potential|"
    r"dangers?|risks?|harms?|strengthening|opening|developers?|makers?|providers?|repeal"
    r"|withdrawal|passage)\b)[\w’'-]+\s+of\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no|cannot|without)\b|n['’]t\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[.;:!?—]|,?\s\b(?:but|while|although|though|because|unless|which|who|that|if|whether)\b",
    re.IGNORECASE,
)
# Who says it about himself, or what ought to be: the words before the verb of an "I support X".
COMMITTED = re.compile(
    r"(?:\b(?:I|we|he|she|it|(?:my|our)\s+\w+)\s+(?:(?:strongly|fully|firmly|will|would|also|do|"
    r"does|did|not|n['’]t|never|can|cannot|always|still|now)\s+)*"
    r"|\b(?:must|should|needs?\s+to|has\s+to|have\s+to|ought\s+to|want\s+to|plan\s+to|let\s+us|"
    r"let['’]s)\s+(?:(?:not|also|never)\s+)*)$",
    re.IGNORECASE,
)
# "schools need X", "we are asking for X", "it is time for X".
NEEDED = re.compile(
    r"\b(?:needs?|(?:must|should)\s+have|there\s+(?:must|should|has\s+to|have\s+to)\s+be"
    r"|time\s+for|"
    r"(?:I|we)(?:\s+a|['’])(?:m|re)\s+(?:asking|calling)\s+for|(?:I|we)\s+(?:ask|call)\s+for|"
    r"(?:I|we)\s+(?:urge|demand|want|propose|recommend))\s",
    re.IGNORECASE,
)
# An object that has its topic from what was said before: "opposes the plan", "to pass it".
POINTING = re.compile(
    r"\b(?:(?:the|this|that|these|those|such|its|their|any|both)\s+(?:[\w’'-]+\s+)?(?:plans?|"
    r"proposals?|moves?|measures?|steps?|decisions?|drafts?|text|ideas?|deals?|investments?|"
    r"projects?|programmes?|programs?|policy|policies|motions?|amendments?|bills?|laws?|rules?|"
    r"tests?|talks|bans?|treaty|compact|reforms?|initiatives?|agreement|legislation)|it|this"
    r"|against)\s*$",
    re.IGNORECASE,
)
