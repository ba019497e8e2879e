"""Chinese personal names in Latin letters: the surname first, one or two syllables after it.

Comes in: words. Goes out: whether they can be such a name.
"""

import re

from kg.english.words import listed

SURNAMES = listed("chinese_names", "surnames")
_NO_GIVEN_NAMES = listed("chinese_names", "no given names")
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|iao|ian|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua"
    r"|uo|ui|un|ue|a|o|e|i|u|v|ü))"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)
CANDIDATE = re.compile(r"(?<![\w-])[A-Z][a-z]+\s[A-Z][a-zü]+(?:['’-]?[a-z]+)?(?![\w-])")


def is_chinese_name(name: str) -> bool:
    """Whether a name reads as surname and given name in pinyin ("Lei Jun", "Ouyang Xiaodan")."""
    surname, _, given = name.partition(" ")
    known = surname.lower() in SURNAMES and given.lower() not in _NO_GIVEN_NAMES
    return known and _GIVEN.fullmatch(given) is not None
