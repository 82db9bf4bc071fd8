"""Days before and after our era."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.domain.calendar import civil, day_count, day_number, exists, iso_day
from archivist.domain.errors import InvalidValueError


@given(st.dates())
def test_a_day_has_the_number_that_the_standard_library_gives_it(day: datetime.date) -> None:
    assert day_number(day.isoformat()) == (day - datetime.date(1970, 1, 1)).days


@given(st.integers(-10_000_000, 10_000_000))
def test_a_day_number_becomes_an_iso_day_and_back(number: int) -> None:
    assert day_number(iso_day(number)) == number


@given(st.integers(-4_000_000, 4_000_000))
def test_days_follow_each_other_without_a_gap(number: int) -> None:
    year, month, day = civil(number)
    assert exists(year, month, day)
    assert day_count(year, month, day) == number
    assert civil(number + 1) > (year, month, day)


def test_the_ides_of_march_lie_before_our_era() -> None:
    # 15 March 44 BCE in the proleptic Gregorian calendar; Julian day 1705428 is noon of that day.
    assert day_number("-0043-03-15") == 1705428 - 2440588


@pytest.mark.parametrize("text", ["2023-02-30", "1900-02-29", "2023-13-01", "2023-9-1", "", "٢٠٢٣"])
def test_what_is_no_day_is_refused_by_name(text: str) -> None:
    with pytest.raises(InvalidValueError, match=f"“{text}”"):
        day_number(text)
