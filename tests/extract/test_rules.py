"""The whole extractor on small articles and on the seed article."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.extract.rules import build_extractor
from kg.protocols import Extractor
from kg.settings import Settings
from kg.topics import load_scheme
from loaders.formats.text import TextLoader
from schema.attribution import Act, Extraction
from schema.document import Document
from schema.span import Span
from tests.extract.written import written


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return build_extractor(Settings(), load_scheme())


def test_acts_topics_offices_and_mentions_come_together(extract: Extractor) -> None:
    document = written(
        "Mina Holt, chairwoman of the Northern Council, opposed a ban on facial recognition.",
        "She did not say when the council would vote.",
    )
    found = extract(document)
    opposed, not_said = found.attributions
    assert (opposed.act, opposed.negated) == (Act.OPPOSED, False)
    assert (not_said.act, not_said.negated) == (Act.SAID, True)
    assert opposed.topics
    assert [o.holder.of(document.text) for o in found.offices] == ["Mina Holt"]
    assert "Mina Holt" in [m.span.of(document.text) for m in found.mentions]
    assert found.tool == "rules"


def test_a_document_alone_decides(extract: Extractor) -> None:
    one = written("Ford called for rules.", '"Now," Holt said.')
    first = extract(one)
    extract(written("Holt denied it all and said that nothing was signed."))
    assert extract(one) == first


def test_an_empty_document_holds_nothing(extract: Extractor) -> None:
    found = extract(written())
    assert (found.attributions, found.offices, found.mentions) == ((), (), ())


@pytest.mark.shared
def test_the_seed_article(extract: Extractor, shared: Path) -> None:
    """At least 11 of the 13 gold statements with speaker and act, at most three others."""
    gold = json.loads((shared / "data/seed/gold.json").read_text())
    path = shared / "data/seed" / gold["file"]
    (document,) = TextLoader().load(path, source=path.name)
    found = extract(document)
    matched = [_match(document, found, g["content"]) for g in gold["statements"]]
    right = [
        g["speaker_mention"]
        for g, i in zip(gold["statements"], matched, strict=True)
        if i is not None
        and g["speaker_mention"] in _words(document, found.attributions[i].source)
        and g["act"] == found.attributions[i].act
    ]
    assert len(right) >= 11
    assert len(found.attributions) - len({i for i in matched if i is not None}) <= 3


def _match(document: Document, found: Extraction, content: list[str]) -> int | None:
    """The attribution whose content shares at least half of its words with the gold content."""
    wanted = set(re.findall(r"\w+", " ".join(content).lower()))
    for i, one in enumerate(found.attributions):
        words = set(re.findall(r"\w+", _words(document, one.content).lower()))
        if len(words & wanted) >= 0.5 * len(words | wanted):
            return i
    return None


def _words(document: Document, spans: Sequence[Span]) -> str:
    return " ".join(s.of(document.text) for s in spans)
