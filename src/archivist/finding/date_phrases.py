"""What a phrase says, before a missing year is filled in; each match becomes a draft."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archivist.domain.dates import Extent, Modifier
from archivist.finding.date_grammar import Grammar, Phrase
from archivist.finding.date_roles import Opening, Role, Token
from archivist.finding.date_values import Point, Shift, point_of, shift_of

_NARROWING = frozenset({Modifier.START, Modifier.MID, Modifier.END})
_FIGURES = frozenset({Role.SMALL, Role.ORDINAL, Role.ORDINAL_WORD})
_MONTHS = frozenset({Role.MONTH, Role.SHORT_MONTH})
_YEARS = frozenset({Role.YEAR, Role.NAMED_YEAR})
# Days by which the Julian calendar has lagged behind the Gregorian one since 1582.
_CALENDARS_APART = range(10, 14)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a phrase says.

    `form` tells how its points belong together, in EDTF's signs: "/" for an interval, "{" for all
    of them, "[" for one of them, "" for a single one. `lead` is the number of code points before
    the date proper ("before "); `first` and `last` are the places of its parts among the tokens.
    """

    start: int
    end: int
    points: tuple[Point, ...] = ()
    form: str = ""
    modifier: Modifier | None = None
    half: int = 0
    approximate: bool = False
    opening: Opening | None = None
    extent: Extent = Extent.SPAN
    lead: int = 0
    shift: Shift | None = None
    is_marked: bool = False  # a word or an ending shows that its years are years
    first: int = 0
    last: int = 0

    @property
    def year(self) -> int | None:
        """The last year that its words name, None if none; decades and centuries do not count."""
        years = [point.year for point in self.points if not point.hidden and point.year is not None]
        return years[-1] if years else None

    @property
    def lacks_year(self) -> bool:
        """Whether no year is written anywhere in it."""
        return all(point.year is None for point in self.points)

    @property
    def is_bare(self) -> bool:
        """Whether it holds only years, or one month with nothing beside it."""
        if self.shift is not None:
            return False
        years = all(point.month is None and not point.hidden for point in self.points)
        (first, *others) = self.points
        return years or (not others and first.year is None and first.day is None)


def draft_of(
    match: re.Match[str], phrase: Phrase, parts: Sequence[Token], rules: Grammar
) -> Draft | None:
    """Gives what a match says; None where its parts contradict each other or name nothing."""
    reader = _READERS[phrase]
    draft = reader(match, parts, rules)
    if draft is None:
        return None
    first, last = draft.first or match.start(), draft.last or match.end()
    return replace(draft, first=first, last=last)


def _span(
    match: re.Match[str], parts: Sequence[Token], start: int | None = None
) -> tuple[int, int]:
    first = match.start() if start is None else start
    # A mark without width that begins or ends a match says nothing of its own.
    return parts[first].start, parts[match.end() - 1].end


def _slice(match: re.Match[str], parts: Sequence[Token], name: str) -> Sequence[Token]:
    return parts[match.start(name) : match.end(name)]


def _form(match: re.Match[str], *, between: bool) -> str:
    if match["or"]:
        return "["
    return "{" if match["and"] and not between else "/"


def _is_between(match: re.Match[str]) -> bool:
    return match["between"] is not None or "Q" in match["after"]


def _extent(match: re.Match[str], *, between: bool) -> Extent:
    return Extent.BETWEEN if between or match["or"] else Extent.SPAN


