"""Phrases that name several dates or one date twice: days of a month, lists, both calendars."""

import re
from collections.abc import Sequence

from archivist.domain.dates import Extent
from archivist.finding.date_drafts import Draft, extent_of, form_of, is_between, slice_of, span
from archivist.finding.date_grammar import Grammar
from archivist.finding.date_roles import Role, Token
from archivist.finding.date_values import Point, point_of

_FIGURES = frozenset({Role.SMALL, Role.ORDINAL, Role.ORDINAL_WORD})
_MONTHS = frozenset({Role.MONTH, Role.SHORT_MONTH})
_YEARS = frozenset({Role.YEAR, Role.NAMED_YEAR})
_SLASHED_DAYS = 3  # at most between two days that a slash parts: "8./9. Mai"
# Days by which the Julian calendar has lagged behind the Gregorian one since 1582.
_CALENDARS_APART = range(10, 14)


def read_double(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads a date of both calendars; its value is the Gregorian one, the later of the two."""
    tokens = parts[match.start() : match.end()]
    days = [int(part.value or 0) for part in tokens if part.role in _FIGURES]
    months = [int(part.value or 0) for part in tokens if part.role in _MONTHS]
    years = [int(part.value or 0) for part in tokens if part.role in _YEARS]
    if len(days) != 2 or not 1 <= len(months) <= 2 or len(years) > 2:
        return None
    year = years[-1] if years else None
    if len(months) == 1:
        months = months * 2
        if abs(days[1] - days[0]) not in _CALENDARS_APART:
            return None
    points = [Point(year, month, day) for month, day in zip(months, days, strict=True)]
    if len(years) == 2:
        points = [point.in_year(number) for point, number in zip(points, years, strict=True)]
    earlier, later = sorted(points, key=_order)
    if (earlier.month, later.month) == (1, 12):
        earlier, later = later, earlier
    if not _is_calendar_pair(earlier, later):
        return None
    start, end = span(match, parts)
    return Draft(start, end, (later,))


def _order(point: Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or 0, point.day or 0


def _is_calendar_pair(earlier: Point, later: Point) -> bool:
    """Says whether two days can be the same one; months count 30 days, give or take one."""
    months = ((later.month or 0) - (earlier.month or 0)) % 12
    days = months * 30 + (later.day or 0) - (earlier.day or 0)
    return _CALENDARS_APART.start - 2 <= days <= _CALENDARS_APART.stop + 1


def read_days(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads several days of one month: 19–20 September, 24 and 27 September, September 19–20."""
    named = [part for part in slice_of(match, parts, "days") if part.role in _FIGURES]
    days = [int(part.value or 0) for part in (*named, parts[match.start("last")])]
    inside = range(match.start("days"), match.end("last"))
    rest = [parts[place] for place in range(match.start(), match.end()) if place not in inside]
    head = point_of([part for part in rest if part.role != Role.BETWEEN], rules)
    if head is None or head.month is None or head.day is not None:
        return None
    between = is_between(match)
    form = form_of(match, between=between)
    if days != sorted(set(days)) or (form == "/" and len(days) > 2):
        return None
    slashed = parts[match.start("last") - 1].role == Role.SLASH
    if slashed and days[-1] - days[0] > _SLASHED_DAYS:
        return None
    points = tuple(Point(head.year, head.month, day) for day in days)
    start, end = span(match, parts)
    return Draft(start, end, points, form, extent=extent_of(match, between=between))


def read_short_years(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads 1914–18. With a hyphen, what can be a month (2001-05) is left alone."""
    tokens = list(parts[match.start() : match.end()])
    place = next(index for index, part in enumerate(tokens) if part.role == Role.YEAR)
    first, sign, second = tokens[place : place + 3]
    if first.end != sign.start or sign.end != second.start:
        return None
    year, short = int(first.value or 0), int(second.value or 0)
    if second.end - second.start < 2:  # 1941–2
        if sign.value != "–":
            return None
        short += year % 100 - year % 10
    if second.role == Role.YEAR and short // 100 == year // 100:
        short %= 100  # 1966/1967
    if short <= year % 100 or short > 99:
        return None
    marked = place > 0 or len(tokens) > place + 3
    if second.end - second.start == 2 and short <= 12 and sign.value in {"-", "/"} and not marked:
        return None
    points = (Point(year), Point(year - year % 100 + short))
    start, end = span(match, parts)
    return Draft(start, end, points, "/", is_marked=marked)


def read_centuries(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads several centuries or decades after or before one word for them."""
    tokens = parts[match.start() : match.end()]
    if match.group().startswith(Role.DECADE_WORD):
        return _decades(match, parts)
    numbers = [int(part.value or 0) for part in tokens if part.role in "oORn"]
    before_era = any(part.role == Role.BEFORE_ERA for part in tokens)
    if len(numbers) != 2 or not 0 < numbers[0] < numbers[1] <= 21 or before_era:
        return None
    points = tuple(Point((number - 1) * 100, hidden=2) for number in numbers)
    start, end = span(match, parts)
    return Draft(start, end, points, "{" if match["and"] else "/")


def _decades(match: re.Match[str], parts: Sequence[Token]) -> Draft | None:
    """Reads several decades after one word: "années 1920 et 1930"."""
    tokens = parts[match.start() : match.end()]
    years = [int(part.value or 0) for part in tokens if part.role in "ykn#"]
    if len(years) != 2 or years[0] >= years[1] or any(year % 10 or year < 20 for year in years):
        return None
    points = tuple(Point(year, hidden=1, is_short=year < 100) for year in years)
    start, end = span(match, parts)
    return Draft(start, end, points, "{" if match["and"] else "/")


def read_list(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads several years, or several months of one year."""
    tokens = parts[match.start() : match.end()]
    years = [int(part.value or 0) for part in tokens if part.role in _YEARS]
    months = [int(part.value or 0) for part in tokens if part.role in _MONTHS]
    if months:
        points = tuple(Point(years[0] if years else None, month) for month in months)
    else:
        points = tuple(Point(year) for year in years)
    order = [(point.year or 0, point.month or 0) for point in points]
    if order != sorted(set(order)) or (months and len(years) != 1):
        return None
    start, end = span(match, parts)
    groups = match.groupdict()
    form = "/" if Role.SLASH in match.group() else "[" if groups.get("or") else "{"
    extent = Extent.SPAN if form == "{" else Extent.BETWEEN
    return Draft(start, end, points, form, extent=extent, is_marked=True)


def read_partial(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads 27–28.5.1918 and 27.5–4.6.1918."""
    first, *_, whole = parts[match.start() : match.end()]
    last = point_of([whole], rules)
    if last is None or last.day is None or last.month is None:
        return None
    if first.role == Role.PARTIAL:
        day, month = (int(number) for number in str(first.value).split("."))
    else:
        day, month = int(first.value or 0), last.month
    if (month, day) >= (last.month, last.day):
        return None
    start, end = span(match, parts)
    return Draft(start, end, (Point(last.year, month, day), last), "/")
