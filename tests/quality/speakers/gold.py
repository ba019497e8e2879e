"""The gold of speakers: offsets only, see GUIDELINE.md.

Comes in: `gold.jsonl` and the texts it points into. Goes out: `GoldSource`s. Called by `score` and
the tests.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from schema.base import Frozen
from schema.ids import normalise_name
from schema.span import Span

FILE = Path(__file__).with_name("gold.jsonl")
_ARTICLE = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|both|many|some|several|most|all|two|three) )+"
)

Form = Literal["pronoun", "nominal", "surname", "full_name", "organization", "group", "document"]
Kind = Literal["person", "organization", "group", "document", "unknown"]


class GoldSource(Frozen):
    """One source: where it stands, and where its document names who it is (None: unknown)."""

    doc: str
    source: tuple[Span, ...] = Field(min_length=1)
    cue: tuple[Span, ...]
    content: tuple[Span, ...] = Field(min_length=1)
    form: Form
    kind: Kind
    name: tuple[Span] | None
    also: tuple[Span, ...] = ()

    def names(self, text: str) -> frozenset[str]:
        """The comparable names that are right; empty when nobody can be named."""
        spans = (*(self.name or ()), *self.also)
        return frozenset(comparable(s.of(text)) for s in spans)

    def only_one_word(self, text: str) -> bool:
        """A person whom the document never gives more than one name: no actor is made of it."""
        if self.name is None or self.kind != "person":
            return False
        return len(self.name[0].of(text).split()) == 1


def comparable(name: str) -> str:
    """A name as it is compared: normalised, without article and quantifier in front."""
    return _ARTICLE.sub("", normalise_name(name))


def load_gold() -> Iterator[GoldSource]:
    """All gold sources, in the order of the file."""
    for line in FILE.read_text("utf-8").splitlines():
        yield GoldSource.model_validate_json(line)


def digest() -> str:
    """Names the state of the gold: floors hold for one state only."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:16]
