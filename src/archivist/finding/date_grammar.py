"""How dates are written: patterns over the roles of a text's parts, the same for every language.

A language's table switches orders on that others would misread. Every repetition is bounded, so
that reading takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from archivist.finding.date_lexicon import Lexicon, lexicon
from archivist.finding.date_table import Language


class Phrase(StrEnum):
    """The ways in which the parts of a date are put together."""

    DOUBLE = "double"  # 6 (19) March, in the Julian and the Gregorian calendar
    DAYS = "days"  # several of one month
    SHORT_YEARS = "short years"  # 1914–18
    LIST = "list"  # January, February and March 1944; the years 1938 and 1940
    PARTIAL = "partial"  # 27–28.5.1918
    CENTURIES = "centuries"  # 18th and 19th centuries
    RANGE = "range"
    RELATIVE = "relative"
    SINGLE = "single"


@dataclass(frozen=True, eq=False, slots=True)
class Grammar:
    """A language's words and patterns; see `grammar`."""

    lexicon: Lexicon
    phrases: tuple[tuple[Phrase, re.Pattern[str]], ...]


# Roles of which one must be there, so that a pattern need not be tried where none is.
NEEDED = {
    Phrase.DOUBLE: re.compile(r"[(/]"),
    Phrase.DAYS: re.compile(r"[ma]"),
    Phrase.SHORT_YEARS: re.compile(r"y[-/]"),
    Phrase.LIST: re.compile(r"[&|/]"),
    Phrase.PARTIAL: re.compile(r"-N"),
    Phrase.CENTURIES: re.compile(r"[cD]"),
    Phrase.RANGE: re.compile(r"[-t^BF&]"),
    Phrase.RELATIVE: re.compile(r"[xXZLAT]|\+[hl]{0,2}[wgWv]|>|[no]\.?[hl]{0,2}v|Iho"),
    Phrase.SINGLE: re.compile(r"[masdDcyzNMeEkw]"),
}


# 24 | September, أيلول/سبتمبر | 2023, 2023 року, the year 2023, AD 79 | 19th century, siglo XIX
_DAY = r"(?:[no]\.?|O)"
_MONTH = r"[ma](?:[/(][ma]\)?)?j?"
_OF = r"[lh]{0,2}"
_YEAR_FIRST = r"(?:zj?[wg]?|yj?w?)j?"
_YEAR = rf"(?:{_OF}[Wg]?h?(?:zj?[wg]?|yj?w?|kwj?)j?[eE]?|W?(?:[ykno]w?[eE]|[eE][ykno]w?j?))"
_OF_YEAR = rf"(?:,?{_OF}{_YEAR})"
_CENTURY = r"(?:[eE]?(?:[oOR]\.?|n\.)cj?[eE]?|c[hlE]?[ROno]j?[eE]?)"
_INNER = r"(?:[+][hl-]{0,3})?"  # "early", within a range
_BETWEEN = r"(?:(?P<between>b)h?)?"
_TAIL = r"F?(?P<after>(?:[P*pQK]|(?<=F)L){0,2})"  # "1915-ից հետո", "Eylül 2023'ün sonuna kadar"


