"""The laws of the scale, and ticks that read as dates do."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archivist.domain.axis import FEWEST_DAYS, MOST_DAYS, TickUnit, fitting, scaled, ticks
from archivist.domain.calendar import civil, day_number

days = st.integers(-1_500_000, 1_500_000)
viewports = st.integers(50, 3000)


@given(days, st.integers(0, 1_000_000), viewports, st.floats(1e-6, 1e6))
def test_a_scale_stays_between_four_thousand_years_and_three_days(
    first: int, length: int, viewport: int, per_day: float
) -> None:
    scale = scaled(first, first + length + 1, per_day, viewport)
    on_screen = viewport / scale.per_day
    assert FEWEST_DAYS * 0.999 <= on_screen <= MOST_DAYS * 1.001
    assert scale.height >= viewport * 0.999
    assert scale.first <= first
    assert scale.last >= first + length + 1


@given(days, st.integers(0, 1_000_000), viewports, st.floats(0, 1))
def test_day_and_pixel_lead_back_to_each_other(
    first: int, length: int, viewport: int, share: float
) -> None:
    scale = fitting(first, first + length, viewport)
    y = share * scale.height
    assert scale.y(scale.day(y)) == pytest.approx(y, abs=1e-4)


@given(days, st.integers(0, 1_000_000), viewports)
def test_what_fits_fills_the_viewport(first: int, length: int, viewport: int) -> None:
    scale = fitting(first, first + length, viewport)
    assert scale.height == pytest.approx(viewport)
    assert 0 < scale.y(first) < scale.y(first + length + 1) < viewport


@given(days, st.floats(3, 2_000_000), st.integers(200, 2000), st.integers(20, 90))
def test_ticks_stand_in_order_and_apart(
    first: int, length: float, viewport: int, apart: int
) -> None:
    assume(viewport > 4 * apart)
    per_day = viewport / length
    found = ticks(first, first + length, per_day, apart)
    places = [(tick.day - first) * per_day for tick in found]
    assert all(-1e-6 <= place <= viewport + 1e-6 for place in places)
    gaps = [below - above for above, below in pairwise(places)]
    # A year of 365 days that stands for one of 365.2425, and 1,000 years are as far as it goes.
    assert all(gap >= apart * 0.99 or per_day * 365_000 < apart for gap in gaps)


def days_of(first: str, last: str, per_day: float) -> list[tuple[int, int, int]]:
    found = ticks(day_number(first), day_number(last), per_day, 50)
    return [civil(tick.day) for tick in found]


def test_ticks_are_days_months_years_decades_and_centuries() -> None:
    assert days_of("2023-09-19", "2023-09-22", 60) == [(2023, 9, day) for day in range(19, 23)]
    assert days_of("2023-09-10", "2023-10-09", 10) == [
        (2023, 9, 15),
        (2023, 9, 22),
        (2023, 10, 1),
        (2023, 10, 8),
    ]
    assert days_of("2023-09-10", "2023-12-20", 2) == [(2023, month, 1) for month in (10, 11, 12)]
    assert days_of("2021-02-01", "2023-02-01", 0.2) == [(2022, 1, 1), (2023, 1, 1)]
    assert days_of("1985-02-01", "2012-02-01", 0.02) == [(y, 1, 1) for y in (1990, 2000, 2010)]
    assert days_of("1750-02-01", "2012-02-01", 0.002) == [(1800, 1, 1), (1900, 1, 1), (2000, 1, 1)]


def test_ticks_reach_before_our_era() -> None:
    found = days_of("-0250-01-01", "0150-01-01", 0.002)
    assert found == [(year, 1, 1) for year in (-200, -100, 0, 100)]


def test_a_tick_says_how_much_of_its_date_matters() -> None:
    found = ticks(day_number("2023-11-20"), day_number("2024-02-20"), 2, 50)
    assert [tick.unit for tick in found] == [TickUnit.MONTH, TickUnit.YEAR, TickUnit.MONTH]
