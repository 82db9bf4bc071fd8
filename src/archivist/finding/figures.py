"""Finds figures in prose with what they count and how they are bounded, as claims to decide on.

A number that counts nothing (a page, a version, a year, a numbered thing) is none.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from archivist.domain.suggestions import Suggestion, SuggestionKind
from archivist.finding.figure_grammar import FigureGrammar, Numeral, figure_grammar
from archivist.finding.figure_languages import figure_words
from archivist.finding.figure_units import (
    Unit,
    currency_at,
    currency_before,
    people_after,
    unit_after,
)
from archivist.finding.languages import guess_language
from archivist.finding.sentences import Sentences
from archivist.finding.words import lowered

_LEAD = 28  # code points before a figure in which its bound stands
_REACH = 120  # code points before and after it in which what it counts is said
_YEARS = range(1000, 2101)
_DASH = re.compile(r"[ \u00a0\u2009]?[-‐‑–—−][ \u00a0\u2009]?")
_CLAUSE_END = re.compile(r"[,;:()–]")
_TELLING = 10  # from which on a number without a unit is a count
_LABEL = re.compile(r"([^\W\d_][\w-]*)\.?[ \u00a0]?\Z|[#№§]\s?\Z")


class _Figure(NamedTuple):
    """A figure as read so far; `start` and `end` hold the bound and the unit as well."""

    start: int
    end: int
    least: float
    most: float
    bound: str = ""
    unit: str = ""
    property: str = ""
    plain: bool = True  # digits without a sign between them, or a small word


def find_figures(
    text: str, *, exclude: Sequence[tuple[int, int]] = (), language: str = ""
) -> list[Suggestion]:
    """Finds the figures of a text, in order and without overlap; offsets are code points.

    `exclude` are ranges in which nothing is a figure: dates, markers. The `value` is the figure as
    it is written, with its bound and its unit. `details`: `minimum` and `maximum` (None where the
    figure leaves that end open), `unit` ("" when nothing is named; "%", a currency's ISO 4217 code,
    a measure, or the words of what is counted), `bound` ("about", "at least", "more than",
    "up to", "less than", "between" or "") and `property`, a guess at what it counts ("killed").
    """
    rules = figure_grammar(figure_words(language or guess_language(text)))
    small = lowered(text)
    shut = _Shut(exclude)
    sentences = Sentences(text)
    found: list[Suggestion] = []
    reached = 0
    for numeral in rules.numerals(small):
        if numeral.start < reached or shut.touch(numeral.start, numeral.end):
            continue
        figure = _read(small, text, numeral, rules, reached)
        if figure is None or shut.touch(figure.start, figure.end):
            continue
        figure = _with_property(small, sentences, figure, rules)
        reached = figure.end
        found.append(_suggestion(text, figure))
    return found


class _Shut:
    """Ranges in which nothing is looked for."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends: list[int] = []
        for _, end in ordered:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def touch(self, start: int, end: int) -> bool:
        """Says whether one of the ranges shares a code point with [start, end)."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._ends[place] > start


def _read(
    small: str, text: str, numeral: Numeral, rules: FigureGrammar, reached: int
) -> _Figure | None:
    """Reads what stands around a numeral; None where it counts nothing."""
    start, bound = _bound_before(small, numeral.start, rules, reached)
    money = currency_before(small, numeral.start, reached)
    if money is not None:
        start, bound = _bound_before(small, money[0], rules, reached)
    elif _is_label(small, text, numeral, start, bool(bound), rules):
        return None
    figure = _Figure(start, numeral.end, numeral.least, numeral.least, bound, plain=numeral.plain)
    other = _other_end(small, figure.end, bound, rules)
    scale = other.scale if other is not None and numeral.scale == 1 else 1
    ranges = other is not None and numeral.least * scale <= other.least
    if other is not None and ranges:
        figure = figure._replace(end=other.end, bound="between", plain=False)
    elif bound == "between":
        figure = figure._replace(start=money[0] if money else numeral.start, bound="")
    trailing = rules.trailing.match(small, figure.end) if not figure.bound else None
    if trailing is not None:
        bound = rules.words.trailing[" ".join(trailing[1].split())]
        figure = figure._replace(end=trailing.end(), bound=bound)
    unit = Unit(figure.end, money[1]) if money else unit_after(small, text, figure.end, rules)
    if unit is None:
        return None
    if not unit.text and (not figure.plain or figure.bound):
        unit = people_after(text, figure.end)
    figure = figure._replace(end=unit.end, unit=unit.text)
    if unit.is_age or (not unit.text and _age_before(small, figure.start, rules)):
        figure = figure._replace(unit="years", property="age")
    if not _counts(text, figure, numeral, figure.unit, rules):
        return None
    if other is not None and ranges:
        return figure._replace(least=numeral.least * scale, most=other.least)
    least, most = _ends_of(figure.bound, numeral)
    return figure._replace(least=least, most=most)


def _ends_of(bound: str, numeral: Numeral) -> tuple[float, float]:
    """Gives the two ends that a bound leaves; infinity and its negative for open ones."""
    if bound in ("at least", "more than"):
        return numeral.least, float("inf")
    if bound in ("up to", "less than"):
        return float("-inf"), numeral.least
    return numeral.least, numeral.most


def _bound_before(small: str, start: int, rules: FigureGrammar, reached: int) -> tuple[int, str]:
    """Gives where a figure begins with the words that bound it, and the bound."""
    lead = small[max(reached, start - _LEAD) : start]
    match = rules.bound.search(lead)
    if match is None:
        return start, ""
    return start - len(lead) + match.start(1), rules.words.bounds[" ".join(match.group(1).split())]


def _is_label(
    small: str, text: str, numeral: Numeral, start: int, bounded: bool, rules: FigureGrammar
) -> bool:
    """Says whether a number names a thing ("page 5", "Windows 10", "No. 3") and counts nothing."""
    if bounded or not numeral.digits:
        return False
    at = max(0, start - 24)
    before = _LABEL.search(small, at, start)
    if before is None:
        return False
    word = before.group(1)
    if word is None or word in rules.words.labels:
        return True
    if not numeral.plain or word in rules.words.not_units:
        return False
    first = before.start(1)
    lead = text[max(0, first - 8) : first].rstrip(' \t“"«(')
    begins_sentence = not lead or lead[-1] in ".!?:\n…"
    return text[first].isupper() and not begins_sentence


def _other_end(small: str, end: int, bound: str, rules: FigureGrammar) -> Numeral | None:
    """Gives the numeral that ends a range, if one stands here."""
    match = _DASH.match(small, end) or rules.to.match(small, end)
    if match is None and bound == "between":
        match = rules.join.match(small, end)
    if match is None:
        return None
    after = match.end()
    return rules.numeral_at(small, currency_at(small, after))


def _age_before(small: str, start: int, rules: FigureGrammar) -> bool:
    return rules.age.search(small, max(0, start - 20), start) is not None


def _counts(text: str, figure: _Figure, numeral: Numeral, unit: str, rules: FigureGrammar) -> bool:
    """Says whether something shows that a number is a figure: a unit, a bound or its size."""
    if figure.property == "age":
        return True
    last = unit.lower().rsplit(" ", 1)[-1]
    words = rules.words
    if figure.plain and not numeral.digits:  # a small number as a word
        if numeral.least == 1:
            return False  # rather a pronoun: "one of the guards"
        if last in words.measures:
            return figure.bound != "" or numeral.least >= _TELLING
        return (
            rules.counts_people(last) or figure.bound != "" or rules.property_of(unit.lower()) != ""
        )
    if figure.plain and not figure.bound and numeral.whole_digits == 4 and _is_year(numeral.least):
        return rules.counts_people(last) or last in words.measures
    if figure.plain and not figure.bound and _numbers_a_line(text, figure, unit):
        return False
    if not figure.plain or figure.bound:
        return bool(unit) or numeral.least >= _TELLING or figure.bound not in ("", "between")
    return bool(unit)


def _is_year(number: float) -> bool:
    return _YEARS.start <= number < _YEARS.stop


def _numbers_a_line(text: str, figure: _Figure, unit: str) -> bool:
    """Says whether a number begins a line that goes on with a capital: an item, a chapter."""
    before = text[max(0, figure.start - 3) : figure.start].rstrip(" \t")
    return unit[:1].isupper() and (not before or before[-1] in "\n\t")


def _with_property(
    small: str, sentences: Sentences, figure: _Figure, rules: FigureGrammar
) -> _Figure:
    """Adds the guess at what a figure counts: by its unit, what follows, then what came before.

    What came before counts only for people and for what has no unit ("wounded 30 soldiers").
    """
    unit = figure.unit
    last = unit.lower().rsplit(" ", 1)[-1]
    if figure.property or unit == "%" or unit.isupper() or last in rules.words.measures:
        return figure
    guess = rules.property_of(unit.lower())
    people = rules.counts_people(unit.lower())
    if not guess and (not unit or people or unit[0].isupper()):
        start, end = sentences.around(figure.start)
        after = small[figure.end : min(end, figure.end + _REACH)]
        before = small[max(start, figure.start - 2 * _REACH) : figure.start]
        clause = _CLAUSE_END.split(after, maxsplit=1)[0]
        guess = rules.property_of(clause) or rules.property_of(before, last=True)
    if not guess and people:
        guess = "people"
    return figure._replace(property=guess)


def _suggestion(text: str, figure: _Figure) -> Suggestion:
    words = text[figure.start : figure.end]
    return Suggestion(
        SuggestionKind.FIGURE,
        figure.start,
        figure.end,
        words,
        _tidy(words),
        {
            "minimum": _number(figure.least),
            "maximum": _number(figure.most),
            "unit": figure.unit,
            "bound": figure.bound,
            "property": figure.property,
        },
    )


def _number(value: float) -> int | float | None:
    """Gives a whole number as one, and an open end as None."""
    if value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else round(value, 6)


def _tidy(words: str) -> str:
    return " ".join(words.split())
