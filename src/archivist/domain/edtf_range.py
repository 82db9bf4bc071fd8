"""EDTF (ISO 8601-2) strings as ranges of days; everyday forms are read here, rare ones by edtf.

The edtf library is exact but takes some 10 ms for each date, too long for a book with thousands,
and it takes 29 February 1900 for a day. Whatever it accepts, both its ends must exist.
"""

import re
import warnings
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from archivist.domain.calendar import civil, day_count, days_in_month, exists
from archivist.domain.errors import InvalidValueError

LONGEST = 200  # code points; no date needs more, and the library's grammar backtracks


class Precision(StrEnum):
    """How finely a date is given."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DayRange:
    """First and last day as day numbers (0 is 1970-01-01); None where open or unknown."""

    first: int | None
    last: int | None
    precision: Precision


_PLAIN = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,9}|-?\d{3}X|-?\d{2}XX|-?\dXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[~?%]?)",
    re.ASCII,
)
# A day or month of no known year, as a text has it that names none.
_YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?", re.ASCII)
_OPEN = frozenset({"", ".."})
_UNKNOWN_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
# What a date that is only approximately known may be off by, at either end.
_PADDING_DAYS = {Precision.DAY: 3, Precision.RANGE: 3}
_PADDING_MONTHS = {
    Precision.MONTH: 1,
    Precision.SEASON: 1,
    Precision.YEAR: 12,
    Precision.DECADE: 24,
    Precision.CENTURY: 120,
    Precision.MILLENNIUM: 1200,
}


def day_range(edtf: str) -> DayRange:
    """Reads an EDTF string of level 0, 1 or 2; approximate ends are padded.

    A season is three months: spring (21) is March to May, winter (24) December to the end of the
    next February. See `padded` for what an approximate end is widened by.

    Raises:
        InvalidValueError: It is not EDTF, names a day that does not exist, or ends before it
            starts.
    """
    found = _read(edtf) if 0 < len(edtf) <= LONGEST else None
    if found is None:
        raise InvalidValueError(
            f"“{edtf[:LONGEST]}” is no date: either it is not written as EDTF (2023-09-19, 2023-09,"
            " 1914/1918), or it names a day that does not exist."
        )
    if found.first is not None and found.last is not None and found.first > found.last:
        raise InvalidValueError(f"“{edtf}” ends before it starts; exchange its ends.")
    return found


def padded(found: DayRange) -> DayRange:
    """Widens a range for "about": a day by 3 days, a month or season by one month, a year by one.

    A decade is widened by 2 years, a century by 10: small stated figures rather than a guess that
    swallows everything near it.
    """
    months = _PADDING_MONTHS.get(found.precision, 0)
    days = _PADDING_DAYS.get(found.precision, 0)
    first, last = found.first, found.last
    if first is not None:
        first = month_later(first, -months) - days
    if last is not None:
        last = month_later(last + 1, months) - 1 + days
    return DayRange(first, last, found.precision)


def month_later(number: int, months: int) -> int:
    """Gives the day number some months later (or earlier), on the month's last day at most."""
    year, month, day = civil(number)
    years, month_index = divmod(month - 1 + months, 12)
    year += years
    return day_count(year, month_index + 1, min(day, days_in_month(year, month_index + 1)))


def _read(edtf: str) -> DayRange | None:
    if edtf[0] in "[{" and edtf[-1] == {"[": "]", "{": "}"}[edtf[0]]:
        return _join([_interval(part, "..") for part in edtf[1:-1].split(",")])
    if "/" in edtf:
        return _interval(edtf, "/")
    return _single(edtf)


def _interval(edtf: str, separator: str) -> DayRange | None:
    """Reads both ends of an interval; one end may be open ("..") or unknown ("")."""
    first_text, between, last_text = edtf.partition(separator)
    if not between:
        return _single(edtf)
    if first_text in _OPEN and last_text in _OPEN:
        return None
    first, last = _end(first_text), _end(last_text)
    return first and last and DayRange(first.first, last.last, Precision.RANGE)


