"""Groups as speakers: people without a name of their own.

Comes in: a noun phrase in a Scene. Goes out: a Resolution, or None when it is no group. Called by
`coreference` and `relatives`. One person of many ("one of the doctors") stays unknown.
"""

import re

from kg.english.offices import is_head, word_set
from kg.link.cast.bodies import plain_name
from kg.link.cast.names import surname
from kg.link.scene import UNKNOWN, Resolution, Scene
from schema.entity import ActorKind

_GROUP = 0.9
_LONGEST = 80  # characters; what is longer is no name
_ENDS = re.compile(
    r"\s+(?:who|whose|which|that|from|in|at|on|for|with|to|by|among|around|across|including|such"
    r"|outside|inside|within|behind|against|about|under|over|like|as|than|familiar|aware|close)\b.*|"
    r"\s+(?:them|our|your)selves\b.*|\s+(?:here|there|today|alike|everywhere|nationwide|worldwide"
    r"|now|too|alone)$|\s+(?:--|[–—-])\s.*|\s*[,(;].*",
    re.DOTALL,
)
# "Voters polled in May", but "elected officials".
_ADJECTIVE = re.compile(r"(?<=[a-z])(?<!ly)(?<!those)\s+[a-z]{2,}ed\b.*", re.DOTALL)
_DOING = re.compile(
    r"(?<=[a-z])\s+(?!(?:leading|ruling|sitting|working|voting|governing|competing|outgoing)\s)"
    r"[a-z]{2,}ing(?![\w-]).*",
    re.DOTALL,
)
# "Families, supporters and officials": all of them.
_LISTED = re.compile(r"[\w’'-]+s(?:,\s+(?:[\w’'-]+\s+){0,2}[\w’'-]+s)+,?\s+(?:and|or)\s+[\w’' -]+s")
# These alone are nobody: where they are, or who else, belongs to the name.
_SAYS_LITTLE = frozenset({"others", "people", "those", "members", "groups"})
_CLAUSE = re.compile(r"\s+(?:who|whose|which|that|including|such)\b.*|\s*[,(;].*", re.DOTALL)
_PEOPLE = word_set(
    "critics companies firms groups unions people residents voters users workers developers "
    "parents students participants authors democrats republicans supporters opponents advocates "
    "observers authorities regulators police industries businesses employers nations countries "
    "states governments agencies investors citizens consumers families police farmers makers "
    "others men women officials cities communities democrats conservatives liberals progressives "
    "millennials dems politicos pundits staff insiders spokesmen analysts hispanics latinos "
    "saudis israelis pakistanis iraqis emiratis americans africans mexicans germans koreans "
    "europeans cubans texans witnesses businessmen policymen servicemen congressmen policewomen "
    "muslims christians jews blacks whites teens adults kids lawyers elites allies aides"
)
_BEFORE = re.compile(
    r"^(?:among|by|from|while|even|especially|particularly|also)\s+", re.IGNORECASE
)
_NO_PLURALS = word_set(
    "alias bias chaos atlas canvas campus virus status is was has does goes says this his its us "
    "as yes thus news politics always perhaps economics ethics physics series themselves ourselves"
)
# Plurals of people by their ending: "protesters", "proponents", "activists", "Norrlanders".
_PEOPLE_ENDING = re.compile(r"(?:[eo]rs|ents|ants|ists|ians|crats|eers|ees|yers|ates)$")
# "House Republicans", "Norr Democrats": behind a name too.
_PARTY_ENDING = re.compile(r"(?:icans|crats|alists|vatives|(?<!min)erals)$")
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|tens|scores|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
)
_OF = r"(?:of\s+(?:the\s+|these\s+|those\s+|its\s+|his\s+|her\s+|their\s+|our\s+)?)?"
_QUANTITY = re.compile(
    rf"^(?:(?:(?:(?:more|fewer)\s+than|over|up\s+to|more\s+and\s+more|some|many|several|other|most|all|few|a\s+few|both|various"
    rf"|certain|more|fellow|at\s+least|nearly|almost|about|roughly"
    rf"|around|virtually|nearly\s+all|almost\s+all|virtually\s+all|numerous|countless|scores\s+of"
    rf"|(?:(?:a|the)\s+)?(?:[a-z]+\s+)?(?:majority|majorities|numbers?|group|handful|lots?|range|series|minority"
    rf"|couple|array|slew|host|chorus|string|bevy|spate|trio|cadre|swath|plurality)"
    rf"(?=\s+of\b)|{_NUMBER}\s+(?:in|out\s+of)\s+{_NUMBER}|{_NUMBER})\s+{_OF})"
    rf"|(?:the|these|those|our|its|their|his|her|my|whose|such)\s+)+",
    re.IGNORECASE,
)  # fmt: skip
# "The two leaders" are those two: the number belongs to the name.
_COUNTED = re.compile(r"^(?:two|three|four|five|six|seven)\s+[a-z]", re.IGNORECASE)
_ONE = re.compile(r"^(?:at\s+least\s+)?(?:one|another|none|neither|\d+\s+percent)\b(?!\w)", re.I)
_FAMILY = re.compile(r"[Tt]he\s+([A-Z][\w'’-]+?)s")
# "A coalition of farmers" is one body without a name, and no quantity of farmers.
_UNITED = frozenset({"coalition", "alliance"})
# Plurals that say nothing.
_NOBODY = word_set(
    "minutes hours days weeks months years decades points contests primaries elections caucuses "
    "races events circumstances retirements trends numbers results eyes"
)
_EACH = re.compile(r"^(?:any|each|every)\s+([a-z-]+)$")
# "A mother's" worry is hers; as a surname "Norris'" may be anybody's.
_POSSESSIVE_SINGULAR = re.compile(r"['’]s$")
_PLURAL = re.compile(
    r"(?:[^su]s|people|police|men|women|folks|media|staff|public|audience|crowd|electorate)$",
    re.IGNORECASE,
)


