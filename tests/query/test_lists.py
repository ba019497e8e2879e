"""The lists of the service on the small corpus: equal rows in three languages, the right ones."""

from typing import Any

import pytest

from kg.query.question import questions
from schema import ids
from tests.query.agreement import Sources, agree
from tests.query.corpus import ANNA, OFFICE, QUOTE

pytestmark = pytest.mark.neo4j
INTERVIEW = ids.document_uri(url="https://news.example/interview", source="interview")
ESSAY = ids.document_uri(url=None, source="essay")
LAW = ids.document_uri(url="https://news.example/law", source="law")
ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("documents", {}),
    ("documents", {"topic": "chips"}),
    ("document_statements", {"document": INTERVIEW}),
    ("document_statements", {"document": ESSAY}),
    ("document_version", {"document": INTERVIEW}),
    ("document_version", {"document": ESSAY}),
    ("actors", {}),
    ("actors", {"topic": ids.topic_uri("ai-law")}),
    ("topics", {}),
)


@pytest.mark.parametrize(("name", "parameters"), ASKED)
def test_three_languages_give_equal_rows(
    sources: Sources, name: str, parameters: dict[str, Any]
) -> None:
    assert agree(sources, name, parameters)


def test_every_list_is_asked() -> None:
    elsewhere = {"homonyms"}  # on a corpus of its own
    assert {name for name, _ in ASKED} | elsewhere == {q.name for q in questions() if q.number > 20}


def test_a_removed_document_is_in_no_list(sources: Sources) -> None:
    assert LAW not in {r["document_uri"] for r in agree(sources, "documents", {})}
    assert agree(sources, "document_statements", {"document": LAW}) == []
    assert agree(sources, "document_version", {"document": LAW}) == []


def test_offsets_point_into_the_text_of_now(sources: Sources) -> None:
    [version] = agree(sources, "document_version", {"document": INTERVIEW})
    rows = agree(sources, "document_statements", {"document": INTERVIEW})
    text = str(version["text"])
    assert len(rows) == 3
    assert all(text[int(r["start"] or 0) : int(r["end"] or 0)] == r["exact"] for r in rows)


def test_a_topic_counts_what_is_narrower(sources: Sources) -> None:
    counts = {r["notation"]: r["statements"] for r in agree(sources, "topics", {})}
    about = agree(sources, "who_said_what", {"topic": "ai-law"})
    assert counts["ai-law"] == len({r["statement_uri"] for r in about})
    assert int(counts["ai"] or 0) > int(counts["ai-law"] or 0) > int(counts["licensing"] or 0)


def test_speakers_are_counted_once_a_statement(sources: Sources) -> None:
    counted = {r["who"]: r["statements"] for r in agree(sources, "actors", {"topic": "licensing"})}
    # The minister's quote stands in four papers and is one statement; the other one is her own.
    assert counted[ANNA] == 2
    assert counted[OFFICE] == 1


def test_only_some_statements(sources: Sources) -> None:
    wanted = ids.quotation_uri(ANNA, QUOTE)
    rows = agree(sources, "who_said_what", {"statements": f"{wanted} {wanted}0"})
    assert {r["statement_uri"] for r in rows} == {wanted}
    assert len(rows) == 4
