"""Rows of answers: the values of three databases in one spelling, so that they compare equal.

Comes in: a row as a driver gives it. Goes out: a `kg.protocols.Row`: dates and instants as ISO
text, true booleans, None for what is not there. Called by the stores and the replica.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from pyoxigraph import Literal, NamedNode

from kg.protocols import Row
from schema.values import instant

Cell = str | int | float | bool | None


class ColumnType(StrEnum):
    """What a column holds; every column may also hold None."""

    STRING = "string"
    URI = "uri"
    DATE = "date"
    DATETIME = "datetime"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@runtime_checkable
class _Native(Protocol):
    """The driver's own dates and times (`neo4j.time`)."""

    def to_native(self) -> object: ...


def normalise(columns: Mapping[str, ColumnType], values: Mapping[str, Any]) -> Row:
    """One row: the columns in their order. Raises KeyError when the answer lacks a column."""
    return {name: cell(kind, values[name]) for name, kind in columns.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Literal | NamedNode):
        return value.value
    return value.to_native() if isinstance(value, _Native) else value


def cell(kind: ColumnType, value: Any) -> Cell:
    """One value of a column. Raises ValueError when it does not fit the column."""
    if value is None:
        return None
    if not isinstance(value, str | int | float):  # most are: asking for a protocol is slow
        value = _plain(value)
    if kind is ColumnType.INTEGER:
        return int(value)
    if kind is ColumnType.NUMBER:
        return float(value)
    if kind is ColumnType.BOOLEAN:
        return value.lower() in ("true", "1") if isinstance(value, str) else bool(value)
    if kind is ColumnType.DATETIME:
        return instant(value if isinstance(value, datetime) else datetime.fromisoformat(value))
    return value.isoformat() if isinstance(value, date) else str(value)