def resolve_group(scene: Scene, text: str) -> Resolution | None:
    """People without a name of their own, by what they are called; singulars are None."""
    plain = plain_name(_BEFORE.sub("", text.strip(" \"“”'")))
    if _ONE.match(plain):
        return UNKNOWN
    each = _EACH.match(plain)
    if each:
        return Resolution(scene.cast.add(ActorKind.GROUP, each[1]), _GROUP)
    quantity = None if _COUNTED.match(plain) else _QUANTITY.match(plain)
    if not quantity and _POSSESSIVE_SINGULAR.search(plain):
        return None
    words = plain[quantity.end() :] if quantity else plain
    if _ENDS.match(f" {words}"):
        return UNKNOWN  # "some in the crowd"
    name = _core(words)
    if name.lower() in _SAYS_LITTLE:
        whole = _CLAUSE.sub("", words).strip()
        return Resolution(scene.cast.add(ActorKind.GROUP, whole), _GROUP)
    family = _FAMILY.fullmatch(text.strip())
    if family and any(
        surname(m.name) == family[1].lower() for m in scene.cast.of(ActorKind.PERSON)
    ):
        return Resolution(scene.cast.add(ActorKind.GROUP, name), _GROUP)
    # "38 attorneys general" are attorneys.
    last = re.sub(r"(?<=s)[\s-]general$", "", re.split(r"\s+of\s+", name)[0]).split()
    if last and last[-1].lower() in _NOBODY:
        return UNKNOWN
    united = bool(last) and last[-1].lower() in _UNITED and " of " in name
    if (
        not last
        or not (united or _is_plural(last[-1]))
        or not name[0].isalnum()
        or len(name) > _LONGEST
    ):
        return None
    if not quantity and last[-1][0].isupper() and not _of_people(last):
        return None  # "Applied Materials" are no materials, "Clarios" no people
    return Resolution(scene.cast.add(ActorKind.GROUP, name), _GROUP)


def _is_plural(word: str) -> bool:
    return _PLURAL.search(word) is not None and word.lower() not in _NO_PLURALS


def _core(words: str) -> str:
    """The words without what follows the noun."""
    if _LISTED.fullmatch(words):
        return words.strip(" \"“”'’")
    name = _DOING.sub("", _ENDS.sub("", words))
    participle = _ADJECTIVE.search(name)
    if participle and _PLURAL.search(name[: participle.start()].split(" of ")[0]):
        name = name[: participle.start()]
    return name.strip(" \"“”'’")


def _of_people(words: list[str]) -> bool:
    """Whether a capital plural is one of people: alone by its ending, or behind small words."""
    plural = words[-1].lower()
    if len(words) > 1:
        return words[-2].islower() or bool(_PARTY_ENDING.search(plural))
    return is_head(plural[:-1]) or plural in _PEOPLE or bool(_PEOPLE_ENDING.search(plural))
