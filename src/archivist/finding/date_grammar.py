"""How dates are written: patterns over the roles of a text's parts, the same for every language.

A language's table switches orders on that others would misread. Every repetition is bounded, so
that reading takes time in proportion to the text.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from archivist.finding.date_table import Language, Lexicon, lexicon


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


_MONTH = r"[ma](?:[/(][ma]\)?)?j?"
_DAY = r"(?:[no]\.?|O)"
_YEAR = r"(?:[hl]{0,2}[Wg]?h?(?:zj?[wg]?|yj?w?|kwj?)j?[eE]?|W?(?:[ykno]w?[eE]|[eE][ykno]w?j?))"
_OF = r"[lh]{0,2}"
_OF_YEAR = rf"(?:,?{_OF}{_YEAR})"
_CENTURY = r"(?:[eE]?(?:[oOR]\.?|n\.)cj?[eE]?|c[hlE]?[ROno]j?[eE]?)"


@lru_cache(maxsize=16)
def grammar(table: Language) -> Grammar:
    """Makes the patterns of a language (some milliseconds; kept)."""
    day_month = rf"{_DAY}h?{_OF}(?:{_MONTH})v?"
    points = [r"N", rf"{day_month}{_OF_YEAR}?"]
    if table.month_first:
        points.append(rf"(?:{_MONTH})v?h?[noO]j?(?!\.?{_OF}[ma]){_OF_YEAR}?")
    if table.year_first:
        first = r"(?:zj?[wg]?|yj?w?)j?"
        points.insert(1, rf"{first}h?(?:(?:{_MONTH})v?(?:{_DAY}j?)?|{_DAY}l?(?:{_MONTH})v?j?|s)")
        points.insert(1, r"y[-/][yznk][wgG]?j?sj?")
    if table.dotted_days:
        points.append(r"(?<=[iIf^$<>-])M")
    points += [
        rf"(?:v{_OF})?(?:{_MONTH})v?j?{_OF_YEAR}?",
        rf"sj?{_OF}{_YEAR}(?:[-/](?:[nk]w?|y[wg]?))?",
        r"sj?",
        rf"(?:dj?[wgGW]?j?|D[k#n])[hl]{{0,2}}{_CENTURY}",
        r"dj?[wgGW]?j?|D(?:h?y|[k#n])|(?<![-t^F])[zy]G",
        _CENTURY,
        _YEAR,
    ]
    point = "(?:" + "|".join(points) + ")"
    inner = r"(?:[+][hl-]{0,3})?"
    by = "B" if table.by_ranges else ""
    sign = rf"(?:F?[-t^{by}]f?h?|F)"
    of_days = r"|i" if table.by_ranges else ""  # "в ніч з 11 на 12 травня"
    any_sign = rf"(?:{sign}|,?(?P<and>&)|,?(?P<or>\|))"
    between = r"(?:(?P<between>b)h?)?"
    tail = r"F?(?P<after>(?:[P*pQK]|(?<=F)L){0,2})"
    days = rf"(?P<days>{_DAY}j?(?:,{_DAY}j?){{0,8}}),?(?:{any_sign}{of_days}|/)h?(?P<last>{_DAY})"
    pair = r"[no]\.?J?\([no]\.?J?\)"
    pairs = (
        rf"(?:{pair}{_OF}{_MONTH}|{_DAY}/{_DAY}{_OF}{_MONTH}"
        rf"|{_DAY}{_OF}{_MONTH}{_YEAR}?J?[(/]{_DAY}{_OF}{_MONTH}{_YEAR}?J?\)?)"
    )
    sources = [
        (Phrase.DOUBLE, rf"{pairs}{_OF_YEAR}?"),
        (Phrase.DAYS, rf"{between}{days}{_OF}{_MONTH}{_OF_YEAR}?{tail}"),
        (Phrase.SHORT_YEARS, r"[Wg]?y(?:[-/][nk]|/y)[wg]?"),
        (Phrase.LIST, rf"mj?/mj?{_OF_YEAR}"),
        (Phrase.LIST, r"[Wg]?y(?:,y){0,4},?(?:&|(?P<or>\|))yj?[gwG]"),
        (Phrase.LIST, r"[Wg]y(?:,y){0,4},?(?:&|(?P<or>\|))y"),
        (Phrase.LIST, rf"mj?(?:,mj?){{0,8}},?(?:&|(?P<or>\|))mj?{_OF_YEAR}"),
        (Phrase.PARTIAL, r"[Mn]\.?-N"),
        (Phrase.CENTURIES, r"D(?:h?y|[k#n])(?:[-t^]|(?P<and>&)h?)D?(?:y|[k#n])"),
        (Phrase.CENTURIES, r"ch?[RO](?:[-t^]h?|(?P<and>&)h?)c?[RO]"),
        (
            Phrase.CENTURIES,
            rf"{inner}[oORn]\.?c?(?:F?[-t^]h?|(?P<and>&)h?){inner}[oORn]\.?cj?[eE]?{tail}",
        ),
        (
            Phrase.RANGE,
            rf"{between}{_OF}(?P<core>{inner}(?P<a>{point}|[ykn](?={sign}[ykn][eE])|[ykn](?=&[ykn][eE])){any_sign}{_OF}{inner}(?P<z>{point})[gG]?{tail})",
        ),
    ]
    if table.month_first:
        years = r"(?:(?:zj?[wg]?|yj?w?)j?)?" if table.year_first else ""
        sources.insert(1, (Phrase.DAYS, rf"{between}{years}{_MONTH}{days}j?{_OF_YEAR}?{tail}"))
        sources.insert(0, (Phrase.DOUBLE, rf"{years}{_MONTH}(?:{pair}|{_DAY}/{_DAY})j?{_OF_YEAR}?"))
    unit = r"[uvwgWDs]"
    after = "[XxZ]" if table.relatives_after else "X"
    while_ = "[A>]" if table.after_shifts else "A"
    relative = "|".join(
        (
            *([r"[xZ][gwW]j?mj?v?j?"] if table.year_first else ()),
            rf"h?[+H]?[hl]{{0,2}}[xZ]{{1,2}}[Wh]?(?P<unit>{unit}|m)j?[*P]?",
            rf"h?[+H]?[hl]{{0,2}}(?:{unit}|m)h?-?{after}j?",
            r"[+][hl]{0,2}[wgWv](?![yznkmalh])",
            rf"{_DAY}[hl]{{1,2}}(?:[xZ]v|v{after}|vj?(?![mal]))",
            r"[xZ]v[no]j",
            *([r"(?<=Ih)o(?!\.?(?:[hl]{0,2}[mac]|[-t&,(]))"] if table.lone_ordinals else ()),
            rf"(?P<of>(?:{_DAY})?l?(?:m|s)j?[hl]{{0,2}}(?:h?[xZ][wgW]|[wgW]h?{after}))",
            r"A?(?:[no]h?l?[uvwgWD]|[#nkh]?[uvwgWD])(?:[LA]|[<>](?=[,.]))",
            rf"{while_}[#nkh]?[uvwgWD]L?(?!>)",
            r"T",
        )
    )
    sources.append((Phrase.RELATIVE, relative))
    single = (
        r"(?P<open>[<>$^B])?[hlI]{0,2}(?P<narrow>[+H])?[hl-]{0,3}(?P<about>[~q])?[hl]{0,2}"
        rf"(?P<point>{point}){tail}"
    )
    sources.append((Phrase.SINGLE, single))
    return Grammar(
        lexicon(table), tuple((phrase, re.compile(source)) for phrase, source in sources)
    )
