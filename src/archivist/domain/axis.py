"""Days on a vertical axis: which pixel a day is at, how far one can zoom, and where ticks stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from archivist.domain.calendar import civil, day_count, exists

MOST_DAYS = 4000 * 365.2425  # on screen when zoomed out as far as possible
FEWEST_DAYS = 3.0  # on screen when zoomed in as far as possible


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from day `first` to day `last` with `per_day` pixels a day; both ends are moments."""

    first: float
    last: float
    per_day: float

    @property
    def height(self) -> float:
        """The whole axis in pixels."""
        return (self.last - self.first) * self.per_day

    def y(self, day: float) -> float:
        """Gives the pixel of a moment, from the axis' beginning."""
        return (day - self.first) * self.per_day

    def day(self, y: float) -> float:
        """Gives the moment at a pixel."""
        return self.first + y / self.per_day


def fitting(first: int, last: int, viewport: float) -> Scale:
    """Gives the scale that shows the days `first` to `last` (inclusive), with a little air."""
    air = max((last + 1 - first) * 0.02, 1.0)
    return scaled(first - air, last + 1 + air, 0.0, viewport)


def scaled(first: float, last: float, per_day: float, viewport: float) -> Scale:
    """Gives the scale nearest to `per_day` that is allowed; the axis fills the viewport at least.

    Where the days do not fill it, the axis is lengthened by as much at both ends. A `per_day` of
    0 asks for the scale at which the days just fill the viewport.
    """
    wished = per_day or viewport / (last - first)
    allowed = min(max(wished, viewport / MOST_DAYS), viewport / FEWEST_DAYS)
    lacking = viewport / allowed - (last - first)
    air = max(lacking, 0.0) / 2
    return Scale(first - air, last + air, allowed)


class TickUnit(StrEnum):
    """What a tick begins; its label says as much and no more."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis with a label of its own."""

    day: int
    unit: TickUnit


# Steps with their shortest length in days: of months (1, 3) or years; day steps restart each month.
_DAY_STEPS = ((1.0, range(1, 32)), (6.0, (1, 8, 15, 22)))
_MONTH_STEPS = ((28.0, 1), (89.0, 3))
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def ticks(first: float, last: float, per_day: float, apart: float) -> list[Tick]:
    """Gives ticks from `first` to `last` that stand at least about `apart` pixels apart."""
    for shortest, days in _DAY_STEPS:
        if shortest * per_day >= apart:
            found = [
                Tick(day_count(year, month, day), TickUnit.DAY)
                for year, month in _months(first, last, 1)
                for day in days
                if exists(year, month, day)
            ]
            return [tick for tick in found if first <= tick.day <= last]
    for shortest, step in _MONTH_STEPS:
        if shortest * per_day >= apart:
            found = [
                Tick(day_count(year, month, 1), TickUnit.MONTH if month > 1 else TickUnit.YEAR)
                for year, month in _months(first, last, step)
            ]
            return [tick for tick in found if first <= tick.day <= last]
    step = next((step for step in _YEAR_STEPS if step * 365 * per_day >= apart), _YEAR_STEPS[-1])
    start = civil(int(first // 1))[0]
    stop = civil(int(last // 1))[0]
    years = range(start - start % step, stop + 1, step)
    found = [Tick(day_count(year, 1, 1), TickUnit.YEAR) for year in years]
    return [tick for tick in found if first <= tick.day <= last]


def _months(first: float, last: float, step: int) -> Iterator[tuple[int, int]]:
    """Gives year and month of each `step`-th month that touches the days asked for."""
    year, month, _ = civil(int(first // 1))
    month -= (month - 1) % step
    while day_count(year, month, 1) <= last:
        yield year, month
        month += step
        if month > 12:
            year, month = year + 1, month - 12
