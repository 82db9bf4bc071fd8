"""The years that nobody wrote, and the dates that a text gives only by way of another."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archivist.domain.calendar import civil, day_count, exists
from archivist.domain.dates import Certainty, Modifier, UncertainDate, bounds, from_edtf
from archivist.domain.errors import InvalidValueError
from archivist.finding.date_drafts import Draft
from archivist.finding.date_roles import Opening, Unit
from archivist.finding.date_values import Point, Shift

_MONTHS_BACK = 10
_LONGEST_SPAN = 3  # years of a range whose own year a date without one may have
_OUTLYING = 5  # years by which a year apart from its neighbours is only mentioned in passing
_YEARS_ON = 20  # from the document's year within which a year of two digits lies


Made = tuple[UncertainDate, tuple[Point, ...]]
"""A date and the points that it was made of, their years filled in."""


@dataclass(slots=True)
class Thread:
    """What a text has said so far that the next date can lean on."""

    document: UncertainDate | None = None
    named: list[int] = field(default_factory=list)  # years of the last date with one, last first
    earlier: list[int] = field(default_factory=list)  # the same of the one before
    before: UncertainDate | None = None  # the last date with a written year
    anchor: Point | None = None  # the last point of the last date, whatever gave its year

    def follow(self, draft: Draft, points: Sequence[Point], date: UncertainDate) -> None:
        """Takes a date in."""
        if draft.year is not None:
            years = _years(draft)
            if years != self.named:
                self.earlier, self.named = self.named, years
            self.before = date
        last = points[-1]
        if self._moves_on(draft, last):
            self.named = [last.year or 0]
        if last.year is not None and not last.hidden:
            self.anchor = last

    def _moves_on(self, draft: Draft, last: Point) -> bool:
        """Says whether a date without a year leads to a later one: "the next year", or January."""
        if last.year is None or len(self.named) != 1 or draft.year is not None:
            return False
        if draft.shift is not None and draft.shift.from_document:
            return False
        return self.named[0] < last.year <= self.named[0] + _LONGEST_SPAN and not last.hidden

    def years(self, later: int | None) -> list[int]:
        """Gives the years that a date without one can have, the likeliest first.

        A year that lies far from those before and after it, which agree, is one mentioned in
        passing. `later` is the next year that the text names.
        """
        if self.named and self.earlier and later is not None:
            last, earlier = self.named[0], self.earlier[0]
            if min(abs(last - earlier), abs(last - later)) >= _OUTLYING > abs(later - earlier):
                return [*self.earlier, *self.named]
        return self.named


def dated(
    draft: Draft, words: str, thread: Thread, follower_year: int | None, later: int | None
) -> Made | None:
    """Gives the date of a draft and the points it was made of; None for one that does not exist."""
    if draft.shift is not None:
        return _shifted(draft, draft.shift, words, thread)
    if any(point.is_short for point in draft.points):
        return _of_short_years(draft, words, thread)
    if draft.lacks_year:
        named = [_turned(draft, year, thread.anchor) for year in thread.years(later)]
        years = [follower_year, *named, only_year(thread.document)]
        within = thread.before if len(thread.named) > 1 and follower_year is None else None
        return _inferred(draft, words, [year for year in years if year is not None], within)
    date = valued(draft, draft.points, words)
    return None if date is None else (date, draft.points)


def only_year(date: UncertainDate | None) -> int | None:
    """Gives the year of a date that lies within one year."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest[:-6], date.latest[:-6]
    return int(first) if first == last else None


def _years(draft: Draft) -> list[int]:
    """Gives the years that a date names, the last first, with those between the ends of a range."""
    years = [point.year for point in draft.points if not point.hidden and point.year is not None]
    first, last = min(years), max(years)
    return list(range(last, first - 1, -1)) if last - first <= _LONGEST_SPAN else [last]


def _inferred(
    draft: Draft, text: str, years: Sequence[int], span: UncertainDate | None
) -> Made | None:
    """Makes a date of the first year that puts it within a span, else that it can lie in.

    Without such a year the date has no bounds; None for a day that no year has (31 April).
    """
    possible = []
    for year in years:
        points = tuple(point.in_year(year) for point in draft.points)
        if draft.form == "/" and (points[0].month or 0) > (points[-1].month or 0):
            points = (points[0], points[-1].in_year(year + 1))
        date = valued(draft, points, text, Certainty.INFERRED)
        if date is not None:
            possible.append((date, points))
    for date, points in possible if span else ():
        if _lies_within(date, span):
            return date, points
    if possible:
        return possible[0]
    date = valued(draft, draft.points, text, Certainty.QUESTIONABLE)
    return None if date is None else (date, draft.points)


def _turned(draft: Draft, year: int, anchor: Point | None) -> int:
    """Gives the next year to a date early in the year, where the one before was late in the last.

    A story goes on from December to January, and seldom back by a year.
    """
    month = draft.points[0].month
    if anchor is None or anchor.month is None or anchor.year != year or month is None:
        return year
    return year + (anchor.month <= 12 and month <= 12 and anchor.month - month >= _MONTHS_BACK)


