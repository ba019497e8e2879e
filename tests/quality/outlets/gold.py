"""The gold of the outlets' texts: offsets into `texts/`, see README.md.

Comes in: `gold.jsonl`. Goes out: `GoldDocument`s. Called by `score` and the tests.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from schema.attribution import Act
from schema.base import Frozen
from schema.span import Span

FILE = Path(__file__).with_name("gold.jsonl")
TEXTS = Path(__file__).with_name("texts")


class GoldStatement(Frozen):
    """One statement of reported speech. An `optional` one counts neither as missed nor as extra."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = Field(min_length=1)
    speaker: str | None
    act: Act
    optional: bool = False

    def spans(self) -> Iterator[Span]:
        """All spans of the statement."""
        yield from (*self.source, *self.cue, *self.content)


class GoldDocument(Frozen):
    """One text; `held_out` when no rule was made from what the extractor got wrong in it."""

    doc: str
    held_out: bool
    statements: tuple[GoldStatement, ...]

    @property
    def path(self) -> Path:
        """Where the text is."""
        return TEXTS / f"{self.doc}.txt"


def load_gold() -> tuple[GoldDocument, ...]:
    """All documents, in the order of the file."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(GoldDocument.model_validate_json(line) for line in lines)


def digest() -> str:
    """Names the state of texts and gold: floors hold for one state only."""
    sha = hashlib.sha256(FILE.read_bytes())
    for gold in load_gold():
        sha.update(gold.path.read_bytes())
    return sha.hexdigest()[:16]
