"""The gold of government texts: offsets only, see GUIDELINE.md.

Comes in: `gold.jsonl` and the texts it points into. Goes out: `GoldDocument`s with their texts.
Called by `score` and the tests.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from schema.attribution import Act
from schema.base import Frozen
from schema.errors import DocumentError
from schema.span import Span

FILE = Path(__file__).with_name("gold.jsonl")


class GoldStance(Frozen):
    """A side taken on a topic."""

    topic: str
    stance: Literal["supports", "opposes"]


class GoldAttribution(Frozen):
    """One statement. `speaker`: every name that is right, the fullest first; None for nobody."""

    source: tuple[Span, ...] = Field(min_length=1)
    cue: tuple[Span, ...] = Field(min_length=1)
    content: tuple[Span, ...] = Field(min_length=1)
    speaker: tuple[Span, ...] | None
    act: Act
    negated: bool
    topics: tuple[str, ...]
    stances: tuple[GoldStance, ...]
    attitude: bool

    def spans(self) -> Iterator[Span]:
        """All spans of the statement."""
        for role in (self.source, self.cue, self.content, self.speaker or ()):
            yield from role


class GoldDocument(Frozen):
    """One text: its path in the data folder, the digest of its bytes, and its statements."""

    file: str
    sha256: str
    attributions: tuple[GoldAttribution, ...]

    def path(self, shared: Path) -> Path:
        """Where the text is."""
        return shared / "data" / "whitehouse-ai" / self.file

    def text(self, shared: Path) -> str:
        """The text, decoded, without newline translation.

        Raises DocumentError when the file is missing or not the one that was annotated.
        """
        try:
            data = self.path(shared).read_bytes()
        except FileNotFoundError as error:
            raise DocumentError(f"{self.file}: the annotated text is missing") from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise DocumentError(f"{self.file}: not the text that was annotated")
        return data.decode("utf-8")


def load_gold() -> tuple[GoldDocument, ...]:
    """All documents of the gold, in the order of the file."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(GoldDocument.model_validate_json(line) for line in lines)


def digest() -> str:
    """Names the state of the gold: floors hold for one state only."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:16]
