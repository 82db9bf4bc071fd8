"""Reads what a figure counts or measures: its unit, currency or age, from the words beside it."""

import re
from typing import NamedTuple

from archivist.finding.figure_grammar import FigureGrammar

_SPACE = re.compile(r"[ \u00a0\u202f\u2009]{1,2}")  # a tab stands between the cells of a table
_LINE_END = re.compile(r"[ \t]?\n[ \t]{0,4}(?=[^\W\d_])")
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "֏": "AMD",
    "₼": "AZN",
    "₺": "TRY",
}
_CURRENCY = re.compile(r"(?:us)?\$|[€£¥₽₴֏₼₺]")
_CURRENCY_BEFORE = re.compile(rf"({_CURRENCY.pattern})[ \u00a0]?\Z")
_CURRENCY_AFTER = re.compile(rf"[ \u00a0\u202f]?({_CURRENCY.pattern})")
_PERCENT = re.compile(r"[ \u00a0\u202f]?[%٪]")
_DEGREE = re.compile(r"[ \u00a0]?°[ \u00a0]?([cf]?)(?!\w)")
_AGE = re.compile(r"[-‐‑ ]years?[-‐‑ ]old\b|[ \u00a0]years of age\b")
_WORD = re.compile(r"km/h|[^\W\d_][\w’'²³-]*")
_LONGEST = 3  # words


class Unit(NamedTuple):
    """What is counted, and where the words for it end, in code points; "" where nothing says it."""

    end: int
    text: str = ""
    is_age: bool = False


def currency_before(small: str, start: int, reached: int) -> tuple[int, str] | None:
    """Gives where a currency's sign stands right before a figure, and its ISO 4217 code."""
    lead = small[max(reached, start - 4) : start]
    match = _CURRENCY_BEFORE.search(lead)
    return (start - len(lead) + match.start(), _CURRENCIES[match[1]]) if match else None


def currency_at(small: str, position: int) -> int:
    """Gives where a currency's sign at a position ends; the position itself without one."""
    match = _CURRENCY.match(small, position)
    return match.end() if match else position


def unit_after(small: str, text: str, end: int, rules: FigureGrammar) -> Unit | None:
    """Reads the unit behind a figure; None where the words show that it is an ordinal or a date."""
    if match := _PERCENT.match(small, end):
        return Unit(match.end(), "%")
    if match := _AGE.match(small, end):
        return Unit(match.end(), "years", is_age=True)
    if match := _DEGREE.match(small, end):
        return Unit(match.end(), "°" + match[1].upper())
    if match := _CURRENCY_AFTER.match(small, end):
        return Unit(match.end(), _CURRENCIES[match[1]])
    return _counted(small, text, end, rules)


def people_after(text: str, end: int) -> Unit:
    """Reads a capitalised word right behind a figure, as of a people ("500,000 Tutsi")."""
    gap = _SPACE.match(text, end)
    word = _WORD.match(text, gap.end()) if gap else None
    if word is None or not word.group()[0].isupper():
        return Unit(end)
    return Unit(word.end(), word.group())


def _counted(small: str, text: str, end: int, rules: FigureGrammar) -> Unit | None:
    """Reads the words for what is counted: up to the one that surely is it, else the first noun."""
    words = rules.words
    first = last = noun_end = end
    for count in range(_LONGEST):
        of = rules.of.match(small, last) if count == 0 else None
        line_end = None if of else _LINE_END.match(small, last)
        gap = of or line_end or _SPACE.match(small, last)
        word = _WORD.match(small, gap.end()) if gap else None
        if word is None or word.group() in words.not_units or word.group() in rules.number_words:
            break
        small_word = word.group()
        if count == 0 and small_word in words.months:
            return None
        if line_end and small_word not in words.people and small_word not in words.measures:
            break  # a heading or a cell of its own; a line that goes on shows by what it says
        if count == 0:
            first = word.start()
        last = word.end()
        if rules.ends_unit(small_word):
            return Unit(last, _tidy(text[first:last]))
        if count == 0 and words.ordinal_endings and small_word.endswith(words.ordinal_endings):
            return None
        modifies = bool(words.adjective_endings) and small_word.endswith(words.adjective_endings)
        if noun_end == end and not modifies:
            noun_end = last
            if rules.takes_any_noun(small_word):
                return Unit(last, _tidy(text[first:last]))
    return Unit(end)


def _tidy(words: str) -> str:
    return " ".join(words.split())
