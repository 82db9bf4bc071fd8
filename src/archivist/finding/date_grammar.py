"""How dates are written: patterns made from a vocabulary, and the values their parts have.

Every repetition in a pattern is bounded, so that reading takes time in proportion to the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from archivist.domain.dates import Modifier
from archivist.finding.vocabulary import Opening, Vocabulary

# White space within a paragraph: a blank line ends a date, a line's end does not.
SPACE = r"(?:[ \t\u00a0\u202f\u2009]{1,3}|[ \t]{0,2}\n[ \t]{0,4})"
_MAYBE_SPACE = r"(?:[ \t\u00a0\u202f\u2009]|\n(?!\s)){0,2}"
_DASH = r"[-‐‑–—−]"
# Not inside a word, an amount or a longer figure ("$12 May", "2.12 May", "1,915").
_EDGE = r"(?<![\w$£€¥])(?<!\d[.,:/–-])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"[12]\d{3}(?![\d%])(?!,\d{3})"


class Phrase(StrEnum):
    """The ways in which the parts of a date are put together."""

    DAYS = "days"  # several of one month
    SHORT_YEARS = "short years"  # 1914–18
    RANGE = "range"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year, decade or century; the year is None where it is not written.

    `hidden` is how many of a year's last digits are unknown: 1 for a decade, 2 for a century.
    """

    year: int | None
    month: int | None = None  # 21–24 are EDTF's seasons
    day: int | None = None
    hidden: int = 0

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


def _cases(word: str, *, capital: bool = False) -> list[str]:
    """Gives the ways a word is written; a word that needs its capital is not looked for without."""
    capitalised = word[:1].upper() + word[1:]
    forms = [capitalised, word.upper()] if capital else [word, capitalised, word.upper()]
    if not capital and word.lower() not in forms:
        forms.append(word.lower())
    return forms


def choice(words: Iterable[str], *, capital: frozenset[str] = frozenset()) -> str:
    """Makes a pattern that matches one of some words, the longest first."""
    forms = {form for word in words for form in _cases(word, capital=word in capital)}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", SPACE) for form in ordered) + ")"


@dataclass(frozen=True)
class Grammar:
    """A language's patterns; see `grammar`."""

    words: Vocabulary
    seeds: re.Pattern[str]  # what every date holds at least one of
    leading_words: frozenset[str]  # before a year that has no month beside it
    led_on: re.Pattern[str]  # what may stand after a year that nothing leads to
    phrases: tuple[tuple[Phrase, re.Pattern[str]], ...]
    before_alone: re.Pattern[str]  # what stands before a month or year alone
    weak: re.Pattern[str]
    join: re.Pattern[str]  # what stands between the dates of a list
    month_numbers: dict[str, int]
    season_numbers: dict[str, int]
    modifiers: dict[str, Modifier]
    openings: dict[str, Opening]


