"""What a phrase says, before a missing year is filled in, and what every reader of one asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.domain.dates import Extent, Modifier
from archivist.finding.date_roles import Opening, Token
from archivist.finding.date_values import Point, Shift


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


def span(match: re.Match[str], parts: Sequence[Token], start: int | None = None) -> tuple[int, int]:
    """Gives where a match stands in the text, from one of its parts on."""
    first = match.start() if start is None else start
    return parts[first].start, parts[match.end() - 1].end


def slice_of(match: re.Match[str], parts: Sequence[Token], name: str) -> Sequence[Token]:
    """Gives the parts that a named group of a pattern matched."""
    return parts[match.start(name) : match.end(name)]


def form_of(match: re.Match[str], *, between: bool) -> str:
    """Gives how the points of a match belong together; see `Draft`."""
    if match["or"]:
        return "["
    return "{" if match["and"] and not between else "/"


def is_between(match: re.Match[str]) -> bool:
    """Says whether words before or after a range leave open when within it."""
    return match["between"] is not None or "Q" in match["after"]


def extent_of(match: re.Match[str], *, between: bool) -> Extent:
    """Gives whether what a match says lasted, or happened some time within."""
    return Extent.BETWEEN if between or match["or"] else Extent.SPAN
