"""Parameters of named questions: what a user gives, checked and put into its one plain spelling.

Comes in: text or values from the command line, a URL or code. Goes out: text, numbers or None, the
same for Cypher, SQL and SPARQL. Called by `kg.query.question`.
"""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from pydantic import Field

from schema import ids
from schema.base import Frozen
from schema.values import instant

Plain = str | float | None
"""A bound parameter: dates are ISO text, instants `schema.values.instant`."""


class ParameterType(StrEnum):
    """What a parameter holds.

    TOPIC: a notation or URI. ACTOR: a full name (its case and accents do not matter) or a URI.
    DATETIME: an instant; a day alone means the end of that day in UTC.
    """

    STRING = "string"
    URI = "uri"
    TOPIC = "topic"
    ACTOR = "actor"
    DATE = "date"
    DATETIME = "datetime"
    NUMBER = "number"


class Parameter(Frozen):
    """A parameter of a question. `default` holds when nothing is given."""

    name: str
    type: ParameterType
    description: str = Field(min_length=1)
    required: bool = False
    default: str | float | None = None

    def read(self, value: Any) -> Plain:
        """The value in its plain spelling. Raises ValueError, saying what does not fit."""
        if self.type is ParameterType.NUMBER:
            return _number(value)
        if self.type is ParameterType.DATE:
            return _day(value).isoformat()
        if self.type is ParameterType.DATETIME:
            return instant(_moment(value))
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"{value!r} is no text")
        text = value.strip()
        if self.type is ParameterType.URI and ":" not in text:
            raise ValueError(f"{text!r} is no URI")
        return actor_key(text) if self.type is ParameterType.ACTOR else text


def actor_key(actor: str) -> str:
    """What the URI of an actor ends with: the URI itself, or the part made from its name.

    The four kinds of actors differ in the part before it, so a name finds all of them.
    """
    if "://" in actor or actor.startswith("urn:"):
        return actor
    return "/" + ids.organization_uri(actor).rsplit("/", 1)[1]


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"{value!r} is no number")  # noqa: TRY004 - one error for what is read
    number = float(value)
    if number - number != 0:  # infinite or not a number
        raise ValueError(f"{value!r} is no finite number")
    return number


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value).strip())


def _moment(value: Any) -> datetime:
    if isinstance(value, str) and len(value.strip()) <= len("2025-01-31"):
        value = date.fromisoformat(value.strip())
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time.max)
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
