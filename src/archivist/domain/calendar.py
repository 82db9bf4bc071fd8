"""Days of the proleptic Gregorian calendar, before our era too; year 0 is 1 BCE (ISO 8601)."""

import re

from archivist.domain.errors import InvalidValueError

_ISO_DAY = re.compile(r"(-?\d{4,9})-(\d\d)-(\d\d)", re.ASCII)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH = 719468  # days from 1 March of year 0 to 1 January 1970


def days_in_month(year: int, month: int) -> int:
    """Gives the number of days of a month (1–12)."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def exists(year: int, month: int, day: int) -> bool:
    """Says whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def day_count(year: int, month: int, day: int) -> int:
    """Gives the days from 1 January 1970 to a day; the day must exist.

    Years are counted from March, so that a leap day is a year's last; 400 years have 146,097 days.
    """
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    return (
        era * 146097
        + year_of_era * 365
        + year_of_era // 4
        - year_of_era // 100
        + day_of_year
        - _EPOCH
    )


def civil(number: int) -> tuple[int, int, int]:
    """Gives year, month and day of a day number (0 is 1 January 1970)."""
    era, day_of_era = divmod(number + _EPOCH, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = (shifted_month + 2) % 12 + 1
    return era * 400 + year_of_era + (month <= 2), month, day


def day_number(iso: str) -> int:
    """Gives the days from 1 January 1970 to an ISO day ("2023-09-19", BCE as "-0043-03-15").

    Raises:
        InvalidValueError: It is no ISO day, or there is no such day.
    """
    match = _ISO_DAY.fullmatch(iso)
    if match:
        year, month, day = (int(part) for part in match.groups())
        if exists(year, month, day):
            return day_count(year, month, day)
    raise InvalidValueError(f"There is no day “{iso}”; days are written like 2023-09-19.")


def iso_day(number: int) -> str:
    """Gives the ISO day of a day number (0 is 1970-01-01)."""
    year, month, day = civil(number)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"