def _lies_within(date: UncertainDate, span: UncertainDate | None) -> bool:
    if span is None:
        return False
    (first, last), (earliest, latest) = bounds(date), bounds(span)
    if first is None or last is None or earliest is None or latest is None:
        return False
    return earliest <= first and last <= latest


def _of_short_years(draft: Draft, text: str, thread: Thread) -> Made | None:
    """Gives years of two digits the century of the text, else of the document, else the 20th."""
    known = thread.anchor.year if thread.anchor is not None else None
    if known is None:
        known = only_year(thread.document)
    points = tuple(
        point.in_year(_nearest(point.year or 0, known)) if point.is_short else point
        for point in draft.points
    )
    date = valued(draft, points, text, Certainty.INFERRED)
    return None if date is None else (date, points)


def _nearest(short: int, known: int | None) -> int:
    if known is None:
        return 1900 + short
    year = known - known % 100 + short
    return year - 100 if year > known + _YEARS_ON else year


def _shifted(draft: Draft, shift: Shift, text: str, thread: Thread) -> Made | None:
    """Reads "the next day" and "two weeks later" from the date before; None where there is none."""
    anchor = _document_point(thread.document) if shift.from_document else thread.anchor
    if anchor is None or anchor.year is None:
        return None
    point = _moved(anchor, shift)
    if point is None:
        return None
    bare = replace(draft, points=(point,))
    date = valued(bare, (point,), text, Certainty.INFERRED)
    return None if date is None else (date, (point,))


def _document_point(date: UncertainDate | None) -> Point | None:
    if date is None or date.earliest is None or date.latest is None:
        return None
    year = only_year(date)
    if year is None:
        return None
    if date.earliest == date.latest:
        return Point(year, int(date.earliest[-5:-3]), int(date.earliest[-2:]))
    return Point(year)


def _moved(anchor: Point, shift: Shift) -> Point | None:
    """Moves a point; None where it is known less finely than what is counted."""
    year, month, day = anchor.year or 0, anchor.month, anchor.day
    if shift.month is not None:
        return _month_or_season(anchor, shift, shift.month)
    match shift.unit:
        case Unit.YEAR:
            return Point(year + shift.count)
        case Unit.MONTH if month is not None and month <= 12:
            years, index = divmod(month - 1 + shift.count, 12)
            return Point(year + years, index + 1, shift.day)
        case Unit.DAY | Unit.WEEK if month is not None and day is not None and month <= 12:
            days = shift.count * (7 if shift.unit is Unit.WEEK else 1)
            return _days_on(year, month, day, days)
        case _:
            return None


def _days_on(year: int, month: int, day: int, days: int) -> Point | None:
    if not exists(year, month, day):
        return None
    return Point(*civil(day_count(year, month, day) + days))


def _month_or_season(anchor: Point, shift: Shift, named: int) -> Point:
    """Finds the spring or the May that is meant: of the named year, or the next one from here."""
    year = anchor.year or 0
    if shift.unit is Unit.YEAR:
        return Point(year + shift.count, named, shift.day)
    month = anchor.month
    if shift.count and month is not None:
        here = month if named <= 12 or month > 12 else _season_of(month)
        if shift.count > 0:
            return Point(year + (named <= here), named)
        return Point(year - (named >= here), named)
    return Point(year + shift.count, named)


def _season_of(month: int) -> int:
    """Gives EDTF's number for the season of a month; January and February end a winter."""
    return 20 if month < 3 else 20 + month // 3


def valued(
    draft: Draft, points: tuple[Point, ...], text: str, certainty: Certainty | None = None
) -> UncertainDate | None:
    """Makes the date of some points; None for one that does not exist."""
    values = [point.edtf for point in points]
    modifier = draft.modifier
    if draft.form in {"{", "["}:
        edtf = draft.form + ",".join(values) + {"{": "}", "[": "]"}[draft.form]
    elif draft.form == "/":
        edtf = "/".join(values)
    elif draft.half:
        edtf = _half(points[0], draft.half)
    else:
        edtf = values[0] + ("~" if draft.approximate else "")
    if draft.form in {"", "/"}:
        match draft.opening:
            case Opening.BEFORE:
                modifier = Modifier.BEFORE
            case Opening.AFTER:
                modifier = Modifier.AFTER
            case Opening.SINCE:
                edtf = f"{edtf.partition('/')[0]}/.."
            case Opening.UNTIL | Opening.BY:
                edtf = f"../{edtf.rpartition('/')[2]}"
            case None if draft.approximate:
                modifier = Modifier.APPROXIMATE
    try:
        return from_edtf(
            edtf, text=text, modifier=modifier, certainty=certainty, extent=draft.extent
        )
    except InvalidValueError:
        return None


def _half(point: Point, half: int) -> str:
    """Gives half a year, decade or century as an interval."""
    year = point.year or 0
    if point.hidden:
        length = 10**point.hidden // 2
        first = year + (half - 1) * length
        return f"{Point(first).edtf}/{Point(first + length - 1).edtf}"
    months = (1, 6) if half == 1 else (7, 12)
    return "/".join(Point(point.year, month).edtf for month in months)