@lru_cache(maxsize=16)
def grammar(table: Language) -> Grammar:
    """Makes the patterns of a language (some milliseconds; kept)."""
    point = _point(table)
    by = "B" if table.by_ranges else ""
    sign = rf"(?:F?[-t^{by}]f?h?|F)"
    any_sign = rf"(?:{sign}|,?(?P<and>&)|,?(?P<or>\|))"
    # "300–200 BC": the first has its era from the last.
    before_era = rf"[ykn](?={sign}[ykn][eE])|[ykn](?=&[ykn][eE])"
    sources = [
        *_doubles(table),
        *_days(table, any_sign),
        (Phrase.SHORT_YEARS, r"[Wg]?y(?:[-/][nk]|/y)[wg]?"),
        *_lists(),
        (
            Phrase.RANGE,
            (
                rf"{_BETWEEN}{_OF}(?P<core>{_INNER}(?P<a>{point}|{before_era})"
                rf"{any_sign}{_OF}{_INNER}(?P<z>{point})[gG]?{_TAIL})"
            ),
        ),
        (Phrase.RELATIVE, "|".join(_relatives(table))),
        # before, since, early, about; or nothing
        (
            Phrase.SINGLE,
            (
                r"(?P<open>[<>$^B])?[hlI]{0,2}(?P<narrow>[+H])?[hl-]{0,3}(?P<about>[~q])?[hl]{0,2}"
                rf"(?P<point>{point}){_TAIL}"
            ),
        ),
    ]
    return Grammar(
        lexicon(table), tuple((phrase, re.compile(source)) for phrase, source in sources)
    )


def _point(table: Language) -> str:
    """Makes the pattern of one date, with or without its year, longer forms first."""
    points = ["N", r"n[-/][ma][-/]y"]  # 24.09.2023; 24-Jul-1936
    if table.year_first:
        # 1941-1942 թթ. ձմռանը; 2023 թվականի սեպտեմբերի 19-ին; 2023-cü ilin 19 sentyabrında
        points += [
            r"y[-/][yznk][wgG]?j?sj?",
            rf"{_YEAR_FIRST}h?(?:{_MONTH}v?(?:{_DAY}j?)?|{_DAY}l?{_MONTH}v?j?|s)",
        ]
    points.append(rf"{_DAY}h?{_OF}{_MONTH}v?{_OF_YEAR}?")  # 24 September 2023
    if table.month_first:
        points.append(rf"{_MONTH}v?h?[noO]j?(?!\.?{_OF}[ma]){_OF_YEAR}?")  # September 24, 2023
    if table.dotted_days:
        points.append("M")  # 24.09.
    points += [
        rf"(?:v{_OF})?{_MONTH}v?j?{_OF_YEAR}?",  # the month of September 2023
        rf"sj?{_OF}{_YEAR}(?:[-/](?:[nk]w?|y[wg]?))?",  # winter of 1942–43
        r"sj?",
        rf"(?:dj?[wgGW]?j?|D[k#n])[hl]{{0,2}}{_CENTURY}",  # the fifties of the 20th century
        r"dj?[wgGW]?j?|D(?:h?y|[k#n])|(?<![-t^F])[zy]G",  # 1950s, années 1950, 1950-ci illər
        _CENTURY,
        _YEAR,
    ]
    return "(?:" + "|".join(points) + ")"


def _doubles(table: Language) -> list[tuple[Phrase, str]]:
    """Makes the patterns of dates in both calendars: 6 (19) March 1917, March 6 (19), 1917."""
    pair = r"[no]\.?J?\([no]\.?J?\)"
    day_month = rf"{_DAY}{_OF}{_MONTH}{_YEAR}?J?"
    pairs = rf"(?:{pair}{_OF}{_MONTH}|{_DAY}/{_DAY}{_OF}{_MONTH}|{day_month}[(/]{day_month}\)?)"
    patterns = [(Phrase.DOUBLE, rf"{pairs}{_OF_YEAR}?")]
    if table.month_first:
        ahead = rf"(?:{_YEAR_FIRST})?" if table.year_first else ""
        patterns.append((Phrase.DOUBLE, rf"{ahead}{_MONTH}(?:{pair}|{_DAY}/{_DAY})j?{_OF_YEAR}?"))
    return patterns