@lru_cache(maxsize=16)
def grammar(words: Vocabulary) -> Grammar:
    """Makes the patterns of a vocabulary (some milliseconds; kept)."""
    long_month = choice(words.months, capital=words.capital_months) + r"(?![\w])"
    any_month = (
        f"(?:{long_month}|{choice(words.short_months, capital=frozenset(words.short_months))}"
        r"(?!\w)\.?)"
    )
    suffix = choice(words.ordinal_suffixes)
    day = rf"{_DAY}{suffix}?(?![\w%])"
    link = f"(?:{SPACE}{choice(words.links)})?"
    article = f"(?:{choice(words.articles)}{SPACE})?"
    season = choice(words.seasons, capital=words.capital_seasons) + r"(?!\w)"
    era = choice_exact((*words.before_era, *words.after_era)) + r"(?!\w)"
    decade = rf"[12]\d\d0(?:{'|'.join(words.decade_suffixes)})(?!\w)"
    ordinal = rf"(?:[12]?\d{suffix}|{choice(words.ordinals)})"
    century = rf"{ordinal}[ \t\u00a0-]{choice(words.century_words)}(?!\w)"

    def point(side: str) -> str:
        """Makes the pattern of one date, with or without its year."""

        def year(number: int) -> str:
            written = rf"{_YEAR}|\d{{1,4}}(?={SPACE}{era})"
            return rf"(?:,?{SPACE}(?P<{side}y{number}>{written}))?"

        return (
            r"(?:"
            rf"(?P<{side}iso>[12]\d{{3}}-[01]\d-[0-3]\d)(?!\d)"
            rf"|(?P<{side}numeric>{_DAY}(?P<{side}sep>[./]){_DAY}(?P={side}sep)[12]\d{{3}})(?!\d)"
            rf"|(?P<{side}d1>{day}){link}{SPACE}(?P<{side}m1>{any_month}){link}"
            + year(1)
            + rf"|(?P<{side}m2>{any_month}){SPACE}(?:{article})(?P<{side}d2>{day})"
            + year(2)
            + rf"|(?P<{side}m3>{any_month})(?:{link},?{SPACE}(?P<{side}y3>{_YEAR}))?"
            rf"|(?P<{side}s4>{season}){link}{SPACE}(?P<{side}y4>{_YEAR})(?:[–/-](?P<{side}z4>\d\d)(?!\d))?"
            rf"|(?P<{side}decade>{decade})"
            rf"|(?P<{side}century>{century})"
            rf"|(?P<{side}y5>{_YEAR}(?!\w)|\d{{1,4}}(?={SPACE}{era}))"
            rf")(?:{SPACE}(?P<{side}era>{era}))?"
        )

    modifiers = choice(words.modifiers)
    between = rf"(?:(?P<between>{choice(words.between)}){SPACE})?"
    inner = rf"(?:{modifiers}[ \t-]{article})?"
    range_sign = (
        rf"(?:{_MAYBE_SPACE}{_DASH}{_MAYBE_SPACE}|{SPACE}{choice(words.range_words)}{SPACE})"
    )
    join = (
        rf"{SPACE}(?:(?P<join>{choice(words.joiners)})|(?P<either>{choice(words.alternatives)}))"
        rf"{SPACE}"
    )
    sign = rf"(?:{range_sign}|{join})"
    lead = (
        rf"(?:(?P<opening>{choice(words.openings)}){SPACE}{article})?"
        rf"(?:{article}(?P<modifier>{modifiers})(?:{SPACE}|-){article}"
        rf"|(?P<approximate>{choice((*words.approximations, *words.weak_approximations))})[ ]?"
        rf"{article})?"
    )
    sources = (
        # 19–20 September 2023; 16 to 23 October; 24 and 27 September; 1, 2 and 5 May 1915
        (
            Phrase.DAYS,
            (
                rf"{_EDGE}{between}(?P<days>{day}(?:,{SPACE}{day}){{0,8}})(?:,?{sign})(?P<day>{day})"
                rf"{link}{SPACE}(?P<m>{any_month})(?:,?{SPACE}(?P<y>{_YEAR}))?"
            ),
        ),
        # September 19–20, 2023
        (
            Phrase.DAYS,
            (
                rf"{_EDGE}{between}(?P<m>{any_month}){SPACE}(?P<days>{day}){sign}(?P<day>{day})"
                rf"(?:,?{SPACE}(?P<y>{_YEAR}))?"
            ),
        ),
        # 1914–18
        (
            Phrase.SHORT_YEARS,
            rf"{_EDGE}(?P<y>[12]\d{{3}})(?P<sign>[–—-])(?P<short>\d\d)(?![\w-])",
        ),
        # 30 August to 20 September 2023; May–July 1915; June 28, 1914 – November 11, 1918
        (Phrase.RANGE, rf"{_EDGE}{between}{inner}{point('a')}{sign}{inner}{point('b')}"),
        # before, since, early, about; or nothing
        (Phrase.SINGLE, rf"{_EDGE}{lead}(?P<point>{point('a')})"),
    )
    month_numbers = {
        form.lower(): number
        for table in (words.months, words.short_months)
        for form, number in table.items()
    }
    starts = {word[:3] for word in (*words.months, *words.short_months)}
    heads = "|".join(
        # Whole words where they begin with a small letter: "mar" and "dec" are in many.
        sorted({*starts, *(start.upper() for start in starts), *(m.lower() for m in words.months)})
    )
    rest = "|".join(
        re.escape(form)
        for word in (*words.century_words, *words.before_era)
        for form in {word, word.upper()}
    )
    leading_words = {
        phrase.split()[-1]
        for phrase in (
            *(*words.prepositions, *words.modifiers, *words.openings, *words.starters),
            *(*words.approximations, *words.weak_approximations, *words.articles, *words.links),
            *(*words.between, *words.range_words, *words.joiners, *words.alternatives),
            *words.seasons,
        )
    }
    after_year = (*words.range_words, *words.joiners, *words.alternatives)
    eras = (*words.before_era, *words.after_era)
    alone = choice((*words.prepositions, *words.modifiers, *words.openings, *words.starters))
    return Grammar(
        words=words,
        seeds=re.compile(rf"[12]\d\d\d|{heads}|{rest}"),
        leading_words=frozenset(leading_words),
        led_on=re.compile(
            rf"(?:{'|'.join(words.decade_suffixes)})(?!\w)|\s{{0,2}}{_DASH}|[./]\d"
            rf"|\s{{1,4}}(?:{choice(after_year)}(?!\w)|{choice_exact(eras)})"
        ),
        phrases=tuple((phrase, re.compile(source)) for phrase, source in sources),
        before_alone=re.compile(rf"(?<!\w){alone}(?:{SPACE}|-){article}$"),
        weak=re.compile(rf"(?<!\w){choice(words.weak_approximations)}"),
        join=re.compile(rf",|,?{SPACE}(?:{choice((*words.joiners, *words.alternatives))}{SPACE})?"),
        month_numbers=month_numbers,
        season_numbers={word.lower(): number for word, number in words.seasons.items()},
        modifiers=dict(words.modifiers),
        openings=dict(words.openings),
    )


