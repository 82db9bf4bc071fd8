"""Phrases that say a date, before a missing year is filled in; each match becomes a draft."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from archivist.domain.dates import Extent, Modifier
from archivist.finding.date_grammar import Grammar, Phrase, Point, leading, point_of
from archivist.finding.vocabulary import Opening

_NARROWING = frozenset({Modifier.START, Modifier.MID, Modifier.END})


@dataclass(frozen=True, slots=True)
class Draft:
    """What a phrase says.

    `form` tells how its points belong together, in EDTF's signs: "/" for an interval, "{" for all
    of them, "[" for one of them, "" for a single one. `lead` is the number of code points before
    the date proper ("before ").
    """

    start: int
    end: int
    points: tuple[Point, ...]
    form: str = ""
    modifier: Modifier | None = None
    approximate: bool = False
    opening: Opening | None = None
    extent: Extent = Extent.SPAN
    lead: int = 0

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
        years = all(point.month is None and not point.hidden for point in self.points)
        (first, *others) = self.points
        return years or (not others and first.year is None and first.day is None)


def draft_of(match: re.Match[str], phrase: Phrase, rules: Grammar) -> Draft | None:
    """Gives what a match says; None where its parts contradict each other or name nothing."""
    match phrase:
        case Phrase.DAYS:
            return _days(match, rules)
        case Phrase.SHORT_YEARS:
            return _short_years(match)
        case Phrase.RANGE:
            return _range(match, rules)
        case Phrase.SINGLE:
            return _single(match, rules)


def _form(parts: Mapping[str, str | None]) -> str:
    if parts.get("either"):
        return "["
    return "{" if parts.get("join") and not parts.get("between") else "/"


def _extent(parts: Mapping[str, str | None]) -> Extent:
    return Extent.BETWEEN if parts.get("between") or parts.get("either") else Extent.SPAN


def _days(match: re.Match[str], rules: Grammar) -> Draft | None:
    """Reads several days of one month: 19–20 September, 24 and 27 September, September 19–20."""
    parts = match.groupdict()
    month = rules.month_numbers[parts["m"].lower().rstrip(".")]
    year = None if parts["y"] is None else int(parts["y"])
    days = [leading(text) for text in re.split(r",\s*", parts["days"])] + [leading(parts["day"])]
    form = _form(parts)
    if days != sorted(set(days)) or (form == "/" and len(days) > 2):
        return None
    points = tuple(Point(year, month, day) for day in days)
    return Draft(match.start(), match.end(), points, form, extent=_extent(parts))


def _short_years(match: re.Match[str]) -> Draft | None:
    """Reads 1914–18. With a hyphen, what can be a month (2001-05) is left alone."""
    year, short = int(match["y"]), int(match["short"])
    if short <= year % 100 or (short <= 12 and match["sign"] == "-"):
        return None
    points = (Point(year), Point(year - year % 100 + short))
    return Draft(match.start(), match.end(), points, "/")


def _range(match: re.Match[str], rules: Grammar) -> Draft | None:
    parts = match.groupdict()
    first, last = point_of(match, "a", rules), point_of(match, "b", rules)
    if first is None or last is None or _form(parts) != "/":
        return None
    if first.hidden or last.hidden or (first.month is None) != (last.month is None):
        return None
    first, last = _with_both_years(first, last)
    extent = _extent(parts)
    return Draft(match.start(), match.end(), (first, last), "/", extent=extent)


def _with_both_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Gives the ends of a range, where one has its year from the other."""
    turns = (last.month or 0, last.day or 31) < (first.month or 0, first.day or 1)
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - turns)
    elif first.year is not None and last.year is None:
        last = last.in_year(first.year + turns)
    return first, last


def _single(match: re.Match[str], rules: Grammar) -> Draft | None:
    point = point_of(match, "a", rules)
    if point is None:
        return None
    start = match.start()
    opening = rules.openings.get(_words(match["opening"]))
    modifier = rules.modifiers.get(_words(match["modifier"]))
    approximate = match["approximate"] is not None
    if modifier in _NARROWING:
        if point.day is not None:
            return None
        if opening is Opening.BY:
            opening = None
        if opening is None:
            start = match.start("modifier")
    if opening is not None and modifier is not None:
        # Both cannot be said in one value; the open end of the whole month or year holds in
        # any case.
        at_or_before = opening in {Opening.BEFORE, Opening.UNTIL}
        opening, modifier = (Opening.UNTIL if at_or_before else Opening.SINCE), None
    if opening is None and modifier is None:
        start = match.start("approximate") if approximate else match.start("point")
    return Draft(
        start,
        match.end(),
        (point,),
        modifier=modifier,
        approximate=approximate,
        opening=opening,
        lead=match.start("point") - start,
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").lower().split())
