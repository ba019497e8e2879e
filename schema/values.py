"""Values as text: the one spelling of dates and times in rows, exports and the embedded store."""

from datetime import UTC, date, datetime


def instant(value: datetime) -> str:
    """A point in time as ISO 8601 in UTC with microseconds; raises ValueError when it has no zone.

    The fixed width makes text order the order of time.
    """
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def plain(value: object) -> object:
    """A value as JSON can hold it: dates and times as ISO text, tuples as lists."""
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value
