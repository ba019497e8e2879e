"""The seed article: given the gold attributions, every speaker is right, and so are the offices."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extract.names.mentions import find_mentions
from kg.extract.names.names import Names
from kg.extract.offices.mentions import find_offices
from kg.link.linker import link
from kg.read.reading import read
from loaders.formats.text import TextLoader
from schema.attribution import Act, Attribution, Extraction, Mode
from schema.document import Document
from schema.linked import Linked
from schema.span import Span

pytestmark = pytest.mark.shared
Gold = dict[str, Any]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Gold:
    """The gold annotations."""
    read: Gold = json.loads((shared / "data" / "seed" / "gold.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def linked(shared: Path, gold: Gold) -> Linked:
    """The seed article, linked from its gold attributions."""
    path = shared / "data" / "seed" / gold["file"]
    [document] = TextLoader().load(path, source=gold["file"])
    reading = read(document)
    names = Names.of(reading)
    extraction = Extraction(
        tool="gold",
        attributions=tuple(_attribution(document, s) for s in gold["statements"]),
        offices=find_offices(reading, names),
        mentions=find_mentions(reading, names),
    )
    return link(reading, extraction)


def _attribution(document: Document, statement: Gold) -> Attribution:
    content = tuple(_nearest(document.text, words, None) for words in statement["content"])
    return Attribution(
        source=(_nearest(document.text, statement["speaker_mention"], content[0]),),
        cue=(_nearest(document.text, statement["cue"], content[0]),),
        content=content,
        mode=Mode(statement["kind"]),
        act=Act(statement["act"]),
    )


def _nearest(text: str, words: str, to: Span | None) -> Span:
    """The occurrence of some words next to a passage (the first one without a passage)."""
    starts = [k for k in range(len(text)) if text.startswith(words, k)]
    starts = [k for k in starts if not text[k + len(words) : k + len(words) + 1].isalnum()]
    start = min(starts, key=lambda k: abs(k - to.start) if to else k)
    return Span(start, start + len(words))


def test_every_speaker_is_right(linked: Linked, gold: Gold) -> None:
    found = [
        (a.speaker.name, a.speaker.kind.value) if a.speaker else None for a in linked.attributions
    ]
    assert found == [(s["speaker"], s["speaker_type"]) for s in gold["statements"]]


def test_offices(linked: Linked, gold: Gold) -> None:
    found = {
        (t.person.name, t.title.removeprefix("former "), _names(t.organization))
        for t in linked.tenures
    }
    expected = [
        (o["person"], o["title"].removeprefix("former "), o["organization"])
        for o in gold["offices"]
    ]
    right = [
        e for e in expected if any(e[:2] == f[:2] and (e[2] in f[2] or not e[2]) for f in found)
    ]
    assert len(right) >= 9
    assert len(found) <= len(expected)


def _names(organization: Any) -> tuple[str, ...]:
    return (organization.name, *organization.alt_names) if organization else ()
