"""How numbers in Excel's cells read: as dates, times, shares, or as they are.

Serial dates and built-in formats are those of ECMA-376, 18.8.30 and 18.17.4.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from xml.etree.ElementTree import Element


class Style(StrEnum):
    """What a number format makes of a number."""

    PLAIN = "plain"
    SHARE = "share"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"  # date and time
    LENGTH = "length"  # hours that go beyond a day


_BUILT_IN = {
    **dict.fromkeys((9, 10), Style.SHARE),
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 59)), Style.DATE),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47), Style.TIME),
    22: Style.MOMENT,
    46: Style.LENGTH,
}
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.I)
_INTEGER = re.compile(r"-?\d{1,15}")
_DAY = 86_400


def styles_of(root: Element | None) -> list[Style]:
    """Gives the style of each cell format of a workbook."""
    if root is None:
        return []
    own = {
        each.get("numFmtId", ""): _style(each.get("formatCode", ""))
        for each in root.iterfind("numFmts/numFmt")
    }
    found = []
    for each in root.iterfind("cellXfs/xf"):
        number = each.get("numFmtId", "0")
        built_in = _BUILT_IN.get(int(number)) if number.isascii() and number.isdigit() else None
        found.append(own.get(number) or built_in or Style.PLAIN)
    return found


def shown(value: str, style: Style, *, since_1904: bool) -> str:
    """Gives how a number reads; what is no number, or no date that there is, stays as it stands."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not abs(number) < 1e15:
        return value
    match style:
        case Style.SHARE:
            return f"{number * 100:.15g}%"
        case Style.LENGTH:
            seconds = round(abs(number) * _DAY)
            sign = "-" if number < 0 else ""
            return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case Style.DATE | Style.TIME | Style.MOMENT:
            return _moment(number, style, since_1904=since_1904) or _plain(value, number)
        case _:
            return _plain(value, number)


def _plain(value: str, number: float) -> str:
    # As many digits as Excel itself keeps: 0.1 + 0.2 is 0.3.
    return value if _INTEGER.fullmatch(value) else f"{number:.15g}"


def _moment(number: float, style: Style, *, since_1904: bool) -> str:
    """Gives a date, a time or both in the forms of ISO 8601, "" where there is no such date."""
    if since_1904:
        start = datetime(1904, 1, 1)
    else:
        # Excel has a 29 February 1900, which never was: from 1 March on, all numbers are one more.
        start = datetime(1899, 12, 30) if number >= 60 else datetime(1899, 12, 31)
    seconds = round(number * _DAY)
    if seconds < 0:
        return ""
    try:
        moment = start + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    clock = f"{moment:%H:%M:%S}"
    if style is Style.TIME:
        return clock
    date = moment.date().isoformat()
    has_date = number >= 1 or since_1904
    if style is Style.DATE or (style is Style.MOMENT and not seconds % _DAY):
        return date if has_date else ""
    return f"{date} {clock}" if has_date else clock


def _style(code: str) -> Style:
    """Tells what a number format makes of positive numbers."""
    code = _SAID.sub("", code).partition(";")[0].lower()
    if "%" in code:
        return Style.SHARE
    if re.search(r"\[[hms]+\]", code):
        return Style.LENGTH
    if "general" in code:
        return Style.PLAIN
    has_clock = _has(code, "hs")
    if _has(code, "yd") or (_has(code, "m") and not has_clock):
        return Style.MOMENT if has_clock else Style.DATE
    return Style.TIME if has_clock else Style.PLAIN


def _has(code: str, letters: Sequence[str]) -> bool:
    return any(letter in code for letter in letters)
