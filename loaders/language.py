"""The language of a text: what its source states, else what its words look like.

Comes in: a stated language, if any, and the text. Goes out: a BCP 47 tag where it is known; None
where nothing is stated and the text is English or too short to tell. Called by `loaders.assemble`
and the raw loader.
"""

import re
import unicodedata
from functools import cache
from typing import Any

from schema.document import is_english

_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]+)*|english", re.I)
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx"})  # ISO 639-2: undetermined, several, none
_LOOK_AT = 3_000  # characters: more makes no figure surer
_FEWEST = 50  # letters: what is shorter is a headline or a name, which look alike everywhere
_SURE = 0.8
# English cannot be written without these. A text full of them is English without a look into the
# model, which costs a second and 100 MB, and takes odd English for a creole of it.
_SMALL_WORDS = frozenset({
    "the", "of", "and", "to", "a", "that", "is", "for", "on", "with", "as", "it", "was", "by",
    "at", "be", "this", "from", "are", "have", "not", "he", "she", "they", "said", "will", "has",
    "but", "his", "its", "who", "were", "their", "would",
})  # fmt: skip
_ENGLISH_SHARE = 0.2


def language_of(text: str, *, stated: str | None = None) -> str | None:
    """The language of a text; None stands for English that nobody stated, and for unknown."""
    start = text[:_LOOK_AT]
    told = sum(map(str.isalpha, start)) >= _FEWEST
    english = told and _small_words(start) >= _ENGLISH_SHARE
    if stated and _TAG.fullmatch(stated.strip()) and stated.strip().lower() not in _NO_LANGUAGE:
        # Pages of the US and the UK state "us" and "uk", which is Ukrainian.
        return "en" if english and not is_english(stated.strip()) else stated.strip()
    if english or not told:
        return None
    if not _is_latin(start):
        return _foreign(start)
    language, sure = _identifier().classify(start)
    known = sure >= _SURE and language not in {"en", *_NO_LANGUAGE}
    return str(language) if known else None


def _is_latin(text: str) -> bool:
    """Whether most letters are of the script of English."""
    letters = [c for c in text if c.isalpha()]
    return 2 * sum("LATIN" in unicodedata.name(c, "") for c in letters) >= len(letters)


def _foreign(text: str) -> str:
    """The likeliest language but English: for a text in another script, sure or not."""
    ranked = _identifier().rank(text)
    return next(str(name) for name, _ in ranked if name not in {"en", *_NO_LANGUAGE})


def _small_words(text: str) -> float:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return sum(w in _SMALL_WORDS for w in words) / max(1, len(words))


@cache
def _identifier() -> Any:
    """The identifier with its model, which ships in the package; loaded once, when needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
