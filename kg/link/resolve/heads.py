"""Whether a personal name is the head of a phrase, or only says whose or which.

Comes in: the words of a source and a name in it. Goes out: yes or no.
"""

import re
from collections.abc import Sequence

from kg.english.offices import HONORIFICS, PREPOSITIONS, is_head
from kg.extract.offices.passage import Word
from kg.extract.offices.titles import read_title
from kg.link.resolve.descriptions import is_person_noun
from schema.span import Span

_LONGEST_TITLE = 5
_EARLY = 4
_DETERMINING = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_OF_STATE = frozenset(
    {"minister", "secretary", "commissioner", "mp", "mep", "senator", "congressman", "chancellor",
     "congresswoman", "premier", "governor", "mayor", "deputy", "chairman", "chairwoman", "chair"}
)  # fmt: skip
_NOT_IN_TITLES = PREPOSITIONS | {"and", "or", "by", "from", "in", "about", "that", "who", "like"}
# Behind these stand examples of a group, not its name.
_EXAMPLES = frozenset({"including", "like", "such", "especially", "particularly"})
# What may follow a person's name without making it a modifier.
_AFTER_NAMES = frozenset(
    {"who", "and", "or", "of", "in", "at", "on", "for", "from", "with", "to", "by", "as", "also",
     "himself", "herself", "whose", "whom", "via", "through", "has", "had", "is", "was", "said"}
)  # fmt: skip


def modifies(text: str, span: Span, source: Span) -> bool:
    """Whether a name only says whose or which: before an apostrophe or a noun, or before another
    name's title ("Norr Challenger Ada Sol")."""
    titled = re.match(r"\s+((?:[A-Z][\w-]+\s+)+)[A-Z][\w-]+$", text[span.end : source.end])
    if titled and any(is_person_noun(word.lower()) for word in titled[1].split()):
        return True
    behind = re.match(r"(['’]s?)?\s+([\w-]+)", text[span.end : source.end])
    if behind is None:
        return False
    noun = behind[2].islower() and behind[2] not in _AFTER_NAMES
    return behind[1] is not None or (noun and not behind[2].endswith(("ing", "ed")))


def leads_to_name(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether the words before a name are only its title, with or without a comma, an owner,
    or a noun phrase without prepositions ("pollster")."""
    if index == 0:
        return True
    before = [w for w in words[:index] if w.lower not in HONORIFICS and w.text not in {".", "*"}]
    if any(w.lower in _EXAMPLES for w in before):
        return False
    if _is_apposed(before) or (before and before[-1].lower in {"named", "called"}):
        return True
    # "Minister of state for electronics and IT Ada Norr", "Norr MP from Solby, Ada Norr,"
    if _governs(before) and before[-1].lower not in _NOT_IN_TITLES:
        return True
    title = read_title(text, before, 0)
    if title is not None and [w.text for w in before[title.end :]] in ([], [","]):
        return True
    return not before or _ends_in_title(before)


def _ends_in_title(before: Sequence[Word]) -> bool:
    last = before[-1]
    if is_head(last.bare) or last.possessive or last.text in {"'", "’"}:
        return True
    signs = any(w.sign for w in before)
    if last.text.islower() and is_person_noun(last.text) and not signs:
        return True  # "former secretary of state and front-runner Ada Norr"
    plain = not signs and not any(w.lower in _NOT_IN_TITLES for w in before)
    return plain and len(before) <= _LONGEST_TITLE


def _governs(before: Sequence[Word]) -> bool:
    """Whether one of the first words is an office of state, which may be a long phrase."""
    return any(w.bare.lower() in _OF_STATE for w in before[:_EARLY])


def _is_apposed(before: Sequence[Word]) -> bool:
    """Whether a title or an owner's noun stands before the comma ("Norr's press secretary, ")."""
    if len(before) < 2 or before[-1].text != ",":
        return False
    noun = before[-2].bare
    if any(is_head(w.bare) for w in before[:_EARLY]) and before[0].lower in _DETERMINING:
        return True  # "a spokesman for Norr, Ada Sol,"
    return is_head(noun) or is_person_noun(noun) or any(w.possessive for w in before[:-2])
