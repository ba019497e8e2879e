"""A passage as words that know their place, their part of speech and the name they belong to.

Comes in: a text, and where known the names and parts of speech in it. Goes out: `Word`s. Read by
`offices_titles` and `offices_organizations`, which work with or without a parse.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.english.offices import CALENDAR, NO_ORGANIZATIONS
from kg.english.words import listed
from schema.span import Span

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-'’&]\w+)*|[^\w\s]")
# Words that no title or organisation can contain, for texts that were not parsed.
_STOPS = listed("offices", "stops")
_NOMINAL = frozenset({"", "NOUN", "PROPN", "ADJ", "NUM", "X"})
_FUNCTIONAL = frozenset({"ADP", "SCONJ", "CCONJ", "PRON", "ADV", "DET", "AUX", "VERB"})


class Name(StrEnum):
    """What kind of name a word is part of."""

    NONE = ""
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    LONE = "lone word, taken for a person by the recogniser"


@dataclass(frozen=True)
class Word:
    """A word or sign; `tag` is its universal part of speech, empty when nobody parsed it."""

    text: str
    start: int
    end: int
    tag: str = ""
    name: Name = Name.NONE
    first: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case, without the possessive ending."""
        return self.bare.lower()

    @property
    def bare(self) -> str:
        """The word without the possessive ending."""
        return self.text[:-2] if self.possessive else self.text

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return len(self.text) > 2 and self.text[-2:] in {"'s", "’s"}

    @property
    def proper(self) -> bool:
        """Whether it can be part of a proper name: a capital or an ordinal like "14th"."""
        if self.bare in NO_ORGANIZATIONS or self.lower.rstrip(".") in CALENDAR:
            return False
        whole = "-" not in self.text  # the tag of "Then-Senator" is that of "Then"
        if self.first and whole and (self.tag in _FUNCTIONAL or self.lower in _STOPS):
            return False
        return self.text[0].isupper() or bool(re.fullmatch(r"\d+(?:st|nd|rd|th)", self.text))

    @property
    def common(self) -> bool:
        """Whether it can be a noun or adjective of a noun phrase, without being a proper name."""
        if not self.text[0].isalnum() or self.proper or self.lower in _STOPS:
            return False
        if self.text.isdigit() or self.lower.rstrip(".") in CALENDAR:
            return False
        if not self.tag:
            return not re.search(r"[^e]ed$", self.text)
        participle = self.tag == "VERB" and self.text.endswith(("ing", "ed"))
        return self.tag in _NOMINAL or (participle and "-" in self.text)

    @property
    def sign(self) -> bool:
        """Whether it is a punctuation sign."""
        return not self.text[0].isalnum()


def read_words(
    text: str,
    within: Span,
    *,
    tags: Mapping[int, str] | None = None,
    name_at: Callable[[int], Name] = lambda _: Name.NONE,
) -> list[Word]:
    """The words of a passage; `tags` by start offset, `name_at` by offset."""
    words: list[Word] = []
    first = True
    for match in _WORD.finditer(text, *within):
        tag = (tags or {}).get(match.start(), "")
        words.append(
            Word(match.group(), match.start(), match.end(), tag, name_at(match.start()), first)
        )
        first = match.group() in {".", "!", "?", ":", '"', "“", "*"}
    return words
