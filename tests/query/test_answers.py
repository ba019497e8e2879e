"""The right rows: what each of the ten questions must say of the small corpus."""

import pytest

from kg.protocols import Row
from schema import ids
from tests.query.agreement import Sources, agree
from tests.query.corpus import ANNA, BO, CARO, LAB, MINISTRY, OFFICE, QUOTE

pytestmark = pytest.mark.neo4j
EARLY, MIDDLE = "2025-03-01T12:00:00+00:00", "2025-03-07"


def found(rows: list[Row], *columns: str, **wanted: object) -> list[tuple[object, ...]]:
    """Some columns of the rows that have these values."""
    chosen = (r for r in rows if all(r[k] == v for k, v in wanted.items()))
    return [tuple(r[c] for c in columns) for r in chosen]


def test_who_said_what_has_a_row_for_each_passage(sources: Sources) -> None:
    rows = agree(sources, "who_said_what", {"topic": "ai-law"})
    passages = found(rows, "outlet", "title", "organization", "start", said=QUOTE)
    assert sorted(passages, key=str) == [
        ("Courier", "minister", MINISTRY, 6),
        ("Daily Lamp", "minister", MINISTRY, 11),
        ("Herald", "minister", MINISTRY, 9),
        (None, "minister", MINISTRY, 0),
    ]


def test_who_said_what_joins_several_offices_and_topics(sources: Sources) -> None:
    rows = agree(sources, "who_said_what", {"actor": BO})
    assert found(rows, "title", "organization", "topic") == [
        ("head; professor", LAB, "licensing of models"),
        (None, None, "AI law; chips"),
    ]


def test_what_is_not_known_is_a_row_all_the_same(sources: Sources) -> None:
    rows = agree(sources, "who_said_what", {})
    unknown = ("url", "outlet", "said_on", "headline", "source_text")
    assert found(rows, *unknown, said="A law is coming.", who=None) == [
        (None, None, None, "essay", "an official")
    ]
    assert all(r["exact"] == r["said"] for r in rows)
    assert found(rows, "negated", said="The office backs licences.") == [(True,)]


def test_passages_are_counted_in_code_points(sources: Sources) -> None:
    rows = agree(sources, "who_said_what", {"actor": BO})
    # An emoji before it is one character, not two as in UTF-16 or four as in UTF-8.
    assert found(rows, "start", said="Licences would stop research.") == [(8,)]


def test_a_change_of_mind(sources: Sources) -> None:
    rows = agree(sources, "stance_over_time", {"actor": BO, "as_of": MIDDLE})
    assert sorted(found(rows, "stance", "said")) == [
        ("opposes", "Licences would stop research."),
        ("supports", "Licences may help after all."),
    ]


def test_the_office_on_the_day_of_speaking(sources: Sources) -> None:
    rows = agree(sources, "offices_when_speaking", {"actor": CARO})
    assert sorted(found(rows, "said", "title", "basis"), key=str) == [
        ("Chips again.", None, None),
        ("Chips need a plan.", "adviser", "term"),
        ("Chips need a plan.", "director", "stated"),
    ]


def test_a_conflict_counts_statements_and_not_passages(sources: Sources) -> None:
    rows = agree(sources, "open_conflicts", {"topic": "licensing"})
    counts = ("pro_statements", "contra_statements")
    assert found(rows, *counts, pro=ANNA, contra=BO) == [(1, 1)]
    assert found(rows, *counts, pro=OFFICE, contra="analysts") == [(1, 1)]
    assert found(rows, "pro", contra=ANNA) == [(OFFICE,)]


def test_support_comes_from_parts_and_from_people_in_office(sources: Sources) -> None:
    rows = agree(sources, "why_supported", {"actor": MINISTRY})
    assert set(found(rows, "organization", "via", "who", "topic")) == {
        (MINISTRY, "office", ANNA, "licensing of models"),
        (OFFICE, "organization", OFFICE, "licensing of models"),
        (OFFICE, "office", CARO, "chips"),
    }


def test_a_wire_quote_travels(sources: Sources) -> None:
    first, *others = agree(sources, "how_far_it_travelled", {})
    assert (first["said"], first["documents"], first["outlets"]) == (QUOTE, 4, 3)
    assert (first["first_on"], first["first_outlets"]) == ("2025-02-01", "Courier; Herald")
    assert {r["documents"] for r in others} == {1}


def test_a_corrected_paper_is_counted_once_on_any_day(sources: Sources) -> None:
    rows = agree(sources, "how_far_it_travelled", {"as_of": MIDDLE, "actor": ANNA})
    assert found(rows, "documents", "outlets", said=QUOTE) == [(4, 3)]


def test_papers_and_who_cites_them(sources: Sources) -> None:
    rows = agree(sources, "papers_on_topic", {"topic": "chips"})
    assert found(rows, "paper", "kind", "topic", "cited_by") == [
        ("Report on Machines", "Proposal; Report", "chips", "session"),
        ("Report on Machines", "Proposal; Report", "chips", "Who is who"),
    ]


def test_what_was_known_on_a_day(sources: Sources) -> None:
    def said(moment: str) -> set[object]:
        return {r["said"] for r in agree(sources, "known_on", {"as_of": moment})}

    early, middle, late = said(EARLY), said(MIDDLE), said("2026-01-01")
    assert "Chips come first." in early - middle
    assert "Chips come first." in late  # the first version came back
    assert "Licences may help after all." in middle - early - late
    assert "Models shall be registered." in middle - late


def test_the_graph_of_now_is_what_is_known_now(sources: Sources) -> None:
    now = agree(sources, "who_said_what", {})
    late = agree(sources, "known_on", {"as_of": "2026-01-01"})
    assert found(late, "statement_uri", "start") == found(now, "statement_uri", "start")
    assert {r["retracted_at"] for r in late} == {None}


def test_months_and_shares(sources: Sources) -> None:
    rows = agree(sources, "statements_by_month", {"topic": "licensing"})
    columns = ("month", "statements", "supporting", "opposing", "share_in_favour")
    assert found(rows, *columns) == [
        ("2025-01", 1, 1, 0, 1.0),
        ("2025-02", 3, 1, 2, 1 / 3),
        (None, 1, 0, 1, 0.0),
    ]


def test_what_a_person_must_check(sources: Sources) -> None:
    rows = agree(sources, "to_review", {})
    assert found(rows, "said", "reason")[0] == ("The sun will shine.", "low confidence")
    assert found(rows, "confidence", said="The sun will shine.") == [(0.2,)]
    assert found(rows, "reason", said="Nobody wants licences.") == [("low confidence",)]
    assert found(rows, "reason", said=QUOTE) == [("not reviewed",)] * 4


def test_a_name_finds_any_kind_of_actor(sources: Sources) -> None:
    for name in ("the Office for Models", "Analysts", "report on machines", "ANNA NOWAK"):
        rows = agree(sources, "who_said_what", {"actor": name})
        assert {ids.normalise_name(str(r["who"])) for r in rows} == {
            ids.normalise_name(name.removeprefix("the "))
        }
