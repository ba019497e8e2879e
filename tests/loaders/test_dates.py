"""Dates: read as written, and the year of a dateline from the days known."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.page.dates import (
    date_in_name,
    dateline_date,
    dates_in,
    is_timestamp,
    read_date,
    read_moment,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))


@settings(deadline=None)
@given(day=DAYS, form=st.sampled_from(["%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%Y-%m-%d"]))
def test_a_written_date_is_found_in_a_sentence(day: date, form: str) -> None:
    assert dates_in(f"Published {day.strftime(form)}, at noon.") == [day]


@settings(deadline=None)
@given(known=DAYS, distance=st.integers(-120, 120))
def test_a_dateline_takes_the_nearest_year(known: date, distance: int) -> None:
    day = known + timedelta(days=distance)
    found = dateline_date(f"{day:%B} {day.day}", [known])
    leap_day = (day.month, day.day) == (2, 29)
    assert found == day or (leap_day and found is None)


def test_a_dateline_without_any_known_day_has_no_date() -> None:
    assert dateline_date("March 8", []) is None
    assert dateline_date("8 March 2025", []) == date(2025, 3, 8)


def test_a_time_with_a_zone_keeps_its_local_day() -> None:
    late = datetime(2024, 10, 24, 21, 55, tzinfo=timezone(timedelta(hours=-4)))
    assert read_date(late) == read_date("2024-10-24T21:55:00-04:00") == date(2024, 10, 24)


@pytest.mark.parametrize("value", ["soon", "2025-02-30", "", 12, None, ["2025-01-01"]])
def test_what_is_no_date_is_none(value: object) -> None:
    assert read_date(value) is None


def test_a_moment_without_zone_is_utc() -> None:
    moment = read_moment("2025-03-09")
    assert moment is not None
    assert moment.isoformat() == "2025-03-09T00:00:00+00:00"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mar 09, 2025 12:27:54 PM", True),
        ("Updated 3 May 2025 at 07:15 CET", True),
        ("2:15 P.M. EDT", True),
        ("END 11:49 A.M. EST", True),
        ("on", False),
        ("The vote is due on July 1, 2025", False),
    ],
)
def test_timestamps(line: str, expected: bool) -> None:
    assert is_timestamp(line) is expected


def test_the_date_in_a_file_name() -> None:
    assert date_in_name("news/2025-03-08-two-sessions.md") == date(2025, 3, 8)
    assert date_in_name("2025-03-08/two-sessions.md") is None
