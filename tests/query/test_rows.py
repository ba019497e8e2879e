"""Values of three drivers in one spelling."""

from datetime import UTC, date, datetime

import pytest
from neo4j.time import Date, DateTime
from pyoxigraph import Literal, NamedNode

from kg.query.rows import ColumnType, cell, normalise

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("kind", "spellings", "plain"),
    [
        (ColumnType.DATE, (date(2025, 3, 1), Date(2025, 3, 1), "2025-03-01"), "2025-03-01"),
        (
            ColumnType.DATETIME,
            (
                datetime(2025, 3, 1, 8, tzinfo=UTC),
                DateTime(2025, 3, 1, 8, tzinfo=UTC),
                "2025-03-01T08:00:00.000000Z",
                Literal("2025-03-01T08:00:00Z", datatype=NamedNode(XSD + "dateTime")),
            ),
            "2025-03-01T08:00:00.000000Z",
        ),
        (ColumnType.BOOLEAN, (True, 1, Literal(True)), True),
        (ColumnType.BOOLEAN, (False, 0, Literal(False)), False),
        (ColumnType.INTEGER, (7, Literal(7)), 7),
        (ColumnType.NUMBER, (0.5, Literal(0.5)), 0.5),
        (ColumnType.NUMBER, (1, 1.0, Literal(1.0)), 1.0),
        (ColumnType.URI, ("x:y", NamedNode("x:y")), "x:y"),
        (ColumnType.STRING, ("a", Literal("a", language="en")), "a"),
    ],
)
def test_one_spelling(kind: ColumnType, spellings: tuple[object, ...], plain: object) -> None:
    found = [cell(kind, value) for value in spellings]
    assert found == [plain] * len(spellings)
    assert {type(value) for value in found} == {type(plain)}


@pytest.mark.parametrize("kind", list(ColumnType))
def test_nothing_stays_nothing(kind: ColumnType) -> None:
    assert cell(kind, None) is None


def test_columns_come_in_their_order_and_all_of_them() -> None:
    columns = {"b": ColumnType.STRING, "a": ColumnType.INTEGER}
    assert list(normalise(columns, {"a": 1, "b": "x", "c": 2}).items()) == [("b", "x"), ("a", 1)]
    with pytest.raises(KeyError):
        normalise(columns, {"a": 1})
