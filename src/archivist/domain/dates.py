"""Uncertain dates: EDTF with bounds, modifier and certainty, and how they read to a person.

Everything here starts from EDTF; words, as a person or a text has them, are read by
`archivist.finding.dates` (`read_date`, `find_dates`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from archivist.domain.calendar import day_number, iso_day
from archivist.domain.edtf_range import DayRange, Precision, day_range, month_later, padded

__all__ = [
    "Certainty",
    "Extent",
    "Modifier",
    "UncertainDate",
    "bounds",
    "day_number",
    "from_edtf",
    "iso_day",
    "parse_date",
    "reading",
]


class Modifier(StrEnum):
    """How a date's words narrow or widen its EDTF value."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"
    MID = "mid"
    END = "end"
    APPROXIMATE = "approximate"


class Certainty(StrEnum):
    """How a date is known."""

    STATED = "stated"
    APPROXIMATE = "approximate"
    INFERRED = "inferred"
    QUESTIONABLE = "questionable"


class Extent(StrEnum):
    """Whether something lasted from–to, or happened some time within."""

    SPAN = "span"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as somebody wrote it, and what it can mean.

    `earliest` and `latest` are ISO days ("2023-09-19", BCE as "-0043-03-15"), None where open.
    """

    text: str
    edtf: str
    earliest: str | None
    latest: str | None
    modifier: Modifier | None = None
    certainty: Certainty = Certainty.STATED
    extent: Extent = Extent.SPAN


def from_edtf(
    edtf: str,
    *,
    text: str = "",
    modifier: Modifier | None = None,
    certainty: Certainty | None = None,
    extent: Extent | None = None,
) -> UncertainDate:
    """Makes a date of its EDTF value and what its words add.

    Bounds: `start`, `mid` and `end` are thirds, cut where people cut them: a month at the 10th and
    20th, a year after April and August, a season by months, a decade after its years 3 and 6, a
    century after its years 33 and 66, anything else by days. `before` has no earliest day and ends
    the day before the value begins; `after` begins the day after it ends and has no latest day.
    `approximate`, and EDTF's own "~", widen as `archivist.domain.edtf_range.padded` says.

    Args:
        edtf: ISO 8601-2, level 0, 1 or 2.
        text: The words it was read from; the EDTF itself where there are none.
        modifier: What the words add to the value.
        certainty: How it is known; from EDTF's "~", "%" and "?" and the modifier unless given.
        extent: Lasting, or some time within; a one-of set ("[1915,1916]") is some time within.

    Raises:
        InvalidValueError: The value is no EDTF, or a day that does not exist.
    """
    edtf = edtf.strip()
    # EDTF's own "~" has widened the range already.
    widened = modifier is Modifier.APPROXIMATE and ("~" in edtf or "%" in edtf)
    found = _modified(day_range(edtf), None if widened else modifier)
    if certainty is None:
        certainty = Certainty.STATED
        if "?" in edtf or "%" in edtf:
            certainty = Certainty.QUESTIONABLE
        elif "~" in edtf or modifier is Modifier.APPROXIMATE:
            certainty = Certainty.APPROXIMATE
    if extent is None:
        extent = Extent.BETWEEN if edtf.startswith("[") else Extent.SPAN
    return UncertainDate(
        text=text or edtf,
        edtf=edtf,
        earliest=None if found.first is None else iso_day(found.first),
        latest=None if found.last is None else iso_day(found.last),
        modifier=modifier,
        certainty=certainty,
        extent=extent,
    )


_TIMESTAMP = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.{0,24}"
    r"|(?:D:)?(?P<packed>\d{8})(?:T?\d{2,6}.{0,8})?",
    re.ASCII,
)


def parse_date(text: str) -> UncertainDate:
    """Reads a date as programs write it: EDTF, ISO 8601 with a time of day, PDF's "D:20230924…".

    A time of day and its zone are left out: the day is the one that was written.

    Raises:
        InvalidValueError: It is none of these, or names a day that does not exist.
    """
    written = text.strip()
    match = _TIMESTAMP.fullmatch(written)
    if match is None:
        return from_edtf(written)
    packed = match["packed"]
    day = match["day"] or f"{packed[:4]}-{packed[4:6]}-{packed[6:]}"
    return from_edtf(day, text=written)


def bounds(date: UncertainDate) -> tuple[int | None, int | None]:
    """Gives the day numbers (0 is 1970-01-01) of the earliest and latest day; None where open."""
    return (
        None if date.earliest is None else day_number(date.earliest),
        None if date.latest is None else day_number(date.latest),
    )


def _modified(found: DayRange, modifier: Modifier | None) -> DayRange:
    first, last = found.first, found.last
    match modifier:
        case Modifier.BEFORE:
            return DayRange(None, last if first is None else first - 1, found.precision)
        case Modifier.AFTER:
            return DayRange(first if last is None else last + 1, None, found.precision)
        case Modifier.START | Modifier.MID | Modifier.END if first is not None and last is not None:
            cuts = [first, *_cuts(first, last, found.precision), last + 1]
            third = (Modifier.START, Modifier.MID, Modifier.END).index(modifier)
            return DayRange(cuts[third], max(cuts[third], cuts[third + 1] - 1), found.precision)
        case Modifier.APPROXIMATE:
            return padded(found)
        case _:
            return found


# Where the second and the last third begin, in months after the start.
_THIRDS_IN_MONTHS = {
    Precision.SEASON: (1, 2),
    Precision.YEAR: (4, 8),
    Precision.DECADE: (4 * 12, 7 * 12),
    Precision.CENTURY: (34 * 12, 67 * 12),
    Precision.MILLENNIUM: (334 * 12, 667 * 12),
}


def _cuts(first: int, last: int, precision: Precision) -> tuple[int, int]:
    """Gives the first days of the second and the last third."""
    if precision is Precision.MONTH:
        return first + 10, first + 20
    if precision in _THIRDS_IN_MONTHS:
        second, third = _THIRDS_IN_MONTHS[precision]
        return month_later(first, second), month_later(first, third)
    days = last - first + 1
    return first + days // 3, first + 2 * days // 3


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_WORDS = {
    Modifier.BEFORE: "before {}",
    Modifier.AFTER: "after {}",
    Modifier.START: "early {}",
    Modifier.MID: "mid-{}",
    Modifier.END: "late {}",
    Modifier.APPROXIMATE: "about {}",
}
_SIMPLE = re.compile(r"(XXXX|-?\d{4}|\d{3}X|-?\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?[~?%]?", re.ASCII)


def reading(date: UncertainDate) -> str:
    """Gives a date as a person reads it: "early September 2023", "24 May 2023 (year inferred)".

    A value too rare for words is given as it was written. English, as `read_date` reads it.
    """
    words = _value_words(date.edtf, date.extent)
    if words is None:
        return date.text or date.edtf
    if date.modifier is not None:
        words = _WORDS[date.modifier].format(words)
    elif "~" in date.edtf or "%" in date.edtf:
        words = f"about {words}"
    if "XXXX" in date.edtf:
        return f"{words} (year unknown)"
    if date.certainty is Certainty.INFERRED:
        # "The next day" says nothing of its own; "24 May" lacks only the year.
        says_day = "-" in date.edtf[1:] and (
            len(date.edtf) < 10 or any(sign.isdigit() for sign in date.text)
        )
        return f"{words} (year inferred)" if says_day else f"{words} (inferred)"
    return f"{words} (questionable)" if date.certainty is Certainty.QUESTIONABLE else words


def _value_words(edtf: str, extent: Extent) -> str | None:
    if edtf[:1] in {"[", "{"}:
        items = [_single_words(part.strip()) for part in edtf[1:-1].split(",")]
        joiner = " or " if edtf[0] == "[" else " and "
        known = [item for item in items if item is not None]
        if len(known) < len(items):
            return None
        return joiner.join(
            [*(_without_shared_end(one, known[-1]) for one in known[:-1]), known[-1]]
        )
    first_text, slash, last_text = edtf.partition("/")
    if not slash:
        return _single_words(edtf)
    first, last = _single_words(first_text), _single_words(last_text)
    if first_text in {"", ".."}:
        return last and f"until {last}"
    if last_text in {"", ".."}:
        return first and f"since {first}"
    if first is None or last is None:
        return None
    first = _without_shared_end(first, last)
    if extent is Extent.BETWEEN:
        return f"between {first} and {last}"
    return f"{first} – {last}" if " " in first else f"{first}–{last}"


def _without_shared_end(first: str, last: str) -> str:
    """Gives the first of two dates without the month and year that it shares with the last."""
    first_words, last_words = first.split(), last.split()
    if len(first_words) == len(last_words) and first != last:
        while first_words[-1] == last_words[-1]:
            del first_words[-1], last_words[-1]
    return " ".join(first_words)


def _single_words(edtf: str) -> str | None:
    match = _SIMPLE.fullmatch(edtf)
    if match is None:
        return None
    year_text, month_text, day_text = match.groups()
    if year_text.endswith("XX") and year_text != "XXXX":
        return None if month_text else _century_words(int(year_text[:-2]), year_text[0] == "-")
    if year_text.endswith("X") and year_text != "XXXX":
        return None if month_text else f"{year_text[:-1]}0s"
    year = ""
    if year_text != "XXXX":
        number = int(year_text)
        year = f" {number}" if number > 0 else f" {1 - number} BCE"
    if month_text is None:
        return year.strip() or None
    month = int(month_text)
    if month > 12:
        return f"{_SEASONS[month - 21]}{year}" if 21 <= month <= 24 else None
    words = f"{_MONTHS[month - 1]}{year}"
    return words if day_text is None else f"{int(day_text)} {words}"


def _century_words(hundreds: int, before_era: bool) -> str:
    number = abs(hundreds) + 1
    teen = 10 <= number % 100 <= 20
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix} century{' BCE' if before_era else ''}"