def choice_exact(words: Iterable[str]) -> str:
    """Makes a pattern that matches one of some words just as they stand, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


def point_of(match: re.Match[str], side: str, rules: Grammar) -> Point | None:
    """Gives the value of one side of a match; None where its parts name nothing.

    Days and months are not checked against the calendar here.
    """
    parts = match.groupdict()

    def part(name: str) -> str | None:
        return parts.get(side + name)

    era = part("era") in rules.words.before_era
    for number in "123":
        month_text = part(f"m{number}")
        if month_text is None:
            continue
        month = rules.month_numbers[month_text.lower().rstrip(".")]
        day_text, year_text = part(f"d{number}"), part(f"y{number}")
        return Point(
            _year(year_text, before_era=era), month, leading(day_text) if day_text else None
        )
    if (iso := part("iso")) is not None:
        return Point(int(iso[:4]), int(iso[5:7]), int(iso[8:10]))
    if (numeric := part("numeric")) is not None:
        return _numeric(numeric, part("sep") or "")
    if (season := part("s4")) is not None:
        return Point(_year(part("y4"), before_era=era), rules.season_numbers[season.lower()])
    if (decade := part("decade")) is not None:
        return Point(int(decade[:4]), hidden=1)
    if (century := part("century")) is not None:
        return _century(century, rules, before_era=era)
    return Point(_year(part("y5"), before_era=era))


def leading(text: str) -> int:
    """Gives the number that a text starts with ("24th")."""
    digits = re.match(r"\d+", text, re.ASCII)
    return int(digits.group()) if digits else 0


def _year(text: str | None, *, before_era: bool) -> int | None:
    """Gives a year as ISO 8601 counts it: 1 BCE is 0, 44 BCE is -43."""
    if text is None:
        return None
    return 1 - int(text) if before_era else int(text)


def _numeric(text: str, separator: str) -> Point | None:
    """Reads 24.09.2023, day first, and 24/09/2023 or 9/24/2023, where only one can be the day."""
    first, second, year = (int(part) for part in text.split(separator))
    if separator == "/" and first <= 12 < second:
        return Point(year, first, second)
    if separator == "/" and first <= 12 and first != second:
        return None  # 03/04/2023 is March in one country and April in another
    return Point(year, second, first)


def _century(text: str, rules: Grammar, *, before_era: bool) -> Point | None:
    word = re.split(r"[ \t\u00a0]|-(?=[Cc])", text)[0].lower()
    number = leading(word) or rules.words.ordinals.get(word, 0)
    if not 1 <= number <= 21:
        return None
    if before_era:
        # -04XX, the years -499 to -400, is EDTF's form for the 5th century BCE.
        return Point(-(number - 1) * 100, hidden=2) if number > 1 else None
    return Point((number - 1) * 100, hidden=2)
