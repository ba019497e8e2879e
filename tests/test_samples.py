"""The samples' gold: every string it quotes stands in its article, at the place it gives."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schema.attribution import Act, Mode

SAMPLES = Path(__file__).parents[1] / "samples"
GOLD_FILES = sorted((SAMPLES / "gold").glob("*.json"))
SPEAKER_TYPES = {"person", "organization", "group", "document", "unknown"}

Gold = dict[str, Any]


def read_gold(path: Path) -> Gold:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def read_article(gold: Gold) -> str:
    """The text that the spans count in: the whole file, or the text of one JSON Lines record."""
    path: Path = SAMPLES / "articles" / gold["file"]
    raw = path.read_bytes().decode("utf-8")
    if "record" not in gold:
        return raw
    text: str = json.loads(raw.splitlines()[gold["record"] - 1])["text"]
    return text


def quoted_strings(statement: Gold) -> Iterator[tuple[str, list[int]]]:
    """Each string that a statement takes from the article, with its span."""
    spans = statement["spans"]
    yield statement["cue"], spans["cue"]
    yield statement["speaker_mention"], spans["speaker_mention"]
    yield from zip(statement["content"], spans["content"], strict=True)


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    return read_gold(request.param)


def test_every_quoted_string_stands_at_its_span(gold: Gold) -> None:
    text = read_article(gold)
    wrong = [
        (exact, span)
        for statement in gold["statements"]
        for exact, span in quoted_strings(statement)
        if not exact or text[span[0] : span[1]] != exact
    ]
    assert wrong == []


def test_every_statement_uses_the_known_values(gold: Gold) -> None:
    for statement in gold["statements"]:
        assert statement["kind"] in set(Mode)
        assert statement["act"] in set(Act)
        assert statement["speaker_type"] in SPEAKER_TYPES
        assert (statement["speaker"] is None) == (statement["speaker_type"] == "unknown")


def test_every_stance_is_on_a_topic_of_its_statement(gold: Gold) -> None:
    for statement in gold["statements"]:
        for stance in statement.get("stance", []):
            assert stance["stance"] in {"supports", "opposes"}
            assert stance["topic"] in statement["topics"]


def test_every_article_says_that_it_is_invented(gold: Gold) -> None:
    assert "Invented sample article for policykg" in read_article(gold)


def test_every_article_has_gold() -> None:
    annotated = {read_gold(path)["file"] for path in GOLD_FILES}
    assert annotated == {path.name for path in (SAMPLES / "articles").iterdir()}