def _end(edtf: str) -> DayRange | None:
    return DayRange(None, None, Precision.RANGE) if edtf in _OPEN else _single(edtf)


def _join(ranges: list[DayRange | None]) -> DayRange | None:
    """Gives the range from the first of some dates to the last; None if one is not a date."""
    dates = [found for found in ranges if found is not None]
    if len(dates) < len(ranges):
        return None
    firsts = [found.first for found in dates if found.first is not None]
    lasts = [found.last for found in dates if found.last is not None]
    return DayRange(
        min(firsts) if len(firsts) == len(dates) else None,
        max(lasts) if len(lasts) == len(dates) else None,
        Precision.RANGE,
    )


def _single(edtf: str) -> DayRange | None:
    edtf = edtf.strip()
    match = _YEARLESS.fullmatch(edtf)
    if match is not None:
        # A leap year, so that 29 February can be one of its days.
        known = exists(2000, int(match["month"]), int(match["day"] or 1))
        return DayRange(None, None, Precision.RANGE) if known else None
    match = _PLAIN.fullmatch(edtf)
    if match is None:
        return _by_library(edtf)
    found = _plain(match["year"], match["month"], match["day"])
    return padded(found) if found and match["qualifier"] in {"~", "%"} else found


def _plain(year_text: str, month_text: str | None, day_text: str | None) -> DayRange | None:
    unknown = year_text.count("X")
    negative = "-" in year_text
    digits = year_text.lstrip("Y-")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    first_year, last_year = (-high, -low) if negative else (low, high)
    if month_text is None or month_text == "XX":
        if day_text not in {None, "XX"}:
            return None
        return _months(first_year, 1, last_year, 12, _UNKNOWN_YEARS[unknown])
    month = int(month_text)
    if unknown or month > 24:
        return _by_library("-".join(part for part in (year_text, month_text, day_text) if part))
    if 21 <= month <= 24:
        if day_text is not None:
            return None
        first_month = (month - 20) * 3
        years, last_month = divmod(first_month + 1, 12)
        return _months(
            first_year, first_month, first_year + years, last_month + 1, Precision.SEASON
        )
    if not exists(first_year, month, 1):
        return None
    if day_text is None or day_text == "XX":
        return _months(first_year, month, first_year, month, Precision.MONTH)
    if not exists(first_year, month, int(day_text)):
        return None
    number = day_count(first_year, month, int(day_text))
    return DayRange(number, number, Precision.DAY)


def _months(
    first_year: int, first_month: int, last_year: int, last_month: int, precision: Precision
) -> DayRange:
    last_day = days_in_month(last_year, last_month)
    return DayRange(
        day_count(first_year, first_month, 1),
        day_count(last_year, last_month, last_day),
        precision,
    )


def _by_library(edtf: str) -> DayRange | None:
    """Reads a rare form ("2004-06-~01", "Y3388E2S3", quarters) with the edtf library."""
    with warnings.catch_warnings():
        # Its grammar is built at import with names that newer pyparsing warns about. The import
        # takes 0.2 s, so it waits until somebody writes such a date.
        warnings.simplefilter("ignore")
        from edtf import EDTFParseException, parse_edtf

        try:
            parsed = parse_edtf(edtf)
            ends: list[Any] = [parsed.lower_strict(), parsed.upper_strict()]
            # What a part that is approximate ("2004-06~-01") adds is the library's own figure.
            if "~" in edtf or "%" in edtf:
                ends = [parsed.lower_fuzzy(), parsed.upper_fuzzy()]
            (first, last) = (tuple(int(part) for part in tuple(end)[:3]) for end in ends)
        except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
            # All but the first are its own slips on odd input.
            return None
    if not (exists(first[0], first[1], first[2]) and exists(last[0], last[1], last[2])):
        return None
    return DayRange(
        day_count(first[0], first[1], first[2]),
        day_count(last[0], last[1], last[2]),
        Precision.RANGE,
    )
