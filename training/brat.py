"""Read brat stand-off files. In: two folders, `NAME.txt` and `NAME[_annotator].ann`. Out: documents
with attributions.

Text-bound annotations are Source, Cue and Content (and Discard for regions to leave out); an event
line joins them: `E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1`. Offsets are code points of the
text without newline translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]
_BOUND = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT = re.compile(r"(E\d+)\t(.*)")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")


@dataclass(frozen=True)
class Attribution:
    """Who (source) says, by which words (cue), what (content)."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Document:
    """A text with its attributions and the regions its annotators left out."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    discarded: Spans


def read_corpus(folder: Path) -> Iterator[Document]:
    """Documents of `folder/text` and `folder/attributions` by name; of several annotators the first
    by id counts.
    """
    taken: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = _ANNOTATOR.sub("", path.stem)
        if name not in taken:
            taken.add(name)
            yield read_document(folder / "text" / f"{name}.txt", path)


def read_document(text_path: Path, annotation_path: Path) -> Document:
    """One text with one annotator's file."""
    with text_path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    bound: dict[str, tuple[str, Spans]] = {}
    events: list[str] = []
    for line in annotation_path.read_text(encoding="utf-8").split("\n"):
        if m := _BOUND.match(line):
            bound[m[1]] = (
                m[2].lower(),
                tuple((int(a), int(b)) for a, b in (p.split() for p in m[3].split(";"))),
            )
        elif m := _EVENT.match(line):
            events.append(m[2])
    # A line may come before those it refers to, so all are read first.
    attributions = (_attribution(event, bound) for event in events)
    discarded = tuple(span for role, spans in bound.values() if role == "discard" for span in spans)
    return Document(text_path.stem, text, tuple(a for a in attributions if a.content), discarded)


def _attribution(event: str, bound: dict[str, tuple[str, Spans]]) -> Attribution:
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for argument in event.split():
        role, _, target = argument.partition(":")
        role = role.rstrip("0123456789").lower()
        if role in spans and target in bound:
            spans[role] += bound[target][1]
    return Attribution(*(tuple(sorted(spans[role])) for role in ("source", "cue", "content")))
