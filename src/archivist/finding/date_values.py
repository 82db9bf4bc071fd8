"""The values that the parts of a date have, in whatever order a language puts them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archivist.finding.date_grammar import Grammar
from archivist.finding.date_roles import Role, Token, Unit

_LAST_CENTURY = 21
_ROMAN = re.compile(r"(\d+)\.[ ]?([IVX]+)\.[ ]?(\d+)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMERIC = re.compile(r"(\d+)([./-])[ ]?(\d+)[./-][ ]?(\d+)")


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year, decade or century; the year is None where it is not written.

    `hidden` is how many of a year's last digits are unknown: 1 for a decade, 2 for a century.
    `is_short` marks a year of which only the last two digits are written.
    """

    year: int | None
    month: int | None = None  # 21–24 are EDTF's seasons
    day: int | None = None
    hidden: int = 0
    is_short: bool = False

    @property
    def edtf(self) -> str:
        """The point as EDTF; XXXX stands for a year that nobody wrote."""
        if self.year is None:
            year = "XXXX"
        else:
            year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        if self.hidden:
            year = year[: -self.hidden] + "X" * self.hidden
        parts = [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    def in_year(self, year: int) -> "Point":
        """The same day or month in a year."""
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a relative date lies from the one before, or from the document's own date.

    `month` is the month or season that it names itself ("January of the next year").
    """

    unit: Unit | None
    count: int
    month: int | None = None
    day: int | None = None
    from_document: bool = False
    is_fixed: bool = False  # "the next year", not "a year later"


def point_of(tokens: Sequence[Token], rules: Grammar) -> Point | None:
    """Gives the value of a date's parts; None where they name nothing.

    Days and months are not checked against the calendar here.
    """
    day = month = year = None
    before_era = any(part.role == Role.BEFORE_ERA for part in tokens)
    has_era = before_era or any(part.role == Role.AFTER_ERA for part in tokens)
    roles = "".join(part.role for part in tokens)
    if Role.NUMERIC in roles:
        return _numeric(str(tokens[roles.index(Role.NUMERIC)].value), rules)
    if Role.CENTURY in roles and (Role.DECADE in roles or Role.DECADE_WORD in roles):
        return _decade_of_century(tokens, roles)
    if Role.CENTURY in roles:
        return _century(tokens, before_era=before_era)
    if roles == Role.PARTIAL:
        day, month = (int(number) for number in str(tokens[0].value).split("."))
        return Point(None, month, day)
    is_decade_of_years = Role.DECADE_YEARS in roles and Role.SEASON not in roles
    if Role.DECADE in roles or Role.DECADE_WORD in roles or is_decade_of_years:
        return _decade(tokens)
    figures: list[int] = []
    is_short = False
    for part in tokens:
        number = part.value if isinstance(part.value, int) else 0
        match part.role:
            case Role.MONTH | Role.SHORT_MONTH | Role.SEASON:
                if month is not None and month != number:
                    return None  # "September/October" is no name of one month
                month = number
            case Role.YEAR | Role.NAMED_YEAR:
                year = year or number
            case Role.FIGURE if year is None:
                year, is_short = number, number < 100 and not has_era
            case Role.SMALL | Role.ORDINAL | Role.ORDINAL_WORD:
                figures.append(number)
            case _:
                pass
    if year is None and figures and (has_era or month is None):
        year = figures.pop()  # "15 March 44 BC": the last figure is the year
    if figures:
        day = figures[0]
    if year is not None and before_era:
        year = 1 - year
    if month is not None and month > 12:
        day = None
    return Point(year, month, day, is_short=is_short)


def _numeric(text: str, rules: Grammar) -> Point | None:
    """Reads 24.09.2023 and 9/24/2023, in the order of the language or where only one can be."""
    table = rules.lexicon.table
    if match := _ROMAN.fullmatch(text):
        return Point(int(match[3]), _ROMANS.index(match[2]) + 1, int(match[1]))
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, second, third = (int(match[place]) for place in (1, 3, 4))
    if len(match[1]) == 4:
        return Point(first, second, third)
    is_short = len(match[4]) == 2
    day_first = table.day_first
    if match[2] != "/" and not is_short:
        day_first = True
    if first > 12:
        day_first = True
    elif second > 12:
        if match[2] == ".":
            return None
        day_first = False
    if day_first is None and first != second:
        return None  # 03/04/2023 is March in one country and April in another
    day, month = (second, first) if day_first is False else (first, second)
    return Point(third, month, day, is_short=is_short)


def _century(tokens: Sequence[Token], *, before_era: bool) -> Point | None:
    numbers = [int(part.value or 0) for part in tokens if part.role in "oORn#"]
    number = numbers[0] if numbers else 0
    if not 1 <= number <= _LAST_CENTURY:
        return None
    if before_era:
        # -04XX, the years -499 to -400, is EDTF's form for the 5th century BCE.
        return Point(-(number - 1) * 100, hidden=2) if number > 1 else None
    return Point((number - 1) * 100, hidden=2)


def _decade_of_century(tokens: Sequence[Token], roles: str) -> Point | None:
    """Reads "the fifties of the 20th century"."""
    place = roles.index(Role.DECADE if Role.DECADE in roles else Role.DECADE_WORD)
    after = 1 if roles[place] == Role.DECADE else 2
    decade, century = (
        _decade(tokens[: place + after]),
        _century(tokens[place + after :], before_era=False),
    )
    if decade is None or century is None or not decade.is_short:
        return None
    return Point((century.year or 0) + (decade.year or 0), hidden=1)


def _decade(tokens: Sequence[Token]) -> Point | None:
    number = next((int(part.value) for part in tokens if isinstance(part.value, int)), 0)
    if number % 10 or number < 20:
        return None
    return Point(number, hidden=1, is_short=number < 100)


_BY_ROLE = {
    Role.YEAR_WORD: Unit.YEAR,
    Role.YEAR_AHEAD: Unit.YEAR,
    Role.YEARS: Unit.YEAR,
    Role.DECADE_WORD: Unit.YEAR,
    Role.MONTH_WORD: Unit.MONTH,
}


def shift_of(tokens: Sequence[Token]) -> Shift | None:
    """Gives how far a relative date leads; None where it leads nowhere."""
    unit: Unit | None = None
    month: int | None = None
    day: int | None = None
    number, direction, is_fixed, from_document = 1, 1, False, False
    for part in tokens:
        match part.role:
            case Role.UNIT | Role.UNITS:
                unit = Unit(str(part.value))
            case Role.YEAR_WORD | Role.YEAR_AHEAD | Role.YEARS | Role.DECADE_WORD | Role.MONTH_WORD:
                unit = _BY_ROLE[Role(part.role)]
            case Role.MONTH | Role.SEASON:
                month = int(part.value or 0)
            case Role.RELATIVE | Role.RELATIVE_AFTER | Role.RELATIVE_NOW:
                direction, is_fixed = int(part.value or 0), True
                from_document = from_document or part.role == Role.RELATIVE_NOW
            case Role.LATER:
                direction = int(part.value or 0)
            case Role.BEFORE:
                direction = -1
            case Role.SMALL | Role.ORDINAL | Role.FIGURE | Role.NUMBER_WORD | Role.ORDINAL_WORD:
                number = int(part.value or 0)
                day = number
            case Role.DEICTIC:
                return Shift(Unit.DAY, int(part.value or 0), from_document=True, is_fixed=True)
            case Role.NARROWING if all(other.role not in "xXZLA" for other in tokens):
                direction, is_fixed = 0, True  # "the end of the year"
            case _:
                pass
    if unit is None and month is None:
        # "on the 28th"
        return Shift(Unit.MONTH, 0, None, day, is_fixed=True) if len(tokens) == 1 else None
    if (
        unit is Unit.MONTH
        and day is not None
        and all(part.role not in "xXZLA<>" for part in tokens)
    ):
        is_fixed, direction = True, 0  # "the 15th of the month"
    if from_document and unit is Unit.DAY:
        return None  # "the last day", "to this day"
    count = direction if is_fixed else number * direction
    if month is None and not (unit is Unit.MONTH and is_fixed):
        day = None
    return Shift(unit, count, month, day, from_document=from_document, is_fixed=is_fixed)