def _days(table: Language, any_sign: str) -> list[tuple[Phrase, str]]:
    """Makes the patterns of several days of a month: 19–20 September; 1, 2 and 5 May; May 1–5."""
    on = "|i" if table.by_ranges else ""  # "в ніч з 11 на 12 травня"
    days = rf"(?P<days>{_DAY}j?(?:,{_DAY}j?){{0,8}}),?(?:{any_sign}{on}|/)h?(?P<last>{_DAY})"
    patterns = [(Phrase.DAYS, rf"{_BETWEEN}{days}{_OF}{_MONTH}{_OF_YEAR}?{_TAIL}")]
    if table.month_first:
        ahead = rf"(?:{_YEAR_FIRST})?" if table.year_first else ""
        patterns.append((Phrase.DAYS, rf"{_BETWEEN}{ahead}{_MONTH}{days}j?{_OF_YEAR}?{_TAIL}"))
    return patterns


def _lists() -> list[tuple[Phrase, str]]:
    """Makes the patterns of several months, years, decades and centuries that share a word."""
    last = r"(?:&|(?P<or>\|))"
    to_or_and = r"(?:F?[-t^]h?|(?P<and>&)h?)"
    return [
        (Phrase.LIST, rf"mj?/mj?{_OF_YEAR}"),  # Mai/Juni 1940
        (Phrase.LIST, rf"mj?(?:,mj?){{0,8}},?{last}mj?{_OF_YEAR}"),
        (Phrase.LIST, rf"[Wg]?y(?:,y){{0,4}},?{last}yj?[gwG]"),  # 1938 та 1940 років
        (Phrase.LIST, rf"[Wg]y(?:,y){{0,4}},?{last}y"),  # the years 1941 and 1942
        (Phrase.PARTIAL, r"[Mn]\.?-N"),  # 27–28.5.1918
        (Phrase.CENTURIES, rf"D(?:h?y|[k#n]){to_or_and}D?(?:y|[k#n])"),  # années 1920 et 1930
        (Phrase.CENTURIES, rf"ch?[RO]{to_or_and}c?[RO]"),  # siglos XVIII y XIX
        # the 18th and 19th centuries; конец XIX — начало XX века
        (
            Phrase.CENTURIES,
            rf"{_INNER}[oORn]\.?c?{to_or_and}{_INNER}[oORn]\.?cj?[eE]?{_TAIL}",
        ),
    ]


def _relatives(table: Language) -> Iterator[str]:
    """Gives the patterns of dates that are counted from another."""
    # Several of them ("the next days") are no date; where years have no plural, one is meant.
    unit = "[uvwgWs]" if table.year_first else "[uvwWs]"
    after = "[XxZ]" if table.relatives_after else "X"
    if table.year_first:
        yield r"[xZ][gwW]j?mj?v?j?"  # Növbəti ilin iyununda
    # the next day, that autumn, last year; but not "the last year of the war"
    yield rf"h?[+H]?{_OF}(?:x{{1,2}}|(?<!h)Z(?!.l))[Wh]?(?:{unit}|m)j?[*P]?"
    yield rf"h?[+H]?{_OF}(?:{unit}|m)h?-?{after}j?"  # le jour suivant
    long_unit = "[wgWv]" if table.year_first else "[wWv]"
    yield rf"[+]{_OF}{long_unit}(?![yznkmalh])"  # the end of the year
    yield rf"{_DAY}[hl]{{1,2}}(?:[xZ]v|v{after}|vj?(?![mal]))"  # the 15th of the month
    yield r"[xZ]v[no]j"
    if table.lone_ordinals:
        yield r"(?<=Ih)o(?!\.?(?:[hl]{0,2}[mac]|[-t&,(]))"  # on the 28th
    yield rf"(?:{_DAY})?l?(?:m|s)j?{_OF}(?:h?[xZ][wgW]|[wgW]h?{after})"  # May of the next year
    yield r"A?(?:[no]h?l?[uvwgWDU]|[#nkh]?[uvwgWDU])(?:[LA]|[<>](?=[,.]))"  # two weeks later
    yield rf"{'[A>]' if table.after_shifts else 'A'}[#nkh]?[uvwgWDU]L?(?!>)"  # через два дні
    yield r"T"  # yesterday