def _double(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
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
    start, end = _span(match, parts)
    return Draft(start, end, (later,))


def _order(point: Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or 0, point.day or 0


def _is_calendar_pair(earlier: Point, later: Point) -> bool:
    """Says whether two days can be the same one; months count 30 days, give or take one."""
    months = ((later.month or 0) - (earlier.month or 0)) % 12
    days = months * 30 + (later.day or 0) - (earlier.day or 0)
    return _CALENDARS_APART.start - 2 <= days <= _CALENDARS_APART.stop + 1


def _days(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads several days of one month: 19–20 September, 24 and 27 September, September 19–20."""
    named = [part for part in _slice(match, parts, "days") if part.role in _FIGURES]
    days = [int(part.value or 0) for part in (*named, parts[match.start("last")])]
    inside = range(match.start("days"), match.end("last"))
    rest = [
        part
        for place, part in enumerate(parts[: match.end()])
        if place >= match.start() and place not in inside
    ]
    head = point_of([part for part in rest if part.role != Role.BETWEEN], rules)
    if head is None or head.month is None or head.day is not None:
        return None
    between = _is_between(match)
    form = _form(match, between=between)
    if days != sorted(set(days)) or (form == "/" and len(days) > 2):
        return None
    points = tuple(Point(head.year, head.month, day) for day in days)
    start, end = _span(match, parts)
    return Draft(start, end, points, form, extent=_extent(match, between=between))


def _short_years(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    """Reads 1914–18. With a hyphen, what can be a month (2001-05) is left alone."""
    tokens = list(parts[match.start() : match.end()])
    place = next(index for index, part in enumerate(tokens) if part.role == Role.YEAR)
    first, sign, second = tokens[place : place + 3]
    if first.end != sign.start or sign.end != second.start or second.end - second.start < 2:
        return None
    year, short = int(first.value or 0), int(second.value or 0)
    if second.role == Role.YEAR and short // 100 == year // 100:
        short %= 100  # 1966/1967
    if short <= year % 100 or short > 99:
        return None
    marked = place > 0 or len(tokens) > place + 3
    if short <= 12 and sign.value in {"-", "/"} and not marked:
        return None
    points = (Point(year), Point(year - year % 100 + short))
    start, end = _span(match, parts)
    return Draft(start, end, points, "/", is_marked=marked)


def _centuries(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    tokens = parts[match.start() : match.end()]
    numbers = [int(part.value or 0) for part in tokens if part.role in "oORn"]
    before_era = any(part.role == Role.BEFORE_ERA for part in tokens)
    if len(numbers) != 2 or not 0 < numbers[0] < numbers[1] <= 21 or before_era:
        return None
    points = tuple(Point((number - 1) * 100, hidden=2) for number in numbers)
    start, end = _span(match, parts)
    return Draft(start, end, points, "{" if match["and"] else "/")


def _list(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
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
    start, end = _span(match, parts)
    form = "[" if match["or"] else "{"
    extent = Extent.BETWEEN if match["or"] else Extent.SPAN
    return Draft(start, end, points, form, extent=extent, is_marked=True)


def _partial(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
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
    start, end = _span(match, parts)
    return Draft(start, end, (Point(last.year, month, day), last), "/")


def _range(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    first = point_of(_slice(match, parts, "a"), rules)
    last = point_of(_slice(match, parts, "z"), rules)
    between = _is_between(match)
    if first is None or last is None or _form(match, between=between) != "/":
        return None
    if first.hidden != last.hidden or (first.month is None) != (last.month is None):
        return None
    if first.hidden and first.year == last.year:
        return None
    first, last = _with_both_years(first, last)
    start, end = _span(match, parts, None if match["between"] else match.start("core"))
    roles = match.group()
    return Draft(
        start,
        end,
        (first, last),
        "/",
        extent=_extent(match, between=between),
        is_marked=any(role in roles for role in "wWgzG"),
    )


def _with_both_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Gives the ends of a range, where one has its year from the other."""
    turns = (last.month or 0, last.day or 31) < (first.month or 0, first.day or 1)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - turns, is_short=last.is_short)
    elif first.year is not None and last.year is None:
        last = replace(last, year=first.year + turns, is_short=first.is_short)
    return first, last


def _relative(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    tokens = parts[match.start() : match.end()]
    shift = shift_of(tokens)
    if shift is None:
        return None
    if any(part.role == Role.YEAR_WORD and part.end - part.start < 3 for part in tokens):
        return None  # "за р. Марну": a river
    modifier = next(
        (
            Modifier(str(p.value))
            for p in tokens
            if p.role in {Role.NARROWING, Role.NARROWING_AFTER}
        ),
        None,
    )
    half = next((int(part.value or 0) for part in tokens if part.role == Role.HALF), 0)
    start, end = _span(match, parts)
    return Draft(start, end, modifier=modifier, half=half, shift=shift)


def _single(match: re.Match[str], parts: Sequence[Token], rules: Grammar) -> Draft | None:
    tokens = _slice(match, parts, "point")
    point = point_of(tokens, rules)
    if point is None:
        return None
    first = match.start()
    opening: Opening | None = None
    modifier: Modifier | None = None
    half = 0
    approximate = match["about"] is not None
    if match["open"]:
        opening = Opening(str(parts[match.start("open")].value))
    if match["narrow"]:
        part = parts[match.start("narrow")]
        if part.role == Role.HALF:
            half = int(part.value or 0)
        else:
            modifier = Modifier(str(part.value))
    for part in _slice(match, parts, "after"):
        if part.role == Role.OPENING_AFTER:
            opening = Opening(str(part.value))
        elif part.role == Role.LATER:
            opening = Opening.AFTER if part.value == 1 else Opening.BEFORE
        elif part.role == Role.NARROWING_AFTER:
            modifier = Modifier(str(part.value))
        elif part.role == Role.ABOUT_AFTER:
            approximate = True
        elif part.role == Role.HALF_AFTER:
            half = int(part.value or 0)
    if modifier in _NARROWING or half:
        if point.day is not None or (half and point.month is not None):
            return None
        if opening is Opening.BY:
            opening = None
        if opening is None and match["narrow"]:
            first = match.start("narrow")
    if opening is not None and (modifier is not None or half):
        # Both cannot be said in one value; the open end of the whole month or year holds in
        # any case.
        at_or_before = opening in {Opening.BEFORE, Opening.UNTIL}
        opening, modifier, half = (Opening.UNTIL if at_or_before else Opening.SINCE), None, 0
    if not (match["open"] and opening) and not match["narrow"]:
        first = match.start("about") if match["about"] else match.start("point")
    start, end = _span(match, parts, first)
    if opening is None and modifier is None and not half and not match["after"].strip("F"):
        end = parts[match.end("point") - 1].end
    return Draft(
        start,
        end,
        (point,),
        modifier=modifier,
        half=half,
        approximate=approximate,
        opening=opening,
        lead=parts[match.start("point")].start - start,
        is_marked=any(part.role in "wWgzGdDcjF" for part in tokens),
        first=first,
        last=match.end(),
    )


_READERS = {
    Phrase.DOUBLE: _double,
    Phrase.DAYS: _days,
    Phrase.SHORT_YEARS: _short_years,
    Phrase.LIST: _list,
    Phrase.PARTIAL: _partial,
    Phrase.CENTURIES: _centuries,
    Phrase.RANGE: _range,
    Phrase.RELATIVE: _relative,
    Phrase.SINGLE: _single,
}
