"""The ten questions on the small corpus: equal rows in three languages, and the right ones."""

from typing import Any

import pytest

from kg.query.question import questions
from schema import ids
from tests.query.agreement import Sources, agree
from tests.query.corpus import ANNA, BO, CARO, MINISTRY, OFFICE

pytestmark = pytest.mark.neo4j
LICENSING = ids.topic_uri("licensing")
EARLY, MIDDLE = "2025-03-01T12:00:00+00:00", "2025-03-07"
WINDOW = {"from": "2025-02-01", "to": "2025-02-09"}
ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("who_said_what", {}),
    ("who_said_what", {"topic": "ai-law"}),
    ("who_said_what", {"topic": LICENSING, **WINDOW}),
    ("who_said_what", {"actor": "bo  LINDGREN", "as_of": MIDDLE}),
    ("who_said_what", {"actor": ids.person_uri(ANNA), "min_confidence": 0.5}),
    ("who_said_what", {"as_of": EARLY}),
    ("stance_over_time", {"actor": BO, "as_of": MIDDLE}),
    ("stance_over_time", {"actor": ANNA}),
    ("stance_over_time", {"actor": ANNA, "topic": "ai", **WINDOW}),
    ("offices_when_speaking", {}),
    ("offices_when_speaking", {"actor": CARO, "topic": "chips"}),
    ("offices_when_speaking", {"as_of": EARLY}),
    ("open_conflicts", {}),
    ("open_conflicts", {"topic": "ai", "as_of": MIDDLE}),
    ("open_conflicts", {"topic": "licensing", "from": "2025-02-01", "to": "2025-02-10"}),
    ("why_supported", {"actor": MINISTRY}),
    ("why_supported", {"actor": OFFICE, "topic": "chips", "from": "2025-01-01"}),
    ("how_far_it_travelled", {}),
    ("how_far_it_travelled", {"topic": "licensing", "actor": ANNA, "as_of": MIDDLE}),
    ("how_far_it_travelled", WINDOW),
    ("papers_on_topic", {}),
    ("papers_on_topic", {"topic": "ai-law"}),
    ("known_on", {"as_of": EARLY}),
    ("known_on", {"as_of": MIDDLE, "topic": "licensing"}),
    ("known_on", {"as_of": "2026-01-01", "actor": BO}),
    ("statements_by_month", {}),
    ("statements_by_month", {"topic": "ai-law", **WINDOW}),
    ("statements_by_month", {"as_of": MIDDLE}),
    ("to_review", {}),
    ("to_review", {"below": 0.95, "topic": "ai", "from": "2025-02-05", "to": "2025-03-01"}),
)


@pytest.mark.parametrize(("name", "parameters"), ASKED)
def test_three_languages_give_equal_rows(
    sources: Sources, name: str, parameters: dict[str, Any]
) -> None:
    assert agree(sources, name, parameters)


def test_every_question_is_asked() -> None:
    assert {name for name, _ in ASKED} == {q.name for q in questions() if q.number <= 10}


def test_an_unknown_topic_gives_no_rows(sources: Sources) -> None:
    assert agree(sources, "who_said_what", {"topic": "no-such-topic"}) == []


def test_both_stores_tell_the_replica_the_same(sources: Sources) -> None:
    sql, cypher = (
        sorted((c.graph, c.history, c.nodes, c.edges) for c in view.changes(0))
        for view in (sources.sql, sources.cypher)
    )
    assert sql == cypher


def test_limit_and_skip_cut_the_same_rows(sources: Sources) -> None:
    whole = agree(sources, "who_said_what", {})
    for view in (sources.sql, sources.cypher, sources.sparql):
        assert view.ask("who_said_what", {}, limit=4, skip=3) == whole[3:7]
