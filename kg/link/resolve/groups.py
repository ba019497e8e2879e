"""Groups as speakers: people without a name of their own.

Comes in: a noun phrase in a Scene. Goes out: a Proposal, or None when it is no group. One person of
many ("one of the doctors") stays unknown.
"""

from collections.abc import Sequence

from kg.english.offices import is_head
from kg.english.words import listed
from kg.link.cast.names import surname
from kg.link.proposals import UNKNOWN, Evidence, Proposal, new
from kg.link.scene import Scene
from kg.read.phrases import NounPhrase
from kg.read.tree import Token
from schema.entity import ActorKind

_LONGEST = 80  # characters; what is longer is no name
_ONE = frozenset({"one", "another", "none", "neither", "percent", "nobody"})
_EACH = frozenset({"any", "each", "every"})
_QUANTITIES = listed("people", "quantities")
_OPENING = frozenset({"det", "predet"})
_FEW = frozenset({"two", "three", "four", "five", "six", "seven"})
# "A coalition of farmers" is one body without a name, and no quantity of farmers.
_UNITED = frozenset({"coalition", "alliance"})
# These alone are nobody: where they are, or who else, belongs to the name.
_SAYS_LITTLE = frozenset({"others", "people", "those", "members", "groups"})
_PEOPLE = listed("people", "plurals")
_MANY = listed("people", "one word for many")
_NOBODY = listed("people", "plurals of no people")
_ENDINGS = tuple(listed("people", "endings of plurals"))
_PARTIES = ("icans", "crats", "alists", "vatives", "liberals")


def resolve_group(scene: Scene, phrase: NounPhrase) -> Proposal | None:
    """People without a name of their own, by what they are called; singulars are None."""
    if phrase.noun in _ONE or phrase.determiner in {"another", "neither"}:
        return UNKNOWN
    if phrase.determiner in _EACH and phrase.head.tag == "NN":
        return new(Evidence.GROUP, ActorKind.GROUP, phrase.noun)
    if phrase.noun in _QUANTITIES or phrase.head.tag == "CD":
        counted = phrase.of
        if counted is None:
            return UNKNOWN  # "some in the crowd"
        return resolve_group(scene, counted) if _is_plural(counted) else None
    if phrase.noun in _SAYS_LITTLE and not phrase.modifiers:
        return new(Evidence.GROUP, ActorKind.GROUP, scene.words(_told_apart(phrase)))
    name = scene.words(_name(phrase))
    if phrase.is_name and phrase.determiner == "the" and _is_family(scene, phrase):
        return new(Evidence.GROUP, ActorKind.GROUP, name)
    if phrase.noun in _NOBODY:
        return UNKNOWN
    united = phrase.noun in _UNITED and phrase.of is not None
    if not (united or _is_plural(phrase)) or len(name) > _LONGEST:
        return None
    in_doubt = phrase.head.tag == "NNPS" or (" " not in name and name[0].isupper())
    if in_doubt and not (_is_counted(phrase) or _are_people(phrase)):
        return None  # "Applied Materials" are no materials
    return new(Evidence.GROUP, ActorKind.GROUP, name)


def _name(phrase: NounPhrase) -> Sequence[Token]:
    """The phrase up to its core's end without what only counts; all of a list of plurals."""
    parts = (phrase, *phrase.joined) if all(map(_is_plural, phrase.joined)) else (phrase,)
    return phrase.head.row[_first(phrase) : max(p.core[-1].i for p in parts) + 1]


def _first(phrase: NounPhrase) -> int:
    """The first token behind determiner and numbers. "The two leaders" are those two: the number
    belongs to the name."""
    first = max(phrase.head.first, phrase.low)
    for child in phrase.head.children:
        if phrase.low <= child.i < phrase.head.i and (_counts(child) or _opens(child)):
            first = child.first if child.lower in _FEW else child.last + 1
    return min(first, phrase.head.i)


def _told_apart(phrase: NounPhrase) -> Sequence[Token]:
    """The phrase with where its people are, up to a comma or a clause that tells about them."""
    row, end = phrase.head.row, phrase.head.i + 1
    for child in phrase.head.children:
        if (
            child.first == end
            and child.relation in {"prep", "acl", "amod"}
            and child.i <= phrase.high
        ):
            end = min(child.last, phrase.high) + 1
    cut = (t.i for t in row[phrase.head.i : end] if t.text == ",")
    return row[_first(phrase) : next(cut, end)]


def _opens(token: Token) -> bool:
    return token.relation in _OPENING or token.tag == "PRP$"


def _counts(token: Token) -> bool:
    return token.relation in {"nummod", "quantmod"} or token.lower in _QUANTITIES


def _is_counted(phrase: NounPhrase) -> bool:
    before = phrase.head.row[phrase.head.first : phrase.head.i]
    return any(t.lower in _QUANTITIES or t.tag in {"CD", "PRP$"} for t in before) or (
        phrase.determiner in {"the", "these", "those"}
    )


def _is_plural(phrase: NounPhrase) -> bool:
    return phrase.noun in _MANY or (phrase.is_plural and phrase.noun.endswith(("s", "men", "ia")))


def _is_family(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a name in the plural is the surname of somebody in the text ("the Norrs")."""
    one = phrase.noun.removesuffix("s")
    return any(surname(m.name) == one for m in scene.cast.of(ActorKind.PERSON))


def _are_people(phrase: NounPhrase) -> bool:
    """Whether a capital plural is one of people: alone by its ending, or behind small words."""
    if phrase.modifiers:
        return phrase.modifiers[-1].text.islower() or phrase.noun.endswith(_PARTIES)
    known = phrase.noun in _PEOPLE or is_head(phrase.noun[:-1])
    return known or phrase.noun.endswith(_ENDINGS)
