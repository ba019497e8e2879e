"""Values as text: the one spelling of dates and times in rows, exports and the embedded store."""

import re
from datetime import UTC, date, datetime

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


def instant(value: datetime) -> str:
    """A point in time as ISO 8601 in UTC with microseconds; raises ValueError when it has no zone.

    The fixed width makes text order the order of time.
    """
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def storable(text: str) -> bool:
    """Whether a store can keep a text: none takes a NUL or half of a surrogate pair."""
    return _UNSTORABLE.search(text) is None


def plain(value: object) -> object:
    """A value as JSON can hold it: dates and times as ISO text, tuples as lists."""
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value
