"""The words of offices: what a person can be, and what stands before it (`data/offices.txt`)."""

import re

from kg.english.words import listed, pairs

HEADS, SURNAMES_TOO = listed("offices", "heads"), listed("offices", "surnames too")
WEAK, EXECUTIVE = listed("offices", "weak"), listed("offices", "executive")
OF_A_FIELD = listed("offices", "of a field")
HONORIFICS, STYLES = listed("offices", "honorifics"), listed("offices", "styles")
PARTIES, NO_ORGANIZATIONS = listed("offices", "parties"), listed("offices", "no organizations")
DETERMINERS, PREPOSITIONS = listed("offices", "determiners"), listed("offices", "prepositions")
DOING = pairs("offices", "doing")
CALENDAR = listed("calendar", "days and months")
STATUS = re.compile(
    r"(?P<former>former|ex|onetime|one-time|then|late|retired|previous|past|then-|outgoing)"
    r"|(?P<acting>acting|interim|caretaker)|(?P<elect>incoming|designate)",
    re.IGNORECASE,
)


def is_head(word: str) -> bool:
    """Whether a word can be the head of a title, also with "-elect" behind it."""
    return word.lower().removesuffix("-elect").removeprefix("then-") in HEADS
