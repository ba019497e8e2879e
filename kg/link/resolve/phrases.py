"""The core of a noun phrase: "the new report released on Monday" -> "new report", definite.

Comes in: the words of a source. Goes out: `Phrase`. Called by the resolvers of papers, groups and
bodies, which look at the last word of the core.
"""

import re
from dataclasses import dataclass

from kg.link.cast.bodies import plain_name

_DETERMINER = re.compile(
    r"^(?:(?P<definite>the|this|that|these|those|his|her|its|their|our|my|whose)"
    r"|(?P<indefinite>an?|one|another|any|each|every|some))\s+",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^(?:[A-Z][\w.-]*\s+){0,3}[A-Za-z][\w.-]*['’]s\s+(?=\w)")
# "New" is part of a place's name before a capital ("New York Times"), else it tells the age.
_AGE = re.compile(
    r"^(?:(?:new|latest|recent|own|same)\s+|(?:Latest|Recent|Own|Same)\s+|[Nn]ewly\s+[a-z]+ed\s+"
    r"|New\s+(?!York|Hampshire|Jersey|Mexico|Zealand|England|Orleans|Delhi|Haven|America|South)"
    r"|most\s+recent\s+)+"
)
_DAY = (
    r"(?:(?:on|last|this|next|earlier|late|early|since)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:last|this|next|earlier\s+this|late\s+last|earlier\s+in\s+the)\s+"
    r"(?:week|month|year|spring|summer|fall|autumn|winter)|yesterday|today"
)
# What begins the words behind the core. "of" stays out of it: "a coalition of leaders".
_BEHIND = re.compile(
    r"\s+(?:who|whom|which|that|whose|from|in|at|on|for|with|to|by|about|against|around|across|over"
    r"|including|such|like|out|itself|themselves|himself|herself|is|are|was|were|has|have|had|as|than)\b.*"
    rf"|\s+(?:{_DAY})\b.*|\s*(?:[,(;:]|--|[–—]\s).*",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"\s+(?:who|whom|which|that|whose|itself|themselves|is|are|was|were|has|have|had|as)\b.*"
    rf"|\s+(?:{_DAY})\b.*|\s*(?:[,(;:]|--|[–—]\s).*",
    re.DOTALL,
)
# "A report describing it", but "recent polling".
_PARTICIPLE = re.compile(
    r"(?<=[a-z])(?<!ly)(?<!['’]s)\s+(?!(?:polling|reporting|ruling|filing|recording|briefing|posting|hearing|finding"
    r"|ranking|rating|warning|training)$"
    r"|(?:rolling|leading|running|sitting|ongoing|working|advertising|lobbying|existing|incoming"
    r"|tracking|outgoing|upcoming|growing|rising|training|polling|voting|ruling|governing|competing)\b)[a-z]{2,}(?:ing|ed)\b.*",
    re.DOTALL,
)


_OF_IN_NAME = re.compile(r"\b[A-Z][\w-]*\s+of\s+(?:the\s+)?[A-Z].*\s[a-z-]+$")


@dataclass(frozen=True)
class Phrase:
    """`core` has no determiner and nothing behind its head, but a part with "of"; `whole` keeps
    owner and prepositions ("her letter to the court")."""

    core: str
    whole: str
    definite: bool
    indefinite: bool
    owned: bool

    @property
    def head(self) -> str:
        """The last word before "of", in lower case; "of" in a name does not count ("a University
        of Norr poll")."""
        named = _OF_IN_NAME.search(self.core) is not None
        words = self.core.split() if named else re.split(r"\s+of\s+", self.core)[0].split()
        return words[-1].lower() if words else ""

    @property
    def bare(self) -> bool:
        """Whether the core is its head alone."""
        return " " not in self.core


def read_phrase(text: str) -> Phrase:
    """The core of the first noun phrase in some words."""
    words = " ".join(text.split()).strip(" \"“”'*_")
    determiner = _DETERMINER.match(words)
    rest = words[determiner.end() :] if determiner else words
    owner = _OWNER.match(rest)
    rest = rest[owner.end() :] if owner else rest
    core = _BEHIND.sub("", _AGE.sub("", plain_name(rest)))
    core = _PARTICIPLE.sub("", core) or core
    whole = _CLAUSE.sub("", plain_name(words))
    return Phrase(
        core=re.sub(r"['’]s?$", "", core).strip(" \"“”'"),
        whole=(_PARTICIPLE.sub("", whole) or whole).strip(" \"“”'"),
        definite=bool(determiner and determiner["definite"]) or owner is not None,
        indefinite=bool(determiner and determiner["indefinite"]),
        owned=owner is not None,
    )
